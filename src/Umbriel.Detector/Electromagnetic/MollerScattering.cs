using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Electron-electron scattering above a cut (Møller, Ann. Phys. 406 (1932) 531): dσ/dε = 2π r_e²/(β²(γ − 1)) [(γ − 1)²/γ² +
/// 1/ε (1/ε − c) + 1/(1 − ε)(1/(1 − ε) − c)], c = (2γ − 1)/γ², ε = transfer / kinetic energy, at most ½.
/// </summary>
internal static class MollerScattering
{
    /// <summary>Cross section per electron for transfers above the cut, cm².</summary>
    public static double PerElectron(double kinetic, double cut)
    {
        double x = cut / kinetic;
        if (x >= 0.5)
        {
            return 0.0;
        }

        (double gamma, double beta2, double constant, double c) = Terms(kinetic);
        return 2.0 * Math.PI * Argon.RadiusSquared / (beta2 * (gamma - 1.0))
            * ((constant * (0.5 - x)) + (1.0 / x) - (1.0 / (1.0 - x)) - (c * Math.Log((1.0 - x) / x)));
    }

    /// <summary>dσ/dε per electron, cm².</summary>
    public static double Differential(double kinetic, double epsilon)
    {
        (double gamma, double beta2, double constant, double c) = Terms(kinetic);
        return 2.0 * Math.PI * Argon.RadiusSquared / (beta2 * (gamma - 1.0)) * Shape(epsilon, constant, c);
    }

    /// <summary>Samples a transfer between the cut and half the kinetic energy, GeV: 1/ε² and rejection.</summary>
    public static double Sample(ref RandomStream random, double kinetic, double cut)
    {
        Debug.Assert(cut > 0.0 && 2.0 * cut <= kinetic);
        (_, _, double constant, double c) = Terms(kinetic);
        double x = cut / kinetic;
        double bound = Math.Max(Shape(0.5, constant, c) * 0.25, Math.Max(1.0, Shape(x, constant, c) * x * x)) + (0.25 * constant);
        while (true)
        {
            double epsilon = x / (1.0 - (random.NextDouble() * (1.0 - (2.0 * x))));
            if (random.NextDouble() * bound < Shape(epsilon, constant, c) * epsilon * epsilon)
            {
                return epsilon * kinetic;
            }
        }
    }

    private static double Shape(double epsilon, double constant, double c)
    {
        double a = 1.0 / epsilon;
        double b = 1.0 / (1.0 - epsilon);
        return constant + (a * (a - c)) + (b * (b - c));
    }

    private static (double Gamma, double Beta2, double Constant, double C) Terms(double kinetic)
    {
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double gamma2 = gamma * gamma;
        return (gamma, 1.0 - (1.0 / gamma2), (gamma - 1.0) * (gamma - 1.0) / gamma2, ((2.0 * gamma) - 1.0) / gamma2);
    }
}

using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Positron-electron scattering above a cut (Bhabha, Proc. R. Soc. A 154 (1936) 195): dσ/dε = 2π r_e²/(γ − 1) [1/(β²ε²) − B1/ε + B2
/// − B3 ε + B4 ε²], y = 1/(γ + 1), B1 = 2 − y², B2 = (1 − 2y)(3 + y²), B3 = (1 − 2y)² + (1 − 2y)³, B4 = (1 − 2y)³, ε up to 1.
/// </summary>
internal static class BhabhaScattering
{
    /// <summary>Cross section per electron for transfers above the cut, cm².</summary>
    public static double PerElectron(double kinetic, double cut)
    {
        double x = cut / kinetic;
        if (x >= 1.0)
        {
            return 0.0;
        }

        Terms b = new(kinetic);
        return b.Scale * ((((1.0 / x) - 1.0) / b.Beta2) + (b.B1 * Math.Log(x)) + (b.B2 * (1.0 - x))
            - (0.5 * b.B3 * (1.0 - (x * x))) + (b.B4 / 3.0 * (1.0 - (x * x * x))));
    }

    /// <summary>dσ/dε per electron, cm².</summary>
    public static double Differential(double kinetic, double epsilon)
    {
        Terms b = new(kinetic);
        return b.Scale * b.Shape(epsilon) / (epsilon * epsilon);
    }

    /// <summary>Samples a transfer between the cut and the kinetic energy, GeV: 1/ε² and rejection.</summary>
    public static double Sample(ref RandomStream random, double kinetic, double cut)
    {
        Debug.Assert(cut > 0.0 && cut < kinetic);
        Terms b = new(kinetic);
        double x = cut / kinetic;

        // ε² × the bracket: its negative terms left out bound it.
        double bound = (1.0 / b.Beta2) + b.B2 + b.B4;
        while (true)
        {
            double epsilon = x / (1.0 - (random.NextDouble() * (1.0 - x)));
            if (random.NextDouble() * bound < b.Shape(epsilon))
            {
                return epsilon * kinetic;
            }
        }
    }

    private readonly struct Terms
    {
        public readonly double Beta2;
        public readonly double Scale;
        public readonly double B1;
        public readonly double B2;
        public readonly double B3;
        public readonly double B4;

        public Terms(double kinetic)
        {
            double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
            double y = 1.0 / (gamma + 1.0);
            double z = 1.0 - (2.0 * y);
            Beta2 = 1.0 - (1.0 / (gamma * gamma));
            Scale = 2.0 * Math.PI * Argon.RadiusSquared / (gamma - 1.0);
            B1 = 2.0 - (y * y);
            B2 = z * (3.0 + (y * y));
            B4 = z * z * z;
            B3 = (z * z) + B4;
        }

        public double Shape(double e) => (1.0 / Beta2) + (e * (-B1 + (e * (B2 + (e * (-B3 + (e * B4)))))));
    }
}

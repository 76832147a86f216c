using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

/// <summary>
/// Coherent upscattering as GENIE has it (E. Bertuzzo, S. Jana, P. Machado and R. Zukanovich Funchal, PRL 121 (2018) 241801,
/// arXiv:1807.09877; GENIE-MC/Generator, src/Physics/DarkNeutrino/XSection, read at ea0b5c7 and not copied): in the recoil's kinetic
/// energy T, with the dark fine-structure constant α_D, |U_μ4|² |U_D4|² and α of GENIE's constants,
/// dσ/dT = 2π α α_D ε² |U_μ4 U_D4|² Z² F² {2M [2E² − 2ET + T(T − M)] − m_N² (2E + M − T)}/[E² (m_Z'² + 2MT)²].
/// </summary>
internal static class GenieDarkNeutrino
{
    private const double FineStructure = 1.0 / 137.03599976; // GENIE's kAem

    /// <summary>F of J. Engel, Phys. Lett. B 264 (1991) 114, as GENIE has it: s = 1 fm, R = 1.2 A^(1/3) fm.</summary>
    public static double Engel(int nucleons, double q)
    {
        const double Fermi = 1.0 / 0.1973269804; // GeV⁻¹
        double outer = 1.2 * Math.Pow(nucleons, 1.0 / 3.0) * Fermi;
        double x = q * Math.Sqrt((outer * outer) - (5.0 * Fermi * Fermi));
        double sphere = x < 0.01 ? 1.0 - (x * x / 10.0) : 3.0 * ((Math.Sin(x) / x) - Math.Cos(x)) / (x * x);
        return sphere * Math.Exp(-0.5 * q * q * Fermi * Fermi);
    }

    /// <summary>dσ/dT in cm²/GeV, of a form factor of √Q² in GeV.</summary>
    public static double Differential(DarkSectorParameters point, Target target, double energy, double kinetic, Func<double, double> formFactor)
    {
        double mass = target.Mass;
        double square = point.ParentMass * point.ParentMass;
        double transferred = 2.0 * mass * kinetic;
        double alphaD = point.GD * point.GD / (4.0 * Math.PI);
        double mixing = point.Umu4 * point.Umu4 * (1.0 - (point.Umu4 * point.Umu4)); // unitarity
        double propagator = (point.MZPrime * point.MZPrime) + transferred;
        double bracket = (2.0 * mass * ((2.0 * energy * energy) - (2.0 * energy * kinetic) + (kinetic * (kinetic - mass)))) - (square * ((2.0 * energy) + mass - kinetic));
        double f = target.Z * formFactor(Math.Sqrt(transferred));
        return 2.0 * Math.PI * FineStructure * alphaD * point.Epsilon * point.Epsilon * mixing * f * f * bracket / (energy * energy * propagator * propagator) * PhysicalConstants.HbarCSquared;
    }

    /// <summary>σ in cm², between the recoils at which N flies along the neutrino and against it.</summary>
    public static double Total(DarkSectorParameters point, Target target, double energy, Func<double, double> formFactor)
    {
        double mass = target.Mass;
        double m = point.ParentMass;
        double s = (mass * mass) + (2.0 * mass * energy);
        double neutrino = (s - (mass * mass)) / (2.0 * Math.Sqrt(s));
        double heavyEnergy = (s + (m * m) - (mass * mass)) / (2.0 * Math.Sqrt(s));
        double heavy = Math.Sqrt((heavyEnergy * heavyEnergy) - (m * m));

        // m²/(E' + p') for E' − p', which cancels.
        double low = m * m * ((2.0 * neutrino / (heavyEnergy + heavy)) - 1.0) / (2.0 * mass);
        double high = Math.Min(((2.0 * neutrino * (heavyEnergy + heavy)) - (m * m)) / (2.0 * mass), 4.0 / (2.0 * mass));
        return AdaptiveQuadrature.Integrate(x => Math.Exp(x) * Differential(point, target, energy, Math.Exp(x), formFactor), Math.Log(low), Math.Log(high), 1e-9);
    }
}

using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Annihilation of a positron in flight with a free electron into two photons (W. Heitler, The Quantum Theory of Radiation,
/// 1954, § 27); ζ = a photon's share of the energy T + 2m.
/// </summary>
internal static class Annihilation
{
    /// <summary>Cross section per electron, cm². Limit for small β: π r_e²/β.</summary>
    public static double PerElectron(double kinetic)
    {
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double momentum2 = (gamma * gamma) - 1.0;
        double momentum = Math.Sqrt(momentum2);
        return Math.PI * Argon.RadiusSquared / ((gamma + 1.0) * momentum2)
            * ((((gamma * gamma) + (4.0 * gamma) + 1.0) * Math.Log(gamma + momentum)) - ((3.0 + gamma) * momentum));
    }

    /// <summary>dσ/dζ ∝ S(ζ) + S(1 − ζ), S = −(γ + 1)² + (γ² + 4γ + 1)/ζ − 1/ζ²: samples the smaller share.</summary>
    public static double SampleShare(ref RandomStream random, double kinetic)
    {
        Debug.Assert(kinetic > 0.0 && double.IsFinite(kinetic));
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double lowest = 1.0 / (gamma + 1.0 + Math.Sqrt((gamma * gamma) - 1.0));
        double c1 = (gamma + 1.0) * (gamma + 1.0);
        double c2 = (gamma * gamma) + (4.0 * gamma) + 1.0;

        // ζ S(ζ) has its largest value at 1/(γ + 1), ζ S(1 − ζ) at ½.
        double bound = c2 - (2.0 * (gamma + 1.0)) + (0.5 * (-c1 + (2.0 * c2) - 4.0));
        while (true)
        {
            double share = lowest * Math.Exp(-random.NextDouble() * Math.Log(2.0 * lowest));
            double other = 1.0 - share;
            double value = share * ((-2.0 * c1) + (c2 / share) - (1.0 / (share * share)) + (c2 / other) - (1.0 / (other * other)));
            if (random.NextDouble() * bound < value)
            {
                return share;
            }
        }
    }

    /// <summary>1 − cos θ of a photon with that share to the positron's direction.</summary>
    public static double OneMinusCosine(double kinetic, double share)
    {
        Debug.Assert(share is > 0.0 and < 1.0);
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double momentum = Math.Sqrt((gamma * gamma) - 1.0);
        return Math.Clamp(1.0 - ((gamma + 1.0 - (1.0 / share)) / momentum), 0.0, 2.0);
    }
}

using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// How a pair shares a photon's energy: dσ/dε ∝ 2(½ − ε)² φ1 + φ2 with screening and Coulomb correction (Bethe and Heitler,
/// Proc. R. Soc. A 146 (1934) 83; Davies, Bethe and Maximon 1954), ε = total energy of one of the two / photon energy.
/// Below 3 MeV, where the high-energy formula fails, kinetic energy is shared uniformly.
/// </summary>
internal static class PairProduction
{
    /// <summary>Photon energy below which kinetic energy is shared uniformly, GeV. Chosen.</summary>
    private const double Uniform = 3e-3;

    /// <summary>Kinetic energy of one of the two, GeV: between 0 and E − 2m.</summary>
    public static double SampleKinetic(ref RandomStream random, double energy)
    {
        Debug.Assert(energy > PhysicalConstants.ElectronPairThreshold);
        double available = energy - PhysicalConstants.ElectronPairThreshold;
        if (energy < Uniform)
        {
            return available * random.NextDouble();
        }

        Shape(energy, 0.5, out double high1, out double high2);
        double bound = (0.5 * high1) + high2;
        while (true)
        {
            double kinetic = available * random.NextDouble();
            double fraction = (kinetic + PhysicalConstants.MassElectron) / energy;
            Shape(energy, fraction, out double phi1, out double phi2);
            double away = 0.5 - fraction;
            if (random.NextDouble() * bound < (2.0 * away * away * phi1) + phi2)
            {
                return kinetic;
            }
        }
    }

    /// <summary>
    /// 1 − cos θ to the photon of a lepton with speed β: leading term of Sauter and Gluckstern-Hull, p(cos θ) ∝ (1 − β cos θ)⁻².
    /// </summary>
    public static double SampleAngle(ref RandomStream random, double kinetic)
    {
        Debug.Assert(kinetic >= 0.0 && double.IsFinite(kinetic));
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double oneMinusBeta = 1.0 / (gamma * gamma * (1.0 + Math.Sqrt(1.0 - (1.0 / (gamma * gamma)))));
        double u = random.NextDouble();

        // cos θ = (2u − 1 + β)/((2u − 1)β + 1), written without cancellation.
        return 2.0 * (1.0 - u) * oneMinusBeta / (oneMinusBeta + (2.0 * u * (1.0 - oneMinusBeta)));
    }

    /// <summary>Both functions; not negative.</summary>
    internal static void Shape(double energy, double fraction, out double phi1, out double phi2)
    {
        double b = Screening.Radius * PhysicalConstants.MassElectron / (2.0 * energy * fraction * (1.0 - fraction));
        Screening.Pair(b, out phi1, out phi2);
        phi1 = Math.Max(0.0, phi1 - (4.0 * Argon.CoulombCorrection));
        phi2 = Math.Max(0.0, phi2 - (4.0 * Argon.CoulombCorrection));
    }
}

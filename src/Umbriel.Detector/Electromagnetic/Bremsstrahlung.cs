using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Bremsstrahlung in the fields of the nucleus and the electrons, k dσ/dk = α r_e² Z(Z + η)[ε²(φ1 − 4f) + 4/3 (1 − ε)(φ2 − 4f)],
/// ε = k / total energy (Bethe and Heitler 1934; Koch and Motz, Rev. Mod. Phys. 31 (1959) 920, 3BS with Coulomb correction f).
/// Suppression in dense media (Landau-Pomeranchuk-Migdal, and dielectric) concerns k below E²/108 TeV and 27 eV × γ (PDG 2024
/// § 34.4.6): 0.2 to 0.3 MeV at 5 GeV, less below, and is left out.
/// A Born formula: 10% low at 0.5 MeV and half of the truth at 0.1 MeV, where radiation is below 1% of the loss.
/// </summary>
internal static class Bremsstrahlung
{
    private const int Nodes = 40;

    /// <summary>Factor on the largest value found, so that a value between the points stays below the bound. Chosen.</summary>
    private const double BoundMargin = 1.02;

    /// <summary>k dσ/dk per atom, cm², for a photon with the fraction <paramref name="x"/> of the kinetic energy; not negative.</summary>
    public static double Scaled(double kinetic, double x)
    {
        Debug.Assert(kinetic > 0.0 && double.IsFinite(kinetic));
        Debug.Assert(x >= 0.0);
        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double epsilon = x * kinetic / (kinetic + PhysicalConstants.MassElectron);
        if (epsilon >= 1.0 || x > 1.0)
        {
            return 0.0;
        }

        double b = Screening.Radius / (2.0 * gamma) * epsilon / (1.0 - epsilon);
        Screening.Bremsstrahlung(b, out double phi1, out double phi2);
        double f = 4.0 * Argon.CoulombCorrection;
        double bracket = (epsilon * epsilon * (phi1 - f)) + (4.0 / 3.0 * (1.0 - epsilon) * (phi2 - f));
        return PhysicalConstants.FineStructure * Argon.RadiusSquared * Argon.Z * (Argon.Z + Screening.Electrons) * Math.Max(0.0, bracket);
    }

    /// <summary>∫ k dσ up to <paramref name="cut"/> per gram: radiative loss to photons below the cut, GeV cm²/g.</summary>
    public static double Loss(double kinetic, double cut, bool positron)
    {
        double highest = Math.Min(cut, kinetic);
        (double[] nodes, double[] weights) = GaussLegendre.Rule(Nodes);
        double sum = 0.0;
        for (int i = 0; i < Nodes; i++)
        {
            // x = u² crowds the nodes at the soft end, where screening varies.
            double u = 0.5 * (1.0 + nodes[i]);
            sum += weights[i] * u * Scaled(kinetic, u * u * highest / kinetic);
        }

        return sum * highest * Argon.AtomsPerGram * (positron ? PositronRatio(kinetic) : 1.0);
    }

    /// <summary>∫ dσ above the cut, cm² per atom.</summary>
    public static double Hard(double kinetic, double cut, bool positron)
    {
        if (kinetic <= cut)
        {
            return 0.0;
        }

        (double[] nodes, double[] weights) = GaussLegendre.Rule(Nodes);
        double log = Math.Log(cut / kinetic);
        double sum = 0.0;
        for (int i = 0; i < Nodes; i++)
        {
            sum += weights[i] * Scaled(kinetic, Math.Exp(0.5 * log * (1.0 + nodes[i])));
        }

        return -0.5 * log * sum * (positron ? PositronRatio(kinetic) : 1.0);
    }

    /// <summary>Largest value of <see cref="Scaled"/> above the cut, with 2% in hand: the bound of the rejection.</summary>
    public static double Bound(double kinetic, double cut)
    {
        double log = Math.Log(Math.Min(1.0, cut / kinetic));
        double largest = 0.0;
        for (int i = 0; i <= 100; i++)
        {
            largest = Math.Max(largest, Scaled(kinetic, Math.Exp(0.01 * i * log)));
        }

        return BoundMargin * largest;
    }

    /// <summary>Samples a photon's energy above the cut, GeV; <paramref name="bound"/> from <see cref="Bound"/>.</summary>
    public static double Sample(ref RandomStream random, double kinetic, double cut, double bound)
    {
        Debug.Assert(cut > 0.0 && cut < kinetic);
        Debug.Assert(bound > 0.0);
        double log = Math.Log(cut / kinetic);
        while (true)
        {
            double x = Math.Exp(log * random.NextDouble());
            if (random.NextDouble() * bound < Scaled(kinetic, x))
            {
                return x * kinetic;
            }
        }
    }

    /// <summary>
    /// 1 − cos θ of the photon to a radiating particle of that kinetic energy: a dipole's ⅜(1 + cos²θ') in the particle's frame,
    /// boosted (E. Acosta, X. Llovet and F. Salvat, Appl. Phys. Lett. 80 (2002) 3228, without their empirical correction).
    /// </summary>
    public static double SampleAngle(ref RandomStream random, double kinetic)
    {
        Debug.Assert(kinetic > 0.0 && double.IsFinite(kinetic));
        double cosine;
        do
        {
            cosine = (2.0 * random.NextDouble()) - 1.0;
        }
        while (2.0 * random.NextDouble() > 1.0 + (cosine * cosine));

        double gamma = 1.0 + (kinetic / PhysicalConstants.MassElectron);
        double beta = Math.Sqrt(1.0 - (1.0 / (gamma * gamma)));
        double oneMinusBeta = 1.0 / (gamma * gamma * (1.0 + beta));
        return (1.0 - cosine) * oneMinusBeta / (1.0 + (beta * cosine));
    }

    /// <summary>
    /// Positron's over electron's radiative loss: fit of F. Salvat et al. (PENELOPE, OECD/NEA 2008) to L. Kim et al., Phys. Rev.
    /// A 33 (1986) 3002, within 0.5%.
    /// </summary>
    public static double PositronRatio(double kinetic)
    {
        double t = Math.Log(1.0 + (1e6 / (Argon.Z * Argon.Z) * kinetic / PhysicalConstants.MassElectron));
        double exponent = t * (-1.2359e-1 + (t * (6.1274e-2 + (t * (-3.1516e-2 + (t * (7.7446e-3 + (t * (-1.0595e-3 + (t * (7.0568e-5 - (t * 1.8080e-6))))))))))));
        return 1.0 - Math.Exp(exponent);
    }
}

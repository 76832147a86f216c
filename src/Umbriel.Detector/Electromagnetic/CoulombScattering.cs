using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Multiple Coulomb scattering with the single-scattering law of Molière's theory, dN/dμ = B/(μ + A)² with μ = 1 − cos θ
/// (G. Molière, Z. Naturforsch. 3a (1948) 78; H. A. Bethe, Phys. Rev. 89 (1953) 1256): B = χ_c²/2 per step, A = χ_a²/2. Collisions
/// beyond an angle of which one is expected in a step are made one by one, with the factors of Mott, 1 − β²μ/2, and of the
/// nucleus's size; the many softer ones together turn by a Gaussian angle of their exact mean. The result is Molière's
/// distribution at small angles, tails included, for any length of step; atomic electrons count as Z more scattering centres.
/// </summary>
internal static class CoulombScattering
{
    /// <summary>Hard collisions expected in a step. Chosen.</summary>
    private const double HardPerStep = 1.0;

    // (4π N_A r_e² m² Z(Z + 1)) / 2 per gram: B = this × ρs/(pβ)².
    private const double Strength = 2.0 * Math.PI * Argon.AtomsPerGram * Argon.RadiusSquared * PhysicalConstants.MassElectron * PhysicalConstants.MassElectron * Argon.Z * (Argon.Z + 1.0);

    // Thomas-Fermi: χ_0 = α m Z^(1/3)/(0.885 p), with 18^(1/3) = 2.6207….
    private const double ThomasFermi = PhysicalConstants.FineStructure * PhysicalConstants.MassElectron * 2.6207413942088964 / 0.885;

    // Mean-square radius over 12, (1 + q²r²/12)⁻² for the amplitude squared, GeV⁻².
    private const double Size =
        LiquidArgon.ChargeRadius * LiquidArgon.ChargeRadius * PhysicalConstants.FermiInInverseGeV * PhysicalConstants.FermiInInverseGeV / 12.0;

    /// <summary>B per g/cm² and A at a kinetic energy.</summary>
    public static void Parameters(double kinetic, out double perGram, out double screening)
    {
        double p2 = kinetic * (kinetic + (2.0 * PhysicalConstants.MassElectron));
        double total = kinetic + PhysicalConstants.MassElectron;
        double beta2 = p2 / (total * total);
        perGram = Strength / (p2 * beta2);

        // Molière: χ_a² = χ_0² (1.13 + 3.76 (Zα/β)²).
        screening = 0.5 * ThomasFermi * ThomasFermi / p2 * (1.13 + (3.76 * Argon.ZAlpha * Argon.ZAlpha / beta2));
    }

    /// <summary>Mean of μ per g/cm² of single scattering without Mott's and the nucleus's factors: the inverse transport mean free path.</summary>
    public static double InverseTransportPath(double kinetic)
    {
        Parameters(kinetic, out double perGram, out double screening);
        return perGram * (Math.Log((2.0 + screening) / screening) - (2.0 / (2.0 + screening)));
    }

    /// <summary>Turns a particle for a step of <paramref name="grams"/> g/cm² at a kinetic energy.</summary>
    public static void Scatter(ref RandomStream random, ref ParticleState particle, double kinetic, double grams)
    {
        Debug.Assert(kinetic > 0.0 && double.IsFinite(kinetic));
        Debug.Assert(grams >= 0.0);
        Parameters(kinetic, out double perGram, out double a);
        double b = perGram * grams;

        // Expected beyond μ: B/(μ + A) − B/(2 + A).
        double border = Math.Max(b / HardPerStep, a);
        double mean = b * (Math.Log((border + a) / a) - (border / (border + a)));
        if (mean > 0.0)
        {
            double uniform = Rotation.Azimuth(ref random, out double cos, out double sin);
            Rotation.Turn(ref particle, Math.Min(2.0, -mean * Math.Log(uniform)), cos, sin);
        }

        double low = 1.0 / (border + a);
        double width = low - (1.0 / (2.0 + a));
        if (width <= 0.0)
        {
            return;
        }

        double p2 = kinetic * (kinetic + (2.0 * PhysicalConstants.MassElectron));
        double total = kinetic + PhysicalConstants.MassElectron;
        double halfBeta2 = 0.5 * p2 / (total * total);
        for (int n = PoissonNumber.Sample(ref random, b * width); n > 0; n--)
        {
            double mu = Math.Min(2.0, (1.0 / (low - (width * random.NextDouble()))) - a);
            double form = 1.0 + (2.0 * p2 * mu * Size);
            if (random.NextDouble() * form * form < 1.0 - (halfBeta2 * mu))
            {
                Rotation.Azimuth(ref random, out double cos, out double sin);
                Rotation.Turn(ref particle, mu, cos, sin);
            }
        }
    }
}

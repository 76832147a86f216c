namespace Umbriel.Detector;

/// <summary>
/// Properties of liquid argon that transport needs (Particle Data Group, Review of Particle Physics 2024, atomic and nuclear
/// properties: liquid argon; density scaled where a detector card says so).
/// </summary>
public static class LiquidArgon
{
    /// <summary>Atomic number.</summary>
    public const int Z = 18;

    /// <summary>Standard atomic weight.</summary>
    public const double A = 39.948;

    /// <summary>Density at the boiling point, g/cm³ (PDG).</summary>
    public const double Density = 1.396;

    /// <summary>Mean excitation energy, GeV (188 eV).</summary>
    public const double MeanExcitationEnergy = 188e-9;

    /// <summary>Radiation length, g/cm² (14.00 cm at <see cref="Density"/>).</summary>
    public const double RadiationLength = 19.55;

    /// <summary>
    /// Root-mean-square charge radius of ⁴⁰Ar, fm (I. Angeli and K. Marinova, At. Data Nucl. Data Tables 99 (2013) 69).
    /// </summary>
    public const double ChargeRadius = 3.427;

    /// <summary>
    /// Density-effect correction δ of the Bethe formula for the liquid: R. M. Sternheimer, M. J. Berger and S. M. Seltzer, At. Data
    /// Nucl. Data Tables 30 (1984) 261, with a = 0.19559, k = m = 3, x0 = 0.2, x1 = 3, C̄ = 5.2146 and δ0 = 0 (no conductor): 0 below x0. Not
    /// scaled with density.
    /// </summary>
    /// <param name="x">log₁₀ βγ.</param>
    public static double DensityEffect(double x)
    {
        const double a = 0.19559;
        const double k = 3.0;
        const double x0 = 0.2;
        const double x1 = 3.0;
        const double c = 5.2146;
        if (x < x0)
        {
            return 0.0;
        }

        double asymptotic = (2.0 * Math.Log(10.0) * x) - c;
        return x < x1 ? asymptotic + (a * Math.Pow(x1 - x, k)) : asymptotic;
    }
}

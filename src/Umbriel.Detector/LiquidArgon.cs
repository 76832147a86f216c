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

    /// <summary>Sternheimer's density-effect parameters of the liquid: a, k = m, x0, x1, C̄, δ0 (At. Data Nucl. Data Tables 30 (1984) 261).</summary>
    public static (double A, double K, double X0, double X1, double C, double Delta0) DensityEffect => (0.19559, 3.0000, 0.2000, 3.0000, 5.2146, 0.00);

    /// <summary>Electrons per cm³ at <see cref="Density"/>.</summary>
    public const double ElectronDensity = Density * Z / A * 6.02214076e23;
}

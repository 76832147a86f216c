using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>Constants of electromagnetic formulas in argon. Energies GeV, areas cm².</summary>
internal static class Argon
{
    /// <summary>Atomic number as a real number.</summary>
    public const double Z = LiquidArgon.Z;

    /// <summary>Zα.</summary>
    public const double ZAlpha = Z * PhysicalConstants.FineStructure;

    /// <summary>Classical electron radius squared, cm² (2.8179403262e-13 cm, CODATA 2018).</summary>
    public const double RadiusSquared = 2.8179403262e-13 * 2.8179403262e-13;

    /// <summary>Atoms per gram.</summary>
    public const double AtomsPerGram = PhysicalConstants.Avogadro / LiquidArgon.A;

    /// <summary>2π r_e² m_e N_A Z/A, GeV cm²/g: half the K of the Bethe formula times Z/A.</summary>
    public const double HalfBethe = 2.0 * Math.PI * RadiusSquared * PhysicalConstants.MassElectron * AtomsPerGram * Z;

    /// <summary>Binding energy of the K shell, GeV (3.2029 keV, NIST XCOM).</summary>
    public const double BindingK = 3.2029e-6;

    /// <summary>
    /// Coulomb correction f(Zα) of Davies, Bethe and Maximon, Phys. Rev. 93 (1954) 788, in the closed form of PDG 2024
    /// eq. (34.27), its coefficients as there. Check value: 0.0170 for argon.
    /// </summary>
    public static readonly double CoulombCorrection = Coulomb(ZAlpha * ZAlpha);

    private static double Coulomb(double a2) => a2 * ((1.0 / (1.0 + a2)) + 0.20206 - (0.0369 * a2) + (0.0083 * a2 * a2) - (0.002 * a2 * a2 * a2));
}

namespace Umbriel.Core;

/// <summary>
/// Physical constants in natural units (GeV, c = ħ = 1) with their sources. Lengths convert with
/// <see cref="HbarC"/>, cross sections with <see cref="HbarCSquared"/>.
/// </summary>
public static class PhysicalConstants
{
    /// <summary>ħc in GeV cm (exact SI, CODATA 2018).</summary>
    public const double HbarC = 1.973269804e-14;

    /// <summary>(ħc)² in GeV² cm² (exact SI, CODATA 2018).</summary>
    public const double HbarCSquared = 3.893793721e-28;

    /// <summary>Speed of light in cm/ns (exact SI).</summary>
    public const double SpeedOfLight = 29.9792458;

    /// <summary>One fermi in GeV⁻¹, 1 fm / ħc.</summary>
    public const double FermiInInverseGeV = 1e-13 / HbarC;

    /// <summary>Fine-structure constant at Q² = 0, the rounded value used throughout the literature of this model (CODATA 2018: 1/137.035999).</summary>
    public const double FineStructure = 1.0 / 137.036;

    /// <summary>Fermi constant in GeV⁻² (MuLan 2011, PDG 2022).</summary>
    public const double FermiConstant = 1.16637876e-5;

    /// <summary>W mass in GeV; with <see cref="MassZ"/> fixes the on-shell weak angle below (DarkNews 0.4.9 inputs).</summary>
    public const double MassW = 80.37912;

    /// <summary>Z mass in GeV (DarkNews 0.4.9 input; PDG 2022: 91.1876).</summary>
    public const double MassZ = 91.187621;

    /// <summary>On-shell sin²θ_W = 1 − m_W²/m_Z² (PDG on-shell value 0.22343).</summary>
    public const double SinSquaredWeakAngle = 0.22343;

    /// <summary>SU(2) coupling g = √(8 G_F m_W²/√2) = 0.652906, dimensionless (tree level, PDG 2022 review of the electroweak model).</summary>
    public static readonly double WeakCoupling = Math.Sqrt(8.0 * FermiConstant * MassW * MassW / Math.Sqrt(2.0));

    /// <summary>Electron mass, GeV (CODATA 2018).</summary>
    public const double MassElectron = 0.51099895e-3;

    /// <summary>2 m_e, GeV: the least energy, mass or difference of masses of which an e+e− pair is made.</summary>
    public const double ElectronPairThreshold = 2.0 * MassElectron;

    /// <summary>Muon mass, GeV (PDG 2022).</summary>
    public const double MassMuon = 0.1056583755;

    /// <summary>Charged-pion mass, GeV (PDG 2022).</summary>
    public const double MassChargedPion = 0.13957039;

    /// <summary>Neutral-pion mass, GeV (PDG 2024).</summary>
    public const double MassNeutralPion = 0.1349768;

    /// <summary>Proton mass, GeV (CODATA 2018).</summary>
    public const double MassProton = 0.93827208816;

    /// <summary>Neutron mass, GeV (CODATA 2018).</summary>
    public const double MassNeutron = 0.93956542052;

    /// <summary>Atomic mass unit, GeV (CODATA 2018).</summary>
    public const double AtomicMassUnit = 0.93149410242;

    /// <summary>Avogadro's number, 1/mol (exact SI).</summary>
    public const double Avogadro = 6.02214076e23;

    /// <summary>One metric tonne in GeV (c² / e, exact SI).</summary>
    public const double TonneInGeV = 5.609588604e29;
}

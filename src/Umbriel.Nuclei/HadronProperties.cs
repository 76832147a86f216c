using Umbriel.Core;

namespace Umbriel.Nuclei;

/// <summary>Masses and quantum numbers of the hadrons that interactions make.</summary>
public static class HadronProperties
{
    /// <summary>Mass of the η, GeV (PDG 2024).</summary>
    public const double MassEta = 0.547862;

    /// <summary>Mass of the charged kaons, GeV (PDG 2024).</summary>
    public const double MassChargedKaon = 0.493677;

    /// <summary>Mass of the neutral kaons, GeV (PDG 2024).</summary>
    public const double MassNeutralKaon = 0.497611;

    /// <summary>Mass of the Λ, GeV (PDG 2024).</summary>
    public const double MassLambda = 1.115683;

    /// <summary>Mass of the Σ+, GeV (PDG 2024).</summary>
    public const double MassSigmaPlus = 1.18937;

    /// <summary>Mass of the Σ0, GeV (PDG 2024).</summary>
    public const double MassSigmaZero = 1.192642;

    /// <summary>Mass of the Σ−, GeV (PDG 2024).</summary>
    public const double MassSigmaMinus = 1.197449;

    /// <summary>Mass of a hadron or the photon, GeV.</summary>
    /// <param name="pdg">PDG code.</param>
    public static double Mass(int pdg) => pdg switch
    {
        22 => 0.0,
        111 => PhysicalConstants.MassNeutralPion,
        211 or -211 => PhysicalConstants.MassChargedPion,
        221 => MassEta,
        321 or -321 => MassChargedKaon,
        311 or -311 => MassNeutralKaon,
        2212 => PhysicalConstants.MassProton,
        2112 => PhysicalConstants.MassNeutron,
        3122 => MassLambda,
        3222 => MassSigmaPlus,
        3212 => MassSigmaZero,
        3112 => MassSigmaMinus,
        _ => throw new ArgumentOutOfRangeException(nameof(pdg), pdg, "not a hadron that an interaction makes"),
    };

    /// <summary>Charge, units of e.</summary>
    /// <param name="pdg">PDG code.</param>
    public static int Charge(int pdg) => pdg switch
    {
        211 or 321 or 2212 or 3222 => 1,
        -211 or -321 or 3112 => -1,
        _ => 0,
    };

    /// <summary>Baryon number: 1 or 0.</summary>
    /// <param name="pdg">PDG code.</param>
    public static int BaryonNumber(int pdg) => pdg is 2212 or 2112 or 3122 or 3222 or 3212 or 3112 ? 1 : 0;

    /// <summary>Strangeness: +1 of K+ and K0, −1 of their antiparticles and of Λ and Σ.</summary>
    /// <param name="pdg">PDG code.</param>
    public static int Strangeness(int pdg) => pdg switch
    {
        321 or 311 => 1,
        -321 or -311 or 3122 or 3222 or 3212 or 3112 => -1,
        _ => 0,
    };
}

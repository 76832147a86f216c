namespace Umbriel.Nuclei.Cascade;

/// <summary>Hadrons that interact in the cascade. Everything else leaves the nucleus as it is.</summary>
public enum HadronKind : byte
{
    /// <summary>p.</summary>
    Proton = 0,

    /// <summary>n.</summary>
    Neutron = 1,

    /// <summary>π+.</summary>
    PionPlus = 2,

    /// <summary>π0.</summary>
    PionZero = 3,

    /// <summary>π−.</summary>
    PionMinus = 4,

    /// <summary>η.</summary>
    Eta = 5,

    /// <summary>K+.</summary>
    KaonPlus = 6,

    /// <summary>K0.</summary>
    KaonZero = 7,

    /// <summary>Antikaons, hyperons, antinucleons, photons, leptons: not followed.</summary>
    Other = 8,
}

/// <summary>Properties of <see cref="HadronKind"/>.</summary>
public static class HadronKinds
{
    /// <summary>Number of kinds that are followed.</summary>
    internal const int Followed = (int)HadronKind.Other;

    private static readonly int[] Codes = [2212, 2112, 211, 111, -211, 221, 321, 311];

    private static readonly int[] Charges = [.. Codes.Select(HadronProperties.Charge)];

    private static readonly double[] Masses = [.. Codes.Select(HadronProperties.Mass)];

    /// <summary>The kind of a PDG code.</summary>
    public static HadronKind Of(int pdg) => pdg switch
    {
        2212 => HadronKind.Proton,
        2112 => HadronKind.Neutron,
        211 => HadronKind.PionPlus,
        111 => HadronKind.PionZero,
        -211 => HadronKind.PionMinus,
        221 => HadronKind.Eta,
        321 => HadronKind.KaonPlus,
        311 => HadronKind.KaonZero,
        _ => HadronKind.Other,
    };

    /// <summary>PDG code; not of <see cref="HadronKind.Other"/>.</summary>
    public static int Pdg(this HadronKind kind) => Codes[(int)kind];

    /// <summary>Mass, GeV; not of <see cref="HadronKind.Other"/>.</summary>
    public static double Mass(this HadronKind kind) => Masses[(int)kind];

    /// <summary>Charge in units of e; not of <see cref="HadronKind.Other"/>.</summary>
    public static int Charge(this HadronKind kind) => Charges[(int)kind];

    /// <summary>p or n.</summary>
    public static bool IsNucleon(this HadronKind kind) => kind <= HadronKind.Neutron;

    /// <summary>π+, π0 or π−.</summary>
    public static bool IsPion(this HadronKind kind) => kind is >= HadronKind.PionPlus and <= HadronKind.PionMinus;

    /// <summary>The kind of a nucleon.</summary>
    internal static HadronKind Kind(this Nucleon nucleon) => (HadronKind)(byte)nucleon;

    /// <summary>The pion of a charge.</summary>
    internal static HadronKind Pion(int charge) => (HadronKind)((int)HadronKind.PionZero - charge);

    /// <summary>The nucleon of a charge.</summary>
    internal static Nucleon NucleonOf(int charge) => charge == 1 ? Nucleon.Proton : Nucleon.Neutron;
}

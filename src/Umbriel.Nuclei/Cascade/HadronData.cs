using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Nuclei.Cascade;

/// <summary>Free cross sections and angles of hadrons on nucleons, from data/interactions; read once.</summary>
internal sealed class HadronData
{
    private static readonly Lazy<HadronData> Loaded = new(() => new HadronData());

    private static readonly string[] Names =
    [
        "pion-nucleon.csv", "nucleon-nucleon.csv", "kaon-nucleon.csv", "angle-pip-p.csv", "angle-pim-p.csv", "angle-pim-p-cex.csv", "angle-pid-pp.csv",
        "angle-pp.csv", "angle-pn.csv",
    ];

    private HadronData()
    {
        CsvTable pion = Read("pion-nucleon.csv");
        PureElastic = EnergyTable.Of(pion, "pip_p_elastic");
        PureProduction = EnergyTable.Of(pion, "pip_p_inelastic");
        MixedElastic = EnergyTable.Of(pion, "pim_p_elastic");
        MixedExchange = EnergyTable.Of(pion, "pim_p_cex");
        MixedProduction = EnergyTable.Of(pion, "pim_p_inelastic");
        Deuteron = EnergyTable.Of(pion, "abs_d");
        CsvTable nucleon = Read("nucleon-nucleon.csv");
        LikeElastic = EnergyTable.Of(nucleon, "pp_elastic");
        LikeProduction = EnergyTable.Of(nucleon, "pp_inelastic");
        UnlikeElastic = EnergyTable.Of(nucleon, "pn_elastic");
        UnlikeProduction = EnergyTable.Of(nucleon, "pn_inelastic");
        CsvTable kaon = Read("kaon-nucleon.csv");
        KaonLike = EnergyTable.Of(kaon, "kpp_elastic");
        KaonUnlike = EnergyTable.Of(kaon, "kpn_elastic");
        KaonExchange = EnergyTable.Of(kaon, "kpn_cex");

        CsvTable plus = Read("angle-pip-p.csv");
        CsvTable minus = Read("angle-pim-p.csv");
        CsvTable exchange = Read("angle-pim-p-cex.csv");
        PureAngles = AngularTable.Of([plus], v => v[0], FirstPion, PionFlat);
        MixedAngles = AngularTable.Of([minus], v => v[0], FirstPion, PionFlat);
        ExchangeAngles = AngularTable.Of([exchange], v => v[0], 10.0, static _ => 0.0);
        NeutralAngles = AngularTable.Of([plus, minus, exchange], v => 0.5 * (v[0] + v[1] - v[2]), FirstPion, PionFlat);
        DeuteronAngles = AngularTable.Of([Read("angle-pid-pp.csv")], v => v[0], 25.0, static _ => 0.0);
        LikeAngles = AngularTable.Of([Read("angle-pp.csv")], v => v[0], 50.0, static e => e < 250.0 ? 27.0 : 9.0, low: 0.0);
        CsvTable unlike = Read("angle-pn.csv");
        UnlikeForward = AngularTable.Of([unlike], v => v[0], 50.0, static _ => 0.0, low: 0.0);
        UnlikeBackward = AngularTable.Of([unlike], v => v[0], 50.0, static _ => 0.0, high: 0.0);
    }

    /// <summary>The tables.</summary>
    public static HadronData Instance => Loaded.Value;

    /// <summary>The files that are read.</summary>
    public static IReadOnlyList<string> Files => [.. Names.Select(PathOf)];

    /// <summary>First energy, MeV, and angle, degrees, below which the tables of pions hold the peak of the Coulomb force.</summary>
    private static double FirstPion => 40.0;

    /// <summary>π+ p → π+ p and π− n → π− n, mb; the others alike.</summary>
    public EnergyTable PureElastic { get; }

    /// <summary>π+ p and π− n with one pion more.</summary>
    public EnergyTable PureProduction { get; }

    /// <summary>π− p → π− p and π+ n → π+ n.</summary>
    public EnergyTable MixedElastic { get; }

    /// <summary>π− p → π0 n, π+ n → π0 p and back.</summary>
    public EnergyTable MixedExchange { get; }

    /// <summary>π− p and π+ n with one pion more.</summary>
    public EnergyTable MixedProduction { get; }

    /// <summary>π+ d → p p.</summary>
    public EnergyTable Deuteron { get; }

    /// <summary>p p → p p.</summary>
    public EnergyTable LikeElastic { get; }

    /// <summary>p p with pions.</summary>
    public EnergyTable LikeProduction { get; }

    /// <summary>p n → p n.</summary>
    public EnergyTable UnlikeElastic { get; }

    /// <summary>p n with pions.</summary>
    public EnergyTable UnlikeProduction { get; }

    /// <summary>K+ p → K+ p and K0 n → K0 n.</summary>
    public EnergyTable KaonLike { get; }

    /// <summary>K+ n → K+ n and K0 p → K0 p.</summary>
    public EnergyTable KaonUnlike { get; }

    /// <summary>K+ n → K0 p and K0 p → K+ n.</summary>
    public EnergyTable KaonExchange { get; }

    /// <summary>Angles as the cross sections.</summary>
    public AngularTable PureAngles { get; }

    /// <summary>See <see cref="PureAngles"/>.</summary>
    public AngularTable MixedAngles { get; }

    /// <summary>See <see cref="PureAngles"/>.</summary>
    public AngularTable ExchangeAngles { get; }

    /// <summary>π0 N → π0 N, by isospin half of π+ p + π− p − charge exchange.</summary>
    public AngularTable NeutralAngles { get; }

    /// <summary>π+ d → p p.</summary>
    public AngularTable DeuteronAngles { get; }

    /// <summary>p p, the half sphere.</summary>
    public AngularTable LikeAngles { get; }

    /// <summary>p n, the proton forward.</summary>
    public AngularTable UnlikeForward { get; }

    /// <summary>p n, the proton backward: exchange of charge.</summary>
    public AngularTable UnlikeBackward { get; }

    private static double PionFlat(double energy) => energy < 100.0 ? 26.0 : 25.0;

    private static string PathOf(string name) => UmbrielHome.DataPath("interactions", name);

    private static CsvTable Read(string name) => CsvTable.Read(PathOf(name));
}

using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;
using Umbriel.Inference;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Cards.Keys;

/// <summary>The words a card may use, and the values they stand for.</summary>
internal static class CardChoices
{
    public static readonly IReadOnlyDictionary<string, Scenario> Scenarios = new Dictionary<string, Scenario>(StringComparer.Ordinal)
    {
        ["single"] = Scenario.Single,
        ["dual"] = Scenario.Dual,
    };

    public static readonly IReadOnlyDictionary<string, HnlType> HnlTypes = new Dictionary<string, HnlType>(StringComparer.Ordinal)
    {
        ["dirac"] = HnlType.Dirac,
        ["majorana"] = HnlType.Majorana,
    };

    public static readonly IReadOnlyDictionary<string, EmCouplingConvention> EmCouplings = new Dictionary<string, EmCouplingConvention>(StringComparer.Ordinal)
    {
        ["thomson"] = EmCouplingConvention.Thomson,
        ["darknews"] = EmCouplingConvention.DarkNews,
    };

    public static readonly IReadOnlyDictionary<string, BranchingRatioConvention> BranchingRatios = new Dictionary<string, BranchingRatioConvention>(StringComparer.Ordinal)
    {
        ["unity"] = BranchingRatioConvention.Unity,
        ["model"] = BranchingRatioConvention.Model,
    };

    public static readonly IReadOnlyDictionary<string, ScatteringRegime> Regimes = new Dictionary<string, ScatteringRegime>(StringComparer.Ordinal)
    {
        ["coherent"] = ScatteringRegime.Coherent,
        ["p-el"] = ScatteringRegime.ProtonElastic,
        ["n-el"] = ScatteringRegime.NeutronElastic,
    };

    public static readonly IReadOnlyDictionary<string, int> Flavours = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["nu_mu"] = 14,
        ["nu_mu_bar"] = -14,
    };

    public static readonly IReadOnlyDictionary<string, ZPrimePolarisation> Polarisations = new Dictionary<string, ZPrimePolarisation>(StringComparer.Ordinal)
    {
        ["exact"] = ZPrimePolarisation.Exact,
        ["isotropic"] = ZPrimePolarisation.Isotropic,
    };

    public static readonly IReadOnlyDictionary<string, GeometryConvention> Geometries = new Dictionary<string, GeometryConvention>(StringComparer.Ordinal)
    {
        ["letter"] = GeometryConvention.Letter,
        ["darknews"] = GeometryConvention.DarkNews,
    };

    public static readonly IReadOnlyDictionary<string, FormFactorModel> FormFactors = new Dictionary<string, FormFactorModel>(StringComparer.Ordinal)
    {
        ["fourier-bessel"] = FormFactorModel.FourierBessel,
        ["helm"] = FormFactorModel.Helm,
        ["fermi"] = FormFactorModel.Fermi,
    };

    public static readonly IReadOnlyDictionary<string, FitVariable> Variables = FitVariables.All.ToDictionary(FitVariables.Name, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, PublishedReading> Covariances =
        PublishedReadings.All.ToDictionary(reading => reading.Name, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, SwitchableSource> Systematics =
        SwitchableSource.All.ToDictionary(source => source.Name, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, BackgroundScaling> BackgroundScalings =
        Umbriel.Systematics.BackgroundScalings.All.ToDictionary(Umbriel.Systematics.BackgroundScalings.Name, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, TestStatistic> Statistics =
        Enum.GetValues<TestStatistic>().ToDictionary(TestStatistics.Name, StringComparer.Ordinal);

    // The words are their own values.
    public static readonly IReadOnlyDictionary<string, string> OlderLimits = Umbriel.Formats.Limits.OlderLimits.All.ToDictionary(word => word, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, Helicity> Helicities = new Dictionary<string, Helicity>(StringComparer.Ordinal)
    {
        ["both"] = Helicity.Both,
        ["conserving"] = Helicity.Conserving,
        ["flipping"] = Helicity.Flipping,
    };

    public static readonly IReadOnlyDictionary<string, NuclearResponse> NuclearResponses = new Dictionary<string, NuclearResponse>(StringComparer.Ordinal)
    {
        ["free"] = NuclearResponse.Free,
        ["fermi-gas"] = NuclearResponse.FermiGas,
    };

    public static readonly IReadOnlyDictionary<string, MiniBooNEDataRelease> Releases =
        Enum.GetValues<MiniBooNEDataRelease>().ToDictionary(MiniBooNEDataReleases.Name, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, BeamMode> Modes =
        Enum.GetValues<BeamMode>().ToDictionary(BeamModes.Name, StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, EfficiencyConvention> Efficiencies = new Dictionary<string, EfficiencyConvention>(StringComparer.Ordinal)
    {
        ["head"] = EfficiencyConvention.Head,
        ["legacy"] = EfficiencyConvention.Legacy,
    };

    public static readonly IReadOnlyDictionary<string, ClippedLepton> Clipped = new Dictionary<string, ClippedLepton>(StringComparer.Ordinal)
    {
        ["reject"] = ClippedLepton.Reject,
        ["keep"] = ClippedLepton.Keep,
    };

    public static readonly IReadOnlyDictionary<string, SingleRingVariant> RingCuts = new Dictionary<string, SingleRingVariant>(StringComparer.Ordinal)
    {
        ["circ1"] = SingleRingVariant.Circle1,
        ["circ0"] = SingleRingVariant.Circle0,
        ["diag"] = SingleRingVariant.Diagonal,
    };
}

using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Response;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>Predicts what MiniBooNE selects of a model: pairs from its oil and from the soil upstream, as a function of |U|².</summary>
/// <param name="Beams">Fluxes.</param>
/// <param name="Selection">Response and bins.</param>
/// <param name="Settings">Regimes, geometry and conventions; exposure and site are replaced.</param>
public sealed record MiniBooNEPrediction(MiniBooNEBeams Beams, ElectronLikeSelection Selection, GenerationSettings Settings)
{
    /// <summary>Exposure that predictions are for, protons on target.</summary>
    public const double Pot = 1e20;

    /// <summary>Pairs per model point in neutrino mode; half as many serve antineutrino mode, whose data are a sixth.</summary>
    public PairCounts Counts { get; init; } = new(8_192, 8_192, 3_000, 16_384);

    /// <summary>The selected signal of a model point in one polarity, for <see cref="Pot"/>; its mixing is left open.</summary>
    public YieldCalculator Of(DarkSectorParameters point, BeamMode mode) => new(
        point, Settings with { Pot = Pot, Site = Beams.Site }, Beams.Of(mode), Selection, mode == BeamMode.Rhc ? Counts.Times(0.5) : Counts);
}

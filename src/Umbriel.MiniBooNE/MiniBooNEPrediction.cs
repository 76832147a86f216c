using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Interchange.Cards;
using Umbriel.Response;

namespace Umbriel.MiniBooNE;

/// <summary>Predicts what MiniBooNE selects of a model: pairs from its oil and from the soil upstream, as a function of |U|².</summary>
/// <param name="Beams">Fluxes.</param>
/// <param name="Selection">Response and bins.</param>
/// <param name="Settings">Regimes, geometry and conventions; exposure and experiment are replaced.</param>
public sealed record MiniBooNEPrediction(MiniBooNEBeams Beams, ElectronLikeSelection Selection, GenerationSettings Settings)
{
    /// <summary>Exposure that predictions are for, protons on target.</summary>
    public const double Pot = 1e20;

    /// <summary>Pairs per model point from the oil in neutrino mode; half as many serve antineutrino mode, whose data are a sixth.</summary>
    public int OilPairs { get; init; } = 16_384;

    /// <summary>Pairs from the soil, likewise.</summary>
    public int SoilPairs { get; init; } = 4_096;

    /// <summary>The selected signal of a model point in one polarity, for <see cref="Pot"/>; its mixing is left open.</summary>
    public YieldCalculator Of(DarkSectorParameters point, BeamMode mode) => new(
        point, Settings with { Pot = Pot, Experiment = Experiment.MiniBooNE }, Beams.Of(mode), Selection, OilPairs / Share(mode), SoilPairs / Share(mode));

    private static int Share(BeamMode mode) => mode == BeamMode.Rhc ? 2 : 1;
}

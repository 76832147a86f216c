using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Response;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>MiniBooNE's selected events in one polarity, for <see cref="MiniBooNEPrediction.Pot"/>; the last bin holds those outside the fitted ones.</summary>
internal sealed class MiniBooNEModePrediction(MiniBooNEPrediction prediction, MiniBooNESettings settings, string files, BeamMode mode) : ISignalPrediction
{
    /// <inheritdoc/>
    public string Title => $"MiniBooNE's signal, {BeamModes.Name(mode)}";

    /// <inheritdoc/>
    public string Identity { get; } = StableText.Of(
        ("MiniBooNE", mode, prediction.Counts, prediction.Settings, settings.Efficiency, settings.RingCut, settings.Clipped, files));

    /// <inheritdoc/>
    public YieldCurve Curve(DarkSectorParameters point, double lowU2, double highU2) => prediction.Of(point, mode).Curve(lowU2, highU2);
}

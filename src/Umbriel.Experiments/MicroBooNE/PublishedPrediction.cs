using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Response;
using Umbriel.Response.Published;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>Selected events of MicroBooNE's published response.</summary>
internal sealed class PublishedPrediction(PublishedAnalysis analysis, FitVariable variable) : ISignalPrediction
{
    /// <summary>Pairs per model point from argon, and as many from soil.</summary>
    private static readonly PairCounts Pairs = new(4096, 4096);

    /// <inheritdoc/>
    public string Title => "signal";

    /// <inheritdoc/>
    public string Identity { get; } = StableText.Of((analysis.Name, analysis.Generation, variable, analysis.Mixtures[0].Name, Pairs, ContentHash.OfFiles(analysis.Files)));

    /// <inheritdoc/>
    public YieldCurve Curve(DarkSectorParameters point, double lowU2, double highU2) =>
        new YieldCalculator(point, analysis.Generation, analysis.Beam, new PublishedSelection(analysis.Response, variable), Pairs).Curve(lowU2, highU2);
}

using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Inference;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Scan;

/// <summary>The whole search of a card: MicroBooNE's limits over MiniBooNE's regions.</summary>
public static class Search
{
    /// <summary>Runs it.</summary>
    /// <param name="inputs">Card and analyses.</param>
    /// <param name="cache">Finished signals.</param>
    /// <param name="threads">Worker threads; results do not depend on them.</param>
    /// <param name="progress">Told of every stage.</param>
    /// <param name="cancellation">Stops between points.</param>
    /// <exception cref="OperationCanceledException">It was stopped; what was finished is in the cache.</exception>
    public static SearchResult Run(SearchInputs inputs, PointCache cache, int threads, IProgressStages progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ScanRun run = new(inputs.Card, cache, threads, progress, cancellation);
        MiniBooNEAnalysis drawn = inputs.MiniBooNE.Drawn;
        IReadOnlyList<Closure> closures = inputs.MicroBooNE.Closures(inputs.Card.Model, progress, cancellation);
        IReadOnlyList<PlaneResult> planes = run.Limits(inputs.MicroBooNE, ScanPoints.Planes(inputs.Card));
        (PointResult point, IReadOnlyList<VariantRow> variants) = Point(inputs, run, cancellation);
        IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> regions = run.Regions([drawn], "MiniBooNE's fits");
        FitSettings fit = inputs.Card.Fit;
        BackgroundScaling other = BackgroundScalings.Other(fit.BackgroundScaling);
        SignalFit otherFit = inputs.MicroBooNE.FitWith(fit.Covariance, other);
        IReadOnlyList<PlaneResult> otherPlanes = run.Limits(otherFit, planes);
        return new SearchResult(
            closures,
            point,
            variants,
            Variables(inputs, run),
            planes,
            run.Compare(inputs.MicroBooNE.Likelihood, planes, regions, "comparison with MiniBooNE"),
            new AlternativeLimits(other, otherPlanes, run.Compare(otherFit, otherPlanes, regions, "comparison, other scaling")));
    }

    /// <summary>The letter's comparison of the distributions, at the card's point.</summary>
    private static IReadOnlyList<VariableRow> Variables(SearchInputs inputs, ScanRun run) =>
    [
        .. inputs.MicroBooNE.ByVariable().Select(analysis => new VariableRow(
            analysis.FitSettings.Variable, analysis.FitSettings.Covariance, analysis.Fit.BinCount, analysis.Fit.BackgroundOnly, run.LimitAt(analysis, inputs.Card.Model).Limit)),
    ];

    /// <summary>The card's own point, and its limit with each reading of the background's uncertainty.</summary>
    private static (PointResult Point, IReadOnlyList<VariantRow> Variants) Point(SearchInputs inputs, ScanRun run, CancellationToken cancellation)
    {
        (PublishedReading Reading, BackgroundScaling Scaling)[] readings = inputs.Card.Fit.Variable == FitVariable.Score
            ? [.. from scaling in BackgroundScalings.All from reading in PublishedReadings.All select (reading, scaling)]
            : [];
        SignalFit[] fits = [inputs.MicroBooNE.Fit, .. readings.Select(r => inputs.MicroBooNE.FitWith(r.Reading, r.Scaling))];
        PointLimit[] limits = run.LimitAt(inputs.MicroBooNE, inputs.Card.Model, fits);
        PointResult point = new(inputs.Card.Model, inputs.MicroBooNE.Selected(inputs.Card.Model, cancellation), limits[0]);
        return (point, [.. readings.Select((r, i) => new VariantRow(r.Reading, r.Scaling, fits[i + 1].BackgroundOnly, limits[i + 1].Limit.ObservedU2, limits[i + 1].Limit.ExpectedU2))]);
    }
}

using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Inference;
using Umbriel.Response;
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
        IReadOnlyList<Closure> closures = inputs.MicroBooNE.Closures(progress, cancellation);
        IReadOnlyList<PlaneResult> planes = run.Limits(inputs.MicroBooNE, ScanPoints.Planes(inputs.Card));
        IReadOnlyList<VariantRow> variants = Variants(inputs, run);
        IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> regions = run.Regions([drawn], "MiniBooNE's fits");
        return new SearchResult(closures, variants, planes, run.Compare(inputs.MicroBooNE.Likelihood, planes, regions, "comparison with MiniBooNE"));
    }

    /// <summary>Limits at the letter's example masses with each reading of the background's uncertainty.</summary>
    private static IReadOnlyList<VariantRow> Variants(SearchInputs inputs, ScanRun run)
    {
        if (inputs.Card.Fit.Variable != FitVariable.Score)
        {
            return [];
        }

        SignalFit[] fits = [.. PublishedReadings.All.Select(inputs.MicroBooNE.FitWith)];
        PointLimit[] limits = run.LimitAt(inputs.MicroBooNE, ResponseBuilder.ExamplePoint, fits);
        return [.. PublishedReadings.All.Select((variant, i) => new VariantRow(variant, fits[i].BackgroundOnly, limits[i].Limit.ObservedU2, limits[i].Limit.ExpectedU2))];
    }
}

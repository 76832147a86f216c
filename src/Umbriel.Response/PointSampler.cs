using System.Collections.Concurrent;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Sites;

namespace Umbriel.Response;

/// <summary>
/// Generates the pairs of reference points as the published sample has them: coherent scattering of ν_μ in the TPC, N
/// decaying where it is made, Z' decaying as DarkNews has it. Each point is generated once; mixtures share them.
/// </summary>
public sealed class PointSampler
{
    private readonly EfficiencyAxes axes;
    private readonly DetectorSite site;
    private readonly int threads;
    private readonly CancellationToken cancellation;
    private readonly int eventsPerPoint;
    private readonly ConcurrentDictionary<DarkSectorParameters, PointSample> samples = new();

    /// <summary>Pairs a point: with more, the efficiency at the letter's example point moves by less than 0.5%.</summary>
    public const int DefaultEvents = 8000;

    /// <summary>Prepares to generate.</summary>
    /// <param name="axes">The published binning.</param>
    /// <param name="site">Where the response was published for.</param>
    /// <param name="threads">Points generated at a time; no result depends on it.</param>
    /// <param name="eventsPerPoint">Pairs a point.</param>
    /// <param name="cancellation">Stops before the next point.</param>
    public PointSampler(EfficiencyAxes axes, DetectorSite site, int threads, int eventsPerPoint = DefaultEvents, CancellationToken cancellation = default)
    {
        this.axes = axes;
        this.site = site;
        this.threads = threads;
        this.cancellation = cancellation;
        this.eventsPerPoint = eventsPerPoint;
    }

    /// <summary>Samples of points, in their order.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<PointSample> Sample(IReadOnlyList<DarkSectorParameters> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        ParallelLoop.For(points.Count, threads, i => samples.GetOrAdd(points[i], Generate), cancellation);
        return [.. points.Select(point => samples[point])];
    }

    private PointSample Generate(DarkSectorParameters point)
    {
        GenerationSettings settings = new(site) { NeutrinoFlavours = [14], ZPolarisation = ZPrimePolarisation.Isotropic };
        EventSource source = new(point, settings, site.Beam.Data, EventOrigin.Tpc);
        TruthEventBatch batch = EventGenerator.Generate(source, 0, eventsPerPoint, eventsPerPoint, threads: 1);
        return batch.Weight.Any(weight => weight > 0.0)
            ? PointSample.Of(axes, batch)
            : throw new NumericalFailureException("efficiency", $"the reference point {point}", "no pair that scatters off argon in this beam and decays in the TPC");
    }
}

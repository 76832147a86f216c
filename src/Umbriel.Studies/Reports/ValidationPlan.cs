using Umbriel.Detector.Cards;
using Umbriel.Reconstruction;
using Umbriel.Studies.Performance;

namespace Umbriel.Studies.Reports;

/// <summary>What a validation of the reconstruction runs.</summary>
/// <param name="Card">The detector.</param>
/// <param name="CardPath">Where it was read.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Samples">The samples with their numbers of events.</param>
/// <param name="Settings">The settings of every step.</param>
/// <param name="Models">Where the models are.</param>
public sealed record ValidationPlan(DetectorCard Card, string CardPath, ulong Seed, IReadOnlyList<(PerformanceSample Sample, int Events)> Samples, ReconstructionSettings Settings, ModelFolder Models)
{
    /// <summary>Runs one sample after the other.</summary>
    /// <param name="models">What was read from <see cref="Models"/>.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="progress">Is told of finished events.</param>
    /// <param name="cancellation">Stops between events.</param>
    public PerformanceReport Run(ReconstructionModels models, int threads, IProgress<long> progress, CancellationToken cancellation)
    {
        List<SampleResult> results = [];
        foreach ((PerformanceSample sample, int events) in Samples)
        {
            List<EventObservation> observed = new(events);
            foreach (EventObservation one in PerformanceRun.Observe(Card, sample, Seed, events, Settings, models, threads, TimeProvider.System, cancellation))
            {
                observed.Add(one);
                progress.Report(1);
            }

            results.Add(new SampleResult(sample, observed));
        }

        return new PerformanceReport(results);
    }
}

using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Studies.Performance;

/// <summary>Simulates, reconstructs and observes the events of a sample, in order, holding a few.</summary>
public static class PerformanceRun
{
    /// <summary>Runs; all but the times depends on card, sample, seed, settings and models alone.</summary>
    /// <param name="card">The detector.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="seed">The run's seed, to which the sample's place is added.</param>
    /// <param name="events">Number of events.</param>
    /// <param name="settings">The settings of every step.</param>
    /// <param name="models">What was learned from simulated events.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="clock">Times the reconstruction.</param>
    /// <param name="cancellation">Stops between events.</param>
    public static IEnumerable<EventObservation> Observe(
        DetectorCard card, PerformanceSample sample, ulong seed, int events, ReconstructionSettings settings, ReconstructionModels models, int threads, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(clock);
        DetectorSimulation simulation = new(card, sample.Source, seed + (ulong)sample.Place);
        return OrderedPipeline.Run<int, EventObservation>(
            Enumerable.Range(0, events),
            () =>
            {
                EventReconstructor reconstructor = new(simulation.Response, settings, models);
                TruthMatcher matcher = new(simulation.Response);
                EventResult result = new();
                return index =>
                {
                    simulation.Simulate(index, result);
                    long start = clock.GetTimestamp();
                    ReconstructedEvent found = reconstructor.Reconstruct(result.Signals, result.Flashes, index, result.Weight);
                    double time = clock.GetElapsedTime(start).TotalSeconds;
                    int[] owners = TrueOwners.Prongs(result.Simulated.Particles);
                    TruthTable truth = matcher.Match(result.Simulated.Particles, result.Simulated.Deposits, result.BeamParticles, found.Hits, owners).At(found.Points);
                    return EventObservation.Of(result.Simulated, card.ActiveVolume, found with { Truth = [.. found.Particles.Select(p => truth.Match(p.Points))] }, time);
                };
            },
            threads,
            cancellation);
    }
}

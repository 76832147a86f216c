using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Reconstruction;

/// <summary>Reconstructs many events on several threads, in order, holding a few: from a file, or as they are simulated. Both ways give the same bits.</summary>
public static class ReconstructionRun
{
    /// <summary>The events of a file, which a thread of its own reads.</summary>
    /// <param name="reader">The file, not used by others meanwhile.</param>
    /// <param name="settings">The settings of every step.</param>
    /// <param name="models">What was learned from simulated events.</param>
    /// <param name="threads">Threads that reconstruct, at least 1.</param>
    /// <param name="cancellation">Stops between events.</param>
    public static IEnumerable<ReconstructedEvent> OfFile(SimulationReader reader, ReconstructionSettings settings, ReconstructionModels models, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reader);
        DetectorResponse response = new(reader.Card);
        return OrderedPipeline.Run(Numbers(reader.Count).Select(reader.Read), () => Worker(response, settings, models), threads, cancellation);
    }

    /// <summary>Events that are simulated by the thread that reconstructs them.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="count">Number of events.</param>
    /// <param name="settings">The settings of every step.</param>
    /// <param name="models">What was learned from simulated events.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="cancellation">Stops between events.</param>
    public static IEnumerable<ReconstructedEvent> OfSimulation(DetectorSimulation simulation, long count, ReconstructionSettings settings, ReconstructionModels models, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        return OrderedPipeline.Run<long, ReconstructedEvent>(
            Numbers(count),
            () =>
            {
                Func<StoredEvent, ReconstructedEvent> reconstruct = Worker(simulation.Response, settings, models);
                EventResult result = new();
                return index =>
                {
                    simulation.Simulate(index, result);
                    return reconstruct(StoredEvent.Of(result));
                };
            },
            threads,
            cancellation);
    }

    private static Func<StoredEvent, ReconstructedEvent> Worker(DetectorResponse response, ReconstructionSettings settings, ReconstructionModels models)
    {
        EventReconstructor own = new(response, settings, models);
        TruthMatcher matcher = new(response);
        return stored =>
        {
            ReconstructedEvent found = own.Reconstruct(stored.Signals, stored.Flashes, stored.Summary.Number, stored.Summary.Label);
            TruthTable truth = matcher.Match(stored.Particles, stored.Deposits, stored.Summary.BeamParticles, found.Hits).At(found.Points);
            return found with { Truth = [.. found.Particles.Select(p => truth.Match(p.Points))] };
        };
    }

    private static IEnumerable<long> Numbers(long count)
    {
        for (long i = 0; i < count; i++)
        {
            yield return i;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Umbriel.Core;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// Simulates a run to HDF5 on several threads. Killed at any time, the same call continues at the last checkpoint of the
/// journal beside the output; the file that results is the same to the byte, and the same for any number of threads.
/// Memory does not grow with the number of events.
/// </summary>
public static class SimulationRun
{
    /// <summary>Where the journal of a run to <paramref name="path"/> is.</summary>
    public static string JournalOf(string path) => path + ".journal";

    /// <summary>Makes the run, or the rest of it; the file appears when it is complete, and then the journal goes.</summary>
    /// <exception cref="UserErrorException">HDF5 is not installed, a file cannot be written, or the journal is of another run.</exception>
    /// <exception cref="RunInterruptedException">Cancelled after at least one event.</exception>
    public static RunTotals Write(string path, DetectorSimulation simulation, SimulationMetadata metadata, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(options);
        string name = JournalOf(path);
        using RunJournal journal = RunJournal.Open(name, Fingerprint(metadata, options.Count));
        RunState state = new();
        if (journal.State is { } kept)
        {
            state.Restore(kept);
            options.Continued?.Invoke(state.Done);
        }

        try
        {
            SimulationFile.WriteChunks(path, metadata, sink =>
            {
                journal.ReadChunks(sink, options.Cancellation);
                if (!journal.IsComplete)
                {
                    new RunPipeline(simulation, journal, sink, state, options).Run();
                }
            });
        }
        catch (OperationCanceledException) when (state.Done > 0)
        {
            throw new RunInterruptedException(state.Done, options.Count, name);
        }
        catch (Exception) when (state.Done == 0)
        {
            journal.Delete();
            throw;
        }

        journal.Delete();
        return state.Totals;
    }

    private static byte[] Fingerprint(SimulationMetadata metadata, long count) => SHA256.HashData(Encoding.UTF8.GetBytes(ContentHash.OfParts(
    [
        KeyValuePair.Create("version", metadata.Version),
        KeyValuePair.Create("title", metadata.DetectorTitle),
        KeyValuePair.Create("detector", metadata.DetectorCard),
        KeyValuePair.Create("source", metadata.Source),
        KeyValuePair.Create("cosmics", metadata.Cosmics),
        KeyValuePair.Create("weights", metadata.WeightNames.Text),
        KeyValuePair.Create("seed", $"{metadata.Seed}"),
        KeyValuePair.Create("events", $"{count}"),
        KeyValuePair.Create("schema", SimulationSchema.Text),
    ])));
}

using System.Collections.Concurrent;
using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Output;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel reconstruct</c>: hits, space points and particles of simulated events, to HDF5.</summary>
internal static class ReconstructVerb
{
    private const int BlockLength = 32;

    public static Command Create()
    {
        Command command = new("reconstruct", "Hits, space points and first particles of simulated events, to HDF5 (.h5).");
        Argument<string> file = new("FILE") { Description = "File of umbriel simulate (.h5)." };
        Option<string> output = new("--output", "-o") { Description = "File to write, .h5 or .hdf5.", Required = true, HelpName = "FILE" };
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(file);
        foreach (Option option in new Option[] { output, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(
            command,
            "umbriel simulate --detector cards/detectors/microboone.yaml --particle e- --energy 300 --events 10 -o electrons.h5",
            "umbriel reconstruct electrons.h5 -o found.h5");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(output);
            if (Path.GetExtension(path) is not (".h5" or ".hdf5"))
            {
                throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .h5 or .hdf5");
            }

            string input = parsed.GetRequiredValue(file);
            using Interruption interruption = new();
            using SimulationReader reader = SimulationReader.Open(input);
            Totals totals = new();
            using (ProgressReporter progress = Progress.Start(parsed, quiet, "reconstruct", "events", reader.Count))
            {
                ReconstructionMetadata metadata = new(CodeVersion.Full, reader.Metadata.DetectorTitle, reader.Metadata.DetectorCard, Path.GetFileName(input), ContentHash.OfFile(input));
                ReconstructionFile.Write(path, Events(reader, parsed.GetValue(threads) ?? Environment.ProcessorCount, totals, progress, interruption.Token), metadata);
            }

            totals.Print(parsed.InvocationConfiguration.Output, path, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Reads a block, reconstructs it on all threads, hands it out in order.</summary>
    private static IEnumerable<ReconstructedEvent> Events(SimulationReader reader, int threads, Totals totals, ProgressReporter progress, CancellationToken cancellation)
    {
        DetectorResponse response = new(reader.Card);
        ParticleModels models = ParticleModels.Default();
        ConcurrentBag<EventReconstructor> free = [];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        for (long first = 0; first < reader.Count; first += BlockLength)
        {
            StoredEvent[] stored = new StoredEvent[(int)Math.Min(BlockLength, reader.Count - first)];
            for (int i = 0; i < stored.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                stored[i] = reader.Read(first + i);
            }

            ReconstructedEvent[] found = new ReconstructedEvent[stored.Length];
            Parallel.For(0, stored.Length, options, i =>
            {
                if (!free.TryTake(out EventReconstructor? own))
                {
                    own = new EventReconstructor(response, new ReconstructionSettings(), models);
                }

                found[i] = own.Reconstruct(stored[i].Signals, stored[i].Summary.Number, stored[i].Summary.Weight);
                free.Add(own);
            });
            foreach (ReconstructedEvent one in found)
            {
                totals.Add(one);
                yield return one;
            }

            progress.Report(found.Length);
        }
    }

    private sealed class Totals
    {
        private long events;
        private long hits;
        private long points;
        private long particles;
        private long withParticle;

        public void Add(ReconstructedEvent found)
        {
            events++;
            hits += found.Hits.Count;
            points += found.Points.Count;
            particles += found.Particles.Count;
            withParticle += found.Particles.Count > 0 ? 1 : 0;
        }

        public void Print(TextWriter output, string path, bool json)
        {
            (string Key, string Label, long Value)[] rows =
            [
                ("events", "events", events), ("events_with_particle", "events with a particle", withParticle),
                ("hits", "hits", hits), ("points", "space points", points), ("particles", "particles", particles),
            ];
            if (json)
            {
                JsonOutput.Write(output, writer =>
                {
                    writer.WriteString("file", path);
                    foreach ((string key, _, long value) in rows)
                    {
                        writer.WriteNumber(key, value);
                    }
                });
                return;
            }

            TextTable table = new("", path);
            foreach ((_, string label, long value) in rows)
            {
                table.Add(label, $"{value}");
            }

            table.Write(output);
        }
    }
}

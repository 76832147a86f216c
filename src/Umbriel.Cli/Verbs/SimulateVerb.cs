using System.CommandLine;
using Umbriel.Cli.Search;
using Umbriel.Cli.Simulation;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Generation;
using Umbriel.Generation.Geometry;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel simulate</c>: single particles, or the pairs of a model card, from transport to wires, to HDF5.</summary>
internal static class SimulateVerb
{
    private const long MostEvents = 100_000_000;

    public static Command Create()
    {
        Command command = new("simulate", "Particles in a liquid-argon detector: their transport, wire signals and flashes, to HDF5 (.h5).");
        Argument<string?> card = new("CARD") { Description = "Model card whose e+e- pairs, born in the TPC, are simulated; else --particle.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> detector = new("--detector") { Description = "Detector card (YAML).", Required = true, HelpName = "FILE" };
        SimulationOptions particle = new();
        Option<long> events = new("--events", "-n") { Description = "Number of events.", DefaultValueFactory = _ => 100, HelpName = "N" };
        Option<string> output = new("--output", "-o") { Description = "File to write, .h5 or .hdf5.", Required = true, HelpName = "FILE" };
        Option<ulong?> seed = new("--seed") { Description = "Random seed (default: the model card's, else 1).", HelpName = "N" };
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(card);
        command.Add(detector);
        particle.AddTo(command);
        foreach (Option option in new Option[] { events, output, seed, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(
            command,
            "umbriel simulate --detector cards/detectors/microboone.yaml --particle gamma --energy 300 --events 10 -o gamma.h5",
            "umbriel simulate cards/key-point.yaml --detector cards/detectors/microboone.yaml --events 10 -o pairs.h5");
        command.SetAction(parsed =>
        {
            long count = parsed.GetValue(events);
            if (count is < 1 or > MostEvents)
            {
                throw new UserErrorException("--events", null, $"{count}", $"1 to {MostEvents}");
            }

            string path = parsed.GetRequiredValue(output);
            if (Path.GetExtension(path) is not (".h5" or ".hdf5"))
            {
                throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .h5 or .hdf5");
            }

            using Interruption interruption = new();
            string detectorPath = parsed.GetRequiredValue(detector);
            DetectorCard detectorCard = DetectorCardReader.Read(detectorPath);
            ulong runSeed;
            IPrimarySource source;
            string sourceText;
            if (parsed.GetValue(card) is { } modelPath)
            {
                particle.RefuseWithCard(parsed);
                (source, runSeed, sourceText) = Pairs(modelPath, parsed.GetValue(seed), count, detectorCard, detectorPath);
            }
            else
            {
                SingleParticleSource single = particle.Source(parsed, detectorCard);
                (source, runSeed, sourceText) = (single, parsed.GetValue(seed) ?? 1, single.ToCanonicalText());
            }

            RunTotals totals;
            using (ProgressReporter progress = Progress.Start(parsed, quiet, "simulate", "events", count))
            {
                totals = SimulationRun.Write(
                    path,
                    new DetectorSimulation(detectorCard, source, runSeed),
                    new SimulationMetadata { Version = CodeVersion.Full, DetectorCard = detectorCard.ToCanonicalText(), Source = sourceText, Seed = runSeed },
                    new RunOptions
                    {
                        Count = count,
                        Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                        Progress = progress,
                        Continued = done =>
                        {
                            progress.Skip(done);
                            Continued(parsed, parsed.GetValue(quiet), path, done, count);
                        },
                        Cancellation = interruption.Token,
                    });
            }

            SimulationTotals.Print(totals, parsed.InvocationConfiguration.Output, path, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static (IPrimarySource Source, ulong Seed, string Text) Pairs(string path, ulong? seed, long count, DetectorCard detector, string detectorPath)
    {
        SearchInputs inputs = SearchInputs.Read(path);
        GenerationSettings settings = inputs.Card.Generation with { Seed = seed ?? inputs.Card.Generation.Seed };
        EventSource source = new(inputs.Card.Model, settings, inputs.Beam, EventOrigin.Tpc);
        if (source.IsEmpty)
        {
            throw new UserErrorException(path, "origin", "no events (below threshold, or N decays before it arrives)", "a point that can reach the TPC; try 'umbriel rate'");
        }

        Box born = DetectorGeometry.For(settings.Geometry, settings.Experiment).Active.Bounds;
        return (new PairSource(source, count, born, detector, detectorPath), settings.Seed, inputs.Card.ToCanonicalText());
    }

    private static void Continued(ParseResult parsed, bool quiet, string path, long done, long count)
    {
        if (!quiet)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"umbriel: continues {SimulationRun.JournalOf(path)} after {done} of {count} events");
        }
    }
}

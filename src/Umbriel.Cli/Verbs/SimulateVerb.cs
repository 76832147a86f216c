using System.CommandLine;
using Umbriel.Cli.Simulation;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;

namespace Umbriel.Cli.Verbs;

/// <summary>
/// <c>umbriel simulate</c>: single particles, the pairs of a model card, events of other generators and cosmic muons, from transport to
/// wires, to HDF5.
/// </summary>
internal static class SimulateVerb
{
    private const long MostEvents = 100_000_000;
    private const long UsualEvents = 100;

    public static Command Create()
    {
        Command command = new("simulate", "Particles in a liquid-argon detector: their transport, wire signals and flashes, to HDF5 (.h5). A run that was stopped or killed goes on when the same command is given again.");
        Argument<string?> card = new("CARD") { Description = "Model card whose e+e- pairs, born in the TPC, are simulated; else --particle or --events-from.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> detector = new("--detector") { Description = "Detector card (YAML).", Required = true, HelpName = "FILE" };
        SimulationOptions primaries = new();
        CosmicOptions cosmics = new();
        Option<long?> events = new("--events", "-n") { Description = $"Number of events (default: {UsualEvents}, or all of the file).", HelpName = "N" };
        Option<string> output = new("--output", "-o") { Description = "File to write, .h5 or .hdf5.", Required = true, HelpName = "FILE" };
        Option<ulong?> seed = new("--seed") { Description = "Random seed (default: the model card's, else 1).", HelpName = "N" };
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(card);
        command.Add(detector);
        primaries.AddTo(command);
        cosmics.AddTo(command);
        foreach (Option option in new Option[] { events, output, seed, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(
            command,
            "umbriel simulate --detector cards/detectors/microboone.yaml --particle gamma --energy 300 --events 10 -o gamma.h5",
            "umbriel simulate cards/key-point.yaml --detector cards/detectors/microboone.yaml --events 10 -o pairs.h5",
            "umbriel simulate cards/key-point.yaml --detector cards/detectors/microboone.yaml --events 2 --cosmics -o overlay.h5",
            "umbriel simulate --detector cards/detectors/icarus-like.yaml --cosmics --events 1 -o cosmics.h5",
            "umbriel simulate --detector cards/detectors/sbnd-like.yaml --events-from cards/events/example.hepevt -o events.h5");
        command.SetAction(parsed =>
        {
            long? asked = parsed.GetValue(events);
            if (asked is < 1 or > MostEvents)
            {
                throw new UserErrorException("--events", null, $"{asked}", $"1 to {MostEvents}");
            }

            string path = parsed.GetRequiredValue(output);
            if (Path.GetExtension(path) is not (".h5" or ".hdf5"))
            {
                throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .h5 or .hdf5");
            }

            using Interruption interruption = new();
            string detectorPath = parsed.GetRequiredValue(detector);
            DetectorCard detectorCard = DetectorCardReader.Read(detectorPath);
            (CosmicMuons? muons, string cosmicText) = cosmics.For(parsed, detectorCard);
            ulong? runSeed = parsed.GetValue(seed);
            SimulationSource made;
            if (parsed.GetValue(card) is { } modelPath)
            {
                primaries.RefuseWithCard(parsed);
                made = SimulationSource.Pairs(modelPath, runSeed, asked ?? UsualEvents, detectorCard, detectorPath);
            }
            else
            {
                made = primaries.Source(parsed, detectorCard, asked, UsualEvents, runSeed ?? 1, nothing: muons is not null);
            }

            using SimulationSource source = made;
            SimulationMetadata metadata = new() { Version = CodeVersion.Full, DetectorTitle = detectorCard.Title, DetectorCard = detectorCard.ToCanonicalText(), Source = source.Text, Cosmics = cosmicText, Seed = source.Seed };
            RunTotals totals;
            using (ProgressReporter progress = Progress.Start(parsed, quiet, "simulate", "events", source.Count))
            {
                totals = SimulationRun.Write(path, new DetectorSimulation(detectorCard, source.Primaries, source.Seed, muons), metadata, new RunOptions
                {
                    Count = source.Count,
                    Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                    Progress = progress,
                    Continued = done =>
                    {
                        progress.Skip(done);
                        if (!parsed.GetValue(quiet))
                        {
                            parsed.InvocationConfiguration.Error.WriteLine($"umbriel: continues {SimulationRun.JournalOf(path)} after {done} of {source.Count} events");
                        }
                    },
                    Cancellation = interruption.Token,
                });
            }

            SimulationTotals.Print(totals, parsed.InvocationConfiguration.Output, path, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }
}

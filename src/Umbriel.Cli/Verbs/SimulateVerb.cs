using Umbriel.Cli.Simulation;
using Umbriel.Detector.Simulation;

namespace Umbriel.Cli.Verbs;

/// <summary>
/// <c>umbriel simulate</c>: single particles, the pairs of a model card, events of other generators and cosmic muons, from transport to
/// wires, to HDF5.
/// </summary>
internal static class SimulateVerb
{
    public static Command Create()
    {
        Command command = new("simulate", "Particles in a liquid-argon detector: their transport, wire signals and flashes, to HDF5 (.h5). A run that was stopped or killed goes on when the same command is given again.");
        Argument<string?> card = new("CARD") { Description = "Model card whose e+e- pairs, born in the TPC, are simulated; else --particle or --events-from.", Arity = ArgumentArity.ZeroOrOne };
        SimulationSetup setup = new();
        Option<string> output = new("--output", "-o") { Description = "File to write, .h5 or .hdf5.", Required = true, HelpName = "FILE" };
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(card);
        setup.AddTo(command);
        foreach (Option option in new Option[] { output, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(
            command,
            "umbriel simulate --detector cards/detectors/microboone.yaml --particle gamma --energy 300 --events 10 -o gamma.h5",
            "umbriel simulate cards/key-point.yaml --events 10 -o pairs.h5",
            "umbriel simulate cards/key-point.yaml --site sbnd --events 2 --cosmics -o overlay.h5",
            "umbriel simulate --detector cards/detectors/icarus-like.yaml --cosmics --events 1 -o cosmics.h5",
            "umbriel simulate --detector cards/detectors/sbnd-like.yaml --events-from cards/events/example.hepevt -o events.h5");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(output);
            if (Path.GetExtension(path) is not (".h5" or ".hdf5"))
            {
                throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .h5 or .hdf5");
            }

            using Interruption interruption = new();
            using PlannedSimulation plan = setup.Plan(parsed, parsed.GetValue(card));
            RunTotals totals;
            using (ProgressReporter progress = Progress.Start(parsed, quiet, "simulate", "events", plan.Source.Count))
            {
                totals = SimulationRun.Write(path, plan.Prepare(), plan.Metadata, new RunOptions
                {
                    Count = plan.Source.Count,
                    Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                    Progress = progress,
                    Continued = done =>
                    {
                        progress.Skip(done);
                        if (!parsed.GetValue(quiet))
                        {
                            parsed.InvocationConfiguration.Error.WriteLine($"umbriel: continues {SimulationRun.JournalOf(path)} after {done} of {plan.Source.Count} events");
                        }
                    },
                    Cancellation = interruption.Token,
                });
            }

            SimulationTotals.Print(totals, parsed.InvocationConfiguration.Output, path, parsed.GetValue(json));
            SiteOption.WriteNotes(parsed, plan.Site, quiet);
            return ExitCode.Success;
        });
        return command;
    }
}

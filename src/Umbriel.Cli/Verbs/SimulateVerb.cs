using Umbriel.Cli.Simulation;
using Umbriel.Detector.Simulation;
using Umbriel.Studies.Simulation;

namespace Umbriel.Cli.Verbs;

/// <summary>
/// <c>umbriel simulate</c>: single particles, the pairs of a model card, events of other generators and cosmic muons, from transport to
/// wires, to HDF5.
/// </summary>
internal static class SimulateVerb
{
    public static Command Create()
    {
        CardInput card = new(description: "Model card whose e+e- pairs, born in the TPC, are simulated; else --particle or --events-from.", optional: true);
        SimulationSetup setup = new();
        OutputOption output = CommonOptions.OutputFile("File to write, .h5 or .hdf5.", ".h5", ".hdf5");
        return Verb.Create(
            "simulate",
            "Particles in a liquid-argon detector: their transport, wire signals and flashes, to HDF5 (.h5). A run that was stopped or killed goes on when the same command is given again.",
            [.. card.Symbols, .. setup.Symbols, output],
            Shared.All,
            [
                "umbriel simulate --detector cards/detectors/microboone.yaml --particle gamma --energy 300 --events 10 -o gamma.h5",
                "umbriel simulate cards/key-point.yaml --events 10 -o pairs.h5",
                "umbriel simulate cards/key-point.yaml --site sbnd --events 2 --cosmics -o overlay.h5",
                "umbriel simulate --detector cards/detectors/icarus-like.yaml --cosmics --events 1 -o cosmics.h5",
                "umbriel simulate --detector cards/detectors/sbnd-like.yaml --events-from cards/events/example.hepevt -o events.h5",
            ],
            run =>
            {
                string path = run.Required(output);
                using PlannedSimulation plan = setup.Plan(run, card);
                RunTotals totals;
                using (ProgressReporter progress = run.Progress("simulate", "events", plan.Source.Count))
                {
                    totals = SimulationRun.Write(path, plan.Prepare(), plan.Metadata, new RunOptions
                    {
                        Count = plan.Source.Count,
                        Threads = run.Threads,
                        Progress = progress,
                        Continued = done =>
                        {
                            progress.Skip(done);
                            if (!run.IsQuiet)
                            {
                                run.Parsed.InvocationConfiguration.Error.WriteLine($"umbriel: continues {SimulationRun.JournalOf(path)} after {done} of {plan.Source.Count} events");
                            }
                        },
                        Cancellation = run.Cancellation,
                    });
                }

                if (plan.Site is not null)
                {
                    run.WarnWithoutPairs(totals.Weights);
                }

                run.Print(new SimulationTotals(totals, path));
                SiteOption.WriteNotes(run, plan.Site);
            });
    }
}

using System.Globalization;
using Umbriel.Cli.Simulation;
using Umbriel.Detector.Simulation;
using Umbriel.Generation.Sites;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Output;
using Umbriel.Reconstruction.Slices;
using Umbriel.Studies.Simulation;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel reconstruct</c>: hits, space points and particles of simulated events, to HDF5: of a file, or simulated on the way.</summary>
internal static class ReconstructVerb
{
    private const double LeastReach = 20.0;
    private const double MostReach = 2000.0;

    public static Command Create()
    {
        CardInput input = new("FILE|CARD", "File of umbriel simulate (.h5 or .hdf5); or a model card whose pairs are simulated, or nothing and --particle, --events-from or --cosmics.", optional: true);
        SimulationSetup setup = new();
        ReconstructionOptions options = new();
        Option<double?> aroundFlash = new("--around-flash") { Description = "Look only at what is within this distance in z of the flash in the beam's gate, cm: 90 holds almost all of a shower and takes less than half of the time under cosmic rays. Events without such a flash are left empty.", HelpName = "CM" };
        OutputOption output = CommonOptions.OutputFile("File to write, .h5 or .hdf5.", ".h5", ".hdf5");
        return Verb.Create(
            "reconstruct",
            "Hits, space points, showers and tracks of simulated events, to HDF5 (.h5): of a file of umbriel simulate, or simulated on the way, with its options.",
            [.. input.Symbols, .. setup.Symbols, .. options.Symbols, aroundFlash, output],
            Shared.All,
            [
                "umbriel simulate --detector cards/detectors/microboone.yaml --particle e- --energy 300 --events 10 -o electrons.h5",
                "umbriel reconstruct electrons.h5 -o found.h5",
                "umbriel reconstruct cards/key-point.yaml --events 10 -o pairs.h5",
                "umbriel reconstruct cards/key-point.yaml --cosmics --around-flash 90 --events 4 -o overlaid.h5",
            ],
            run =>
            {
                string path = run.Required(output);
                double? reach = run.Value(aroundFlash);
                if (reach is not (null or >= LeastReach and <= MostReach))
                {
                    throw new UserErrorException("--around-flash", null, reach.Value.ToString(CultureInfo.InvariantCulture), $"{LeastReach} to {MostReach} cm");
                }

                ReconstructionSettings settings = options.Settings(run);
                settings = reach is null ? settings : settings with { Slices = settings.Slices with { FlashReach = reach } };
                ReconstructionTotals totals = new(path);
                DetectorSite? place = null;
                ReconstructionModels models = ReconstructionModels.Load(options.Models(run));
                if (input.PathIn(run) is { } file && IsHdf5(file))
                {
                    setup.RefuseWithFile(run, file, input);
                    using SimulationReader reader = SimulationReader.Open(file);
                    Task<HashedInput> hashed = Task.Run(() => HashedInput.Of(file));
                    using ProgressReporter progress = run.Progress("reconstruct", "events", reader.Count);
                    IEnumerable<ReconstructedEvent> events = ReconstructionRun.OfFile(reader, settings, models, run.Threads, run.Cancellation);
                    ReconstructionFile.Write(path, totals.Count(events, progress), ReconstructionMetadata.Of(CodeVersion.Full, reader.Metadata, settings, models), hashed);
                }
                else
                {
                    using PlannedSimulation plan = setup.Plan(run, input);
                    using ProgressReporter progress = run.Progress("simulate and reconstruct", "events", plan.Source.Count);
                    IEnumerable<ReconstructedEvent> events = ReconstructionRun.OfSimulation(plan.Prepare(), plan.Source.Count, settings, models, run.Threads, run.Cancellation);
                    ReconstructionFile.Write(path, totals.Count(events, progress), ReconstructionMetadata.Of(CodeVersion.Full, plan.Metadata, settings, models));
                    place = plan.Site;
                }

                if (place is not null)
                {
                    run.WarnWithoutPairs(totals.Weights);
                }

                run.Print(totals);
                SiteOption.WriteNotes(run, place);
            });
    }

    private static bool IsHdf5(string path) => Path.GetExtension(path) is ".h5" or ".hdf5";
}

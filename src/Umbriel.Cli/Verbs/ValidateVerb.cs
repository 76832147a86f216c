using Umbriel.Cli.Simulation;
using Umbriel.Detector.Cards;
using Umbriel.Reconstruction;
using Umbriel.Reports;
using Umbriel.Studies.Performance;
using Umbriel.Studies.Reports;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel validate</c>: how well the reconstruction does, as a report.</summary>
internal static class ValidateVerb
{
    private const string Reconstruction = "reconstruction";
    private const int MostEvents = 100_000;

    public static Command Create()
    {
        Argument<string> what = new("WHAT") { Description = $"What to validate: {Reconstruction}." };
        InputOption detector = new("--detector") { Description = "Detector card (YAML).", Required = true, HelpName = "FILE" };
        ReconstructionOptions options = new();
        OutputOption output = CommonOptions.OutputFolder();
        Option<bool> replace = CommonOptions.ReplaceFigures();
        Option<long?> events = CommonOptions.Events("Events of each sample (default: the sample's own number, 1000 to 4000).");
        Option<string?> samples = new("--samples") { Description = $"Samples, separated by commas (default: all): {string.Join(", ", PerformanceSample.Names)}.", HelpName = "NAMES" };
        Option<ulong> seed = new("--seed") { Description = $"Random seed (default: {PerformanceSample.LeastSeed}, and not less: lower ones are of the training); each sample adds its place in the list.", HelpName = "N", DefaultValueFactory = static _ => PerformanceSample.LeastSeed };
        return Verb.Create(
            "validate",
            "How well the reconstruction does on particles that it simulates: a report with figures, tables and the numbers that are asked of it.",
            [what, detector, .. options.Symbols, output, replace, events, samples, seed],
            Shared.All,
            ["umbriel validate reconstruction --detector cards/detectors/microboone.yaml --samples electrons,photons --events 10 -o out/performance"],
            run =>
            {
                if (run.Required(what) is not Reconstruction and var other)
                {
                    throw new UserErrorException("WHAT", null, $"'{other}'", Reconstruction);
                }

                if (run.Value(events) is { } count and (< 1 or > MostEvents))
                {
                    throw new UserErrorException("--events", null, $"{count}", $"1 to {MostEvents}");
                }

                ulong chosen = run.Value(seed);
                if (chosen < PerformanceSample.LeastSeed)
                {
                    throw new UserErrorException("--seed", null, $"{chosen}", $"{PerformanceSample.LeastSeed} or more; lower ones are of the training");
                }

                string path = run.Required(detector);
                DetectorCard card = DetectorCardReader.Read(path);
                ValidationPlan plan = new(card, path, chosen, [.. PerformanceSample.Named(card, "--samples", run.Value(samples)).Select(s => (s, (int?)run.Value(events) ?? s.Events))], options.Settings(run), options.Models(run));
                ReconstructionModels models = ReconstructionModels.Load(plan.Models);
                using OutputFolder folder = new(run.Required(output), run.Value(replace));
                PerformanceReport report;
                using (ProgressReporter progress = run.Progress("validate", "events", plan.Samples.Sum(static s => (long)s.Events)))
                {
                    report = plan.Run(models, run.Threads, progress, run.Cancellation);
                }

                ValidationOutput.Write(folder, plan, report, run.Cancellation);
                run.Warn(folder.Notice);
                run.Print(new ValidationSummary(report, run.Required(output)));
            });
    }
}

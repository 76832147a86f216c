using Umbriel.Cli.Simulation;
using Umbriel.Detector.Cards;
using Umbriel.Reconstruction;
using Umbriel.Studies.Training;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel train</c>: simulates, reconstructs and trains a classifier of the reconstruction.</summary>
internal static class TrainVerb
{
    private const int LeastEvents = 20;
    private const int MostEvents = 1_000_000;

    public static Command Create()
    {
        Argument<string> name = new("TARGET") { Description = $"What to train: {string.Join(", ", TrainingTargets.All.Select(static t => t.Name))}." };
        Option<string> detector = new("--detector") { Description = "Detector card (YAML).", Required = true, HelpName = "FILE" };
        ReconstructionOptions options = new();
        Option<int?> events = new("--events", "-n") { Description = "Number of events (default: the target's; track-score.json of the data folder is made with it).", HelpName = "N" };
        Option<string> output = new("--output", "-o") { Description = "Model to write, .json.", Required = true, HelpName = "FILE" };
        Option<ulong> seed = new("--seed") { Description = "Random seed (default: 1).", HelpName = "N", DefaultValueFactory = static _ => 1 };
        return Verb.Create(
            "train",
            "Trains a classifier of the reconstruction on events that it simulates; half of them are held out and tell how good it is. Needs XGBoost (Debian package libxgboost0).",
            [name, detector, .. options.Symbols, events, output, seed],
            Shared.All,
            ["umbriel train track-score --detector cards/detectors/microboone.yaml --events 80 -o track-score.json"],
            run =>
            {
                ITrainingTarget target = TrainingTargets.Named("TARGET", run.Required(name));
                int count = run.Value(events) ?? target.Events;
                if (count is < LeastEvents or > MostEvents)
                {
                    throw new UserErrorException("--events", null, $"{count}", $"{LeastEvents} to {MostEvents}");
                }

                string path = run.Required(output);
                if (Path.GetExtension(path) != ".json")
                {
                    throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .json");
                }

                string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
                if (!Directory.Exists(folder))
                {
                    throw new UserErrorException("--output", null, $"'{path}'", "a file in a folder that exists");
                }

                DetectorCard card = DetectorCardReader.Read(run.Required(detector));
                TrainingPlan plan = new(card, target, run.Value(seed), count, options.Settings(run), options.Models(run));
                TrainingResult result;
                using (ProgressReporter progress = run.Progress("train", "events", count))
                {
                    result = TrainingRun.Train(plan, run.Threads, CodeVersion.Full, progress, run.Cancellation);
                }

                result.Model.Save(path);
                Print(run, result, target, path);
            });
    }

    private static void Print(VerbRun run, TrainingResult result, ITrainingTarget target, string path)
    {
        (string Group, bool Label, int Rows, double Above)[] groups =
        [
            .. result.HeldOut.GroupBy(static r => (r.Row.Label, r.Row.Group)).OrderBy(static g => g.Key.Label).ThenBy(static g => g.Key.Group, StringComparer.Ordinal)
                .Select(static g => (g.Key.Group, g.Key.Label, g.Count(), g.Average(static r => r.Score > 0.5f ? 1.0 : 0.0))),
        ];
        (string Name, double? Gain)[] features = [.. result.Model.Names.Zip(result.Model.Gain).OrderByDescending(static f => f.Second ?? 0.0)];
        run.Print(
            writer =>
            {
                writer.WriteString("file", path);
                writer.WriteString("target", target.Name);
                writer.WriteNumber("rows_trained", result.Trained);
                writer.WriteNumber("rows_held_out", result.HeldOut.Count);
                if (result.Area() is { } area)
                {
                    writer.WriteNumber("area_under_curve", area);
                }

                writer.WriteStartObject("attributes");
                foreach ((string attribute, string text) in result.Model.Attributes.OrderBy(static a => a.Key, StringComparer.Ordinal))
                {
                    writer.WriteString(attribute, text);
                }

                writer.WriteEndObject();
                writer.WriteStartArray("groups");
                foreach ((string group, bool label, int rows, double above) in groups)
                {
                    writer.WriteStartObject();
                    writer.WriteString("group", group);
                    writer.WriteBoolean("label", label);
                    writer.WriteNumber("rows", rows);
                    writer.WriteNumber("share_above_half", above);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteStartObject("gain");
                foreach ((string feature, double? gain) in features)
                {
                    writer.WriteNumber(feature, gain ?? 0.0);
                }

                writer.WriteEndObject();
            },
            output =>
            {
                output.WriteLine($"{path}: {target.Name} ({target.Meaning}), trained with {result.Trained} rows");
                output.WriteLine($"area under the curve of {result.HeldOut.Count} rows held out: {(result.Area() is { } held ? $"{held:F4}" : "only one kind among them")}");
                TextTable table = new("group", "label", "rows", "score above 0.5");
                foreach ((string group, bool label, int rows, double above) in groups)
                {
                    table.Add(group, label ? "1" : "0", $"{rows}", $"{above:F3}");
                }

                table.Write(output);
                TextTable gains = new("feature", "mean gain");
                foreach ((string feature, double? gain) in features)
                {
                    gains.Add(feature, gain is { } mean ? $"{mean:F1}" : "-");
                }

                gains.Write(output);
            });
    }
}

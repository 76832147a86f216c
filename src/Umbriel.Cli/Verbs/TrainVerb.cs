using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Formats.Json;
using Umbriel.Studies.Training;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel train</c>: simulates, reconstructs and trains a classifier of the reconstruction.</summary>
internal static class TrainVerb
{
    private const int LeastEvents = 20;
    private const int MostEvents = 1_000_000;

    public static Command Create()
    {
        Command command = new("train", "Trains a classifier of the reconstruction on events that it simulates; half of them are held out and tell how good it is. Needs XGBoost (Debian package libxgboost0).");
        Argument<string> name = new("TARGET") { Description = $"What to train: {string.Join(", ", TrainingTargets.All.Select(static t => t.Name))}." };
        Option<string> detector = new("--detector") { Description = "Detector card (YAML).", Required = true, HelpName = "FILE" };
        Option<int?> events = new("--events", "-n") { Description = "Number of events (default: the target's; track-score.json of the data folder is made with it).", HelpName = "N" };
        Option<string> output = new("--output", "-o") { Description = "Model to write, .json.", Required = true, HelpName = "FILE" };
        Option<ulong> seed = new("--seed") { Description = "Random seed (default: 1).", HelpName = "N", DefaultValueFactory = static _ => 1 };
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(name);
        foreach (Option option in new Option[] { detector, events, output, seed, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(command, "umbriel train track-score --detector cards/detectors/microboone.yaml --events 80 -o track-score.json");
        command.SetAction(parsed =>
        {
            ITrainingTarget target = TrainingTargets.Named("TARGET", parsed.GetRequiredValue(name));
            int count = parsed.GetValue(events) ?? target.Events;
            if (count is < LeastEvents or > MostEvents)
            {
                throw new UserErrorException("--events", null, $"{count}", $"{LeastEvents} to {MostEvents}");
            }

            string path = parsed.GetRequiredValue(output);
            if (Path.GetExtension(path) != ".json")
            {
                throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .json");
            }

            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (!Directory.Exists(folder))
            {
                throw new UserErrorException("--output", null, $"'{path}'", "a file in a folder that exists");
            }

            using Interruption interruption = new();
            DetectorCard card = DetectorCardReader.Read(parsed.GetRequiredValue(detector));
            TrainingResult result;
            using (ProgressReporter progress = Progress.Start(parsed, quiet, "train", "events", count))
            {
                result = TrainingRun.Train(card, target, parsed.GetValue(seed), count, parsed.GetValue(threads) ?? Environment.ProcessorCount, CodeVersion.Full, progress, interruption.Token);
            }

            result.Model.Save(path);
            Print(result, target, parsed.InvocationConfiguration.Output, path, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TrainingResult result, ITrainingTarget target, TextWriter output, string path, bool json)
    {
        (string Group, bool Label, int Rows, double Above)[] groups =
        [
            .. result.HeldOut.GroupBy(static r => (r.Row.Label, r.Row.Group)).OrderBy(static g => g.Key.Label).ThenBy(static g => g.Key.Group, StringComparer.Ordinal)
                .Select(static g => (g.Key.Group, g.Key.Label, g.Count(), g.Average(static r => r.Score > 0.5f ? 1.0 : 0.0))),
        ];
        (string Name, double? Gain)[] features = [.. result.Model.Names.Zip(result.Model.Gain).OrderByDescending(static f => f.Second ?? 0.0)];
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteString("file", path);
                writer.WriteString("target", target.Name);
                writer.WriteNumber("rows_trained", result.Trained);
                writer.WriteNumber("rows_held_out", result.HeldOut.Count);
                if (result.Area() is { } area)
                {
                    writer.WriteNumber("area_under_curve", area);
                }

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
            });
            return;
        }

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
    }
}

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
        InputOption detector = new("--detector") { Description = "Detector card (YAML).", Required = true, HelpName = "FILE" };
        ReconstructionOptions options = new();
        Option<long?> events = CommonOptions.Events("Number of events (default: the target's; track-score.json of the data folder is made with it).");
        OutputOption output = CommonOptions.OutputFile("Model to write, .json.", ".json");
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
                long count = run.Value(events) ?? target.Events;
                if (count is < LeastEvents or > MostEvents)
                {
                    throw new UserErrorException("--events", null, $"{count}", $"{LeastEvents} to {MostEvents}");
                }

                string path = run.Required(output);
                DetectorCard card = DetectorCardReader.Read(run.Required(detector));
                TrainingPlan plan = new(card, target, run.Value(seed), (int)count, options.Settings(run), options.Models(run, target.Name));
                TrainingResult result;
                using (ProgressReporter progress = run.Progress("train", "events", count))
                {
                    result = TrainingRun.Train(plan, run.Threads, CodeVersion.Full, progress, run.Cancellation);
                }

                result.Model.Save(path);
                run.Print(new TrainingSummary(result, target, path));
            });
    }
}

using System.Globalization;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Learning;

namespace Umbriel.Studies.Training;

/// <summary>Trains a classifier on events of even number and tries it on the others. The model depends on the plan alone.</summary>
public static class TrainingRun
{
    /// <summary>Simulates and trains.</summary>
    /// <param name="plan">What is trained, and with what.</param>
    /// <param name="threads">Degree of parallelism of the simulation, at least 1.</param>
    /// <param name="version">Umbriel's version, for the file.</param>
    /// <param name="progress">Is told of finished events.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <exception cref="UserErrorException">XGBoost is not installed, or there are too few events.</exception>
    public static TrainingResult Train(TrainingPlan plan, int threads, string version, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (DetectorCard card, ITrainingTarget target) = (plan.Card, plan.Target);
        Version library = BoostedTreesTrainer.LibraryVersion;
        KeyValuePair<string, string>[] used = [.. target.Uses.Select(name => KeyValuePair.Create($"model_{name}_sha256", ContentHash.OfFile(plan.Models.PathOf(name))))];
        IReadOnlyList<IReadOnlyList<TrainingRow>> rows = TrainingSample.Make(plan, threads, progress, cancellation);
        LabelledTable table = TrainingSample.Table(target, rows.Where(static (_, i) => i % 2 == 0).SelectMany(static r => r));
        if (!table.Labels.Contains(true) || !table.Labels.Contains(false))
        {
            throw new UserErrorException("--events", null, $"{plan.Events}, which give {table.Labels.Count(static l => l)} rows to find and {table.Labels.Count(static l => !l)} others", "enough for some of both");
        }

        BoostedTrees model = BoostedTrees.Train(target.Boost, table,
        [
            new("target", target.Name),
            new("meaning", target.Meaning),
            new("umbriel_version", version),
            new("xgboost_version", library.ToString()),
            new("detector", card.Title),
            new("detector_card_sha256", ContentHash.OfText(card.ToCanonicalText())),
            new("seed", plan.Seed.ToString(CultureInfo.InvariantCulture)),
            new("events", plan.Events.ToString(CultureInfo.InvariantCulture)),
            new("rows", table.Count.ToString(CultureInfo.InvariantCulture)),
            new("settings", plan.Settings.ToCanonicalText()),
            .. used,
        ]);
        TrainingRow[] heldOut = [.. rows.Where(static (_, i) => i % 2 == 1).SelectMany(static r => r)];
        return new TrainingResult(model, table.Count, [.. heldOut.Select(row => (row, model.Score(row.Features)))]);
    }
}

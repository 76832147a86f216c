using System.Collections.Concurrent;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;

namespace Umbriel.Studies.Training;

/// <summary>Rows of simulated events, in order of the events whatever the number of threads.</summary>
public static class TrainingSample
{
    /// <summary>Simulates, reconstructs and samples.</summary>
    /// <param name="plan">What is simulated and sampled.</param>
    /// <param name="threads">Degree of parallelism, at least 1.</param>
    /// <param name="progress">Is told of finished events.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <returns>The rows of each event.</returns>
    public static IReadOnlyList<IReadOnlyList<TrainingRow>> Make(TrainingPlan plan, int threads, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        DetectorResponse response = new(plan.Card);
        DetectorSimulation simulation = new(plan.Card, plan.Target.Source(plan.Card), plan.Seed);
        ConcurrentBag<(EventResult Result, Func<EventResult, IReadOnlyList<TrainingRow>> Sampler)> free = [];
        IReadOnlyList<TrainingRow>[] rows = new IReadOnlyList<TrainingRow>[plan.Events];
        ParallelLoop.For(plan.Events, threads, MakeRows, cancellation);
        return rows;

        void MakeRows(int i)
        {
            if (!free.TryTake(out (EventResult Result, Func<EventResult, IReadOnlyList<TrainingRow>> Sampler) own))
            {
                own = (new EventResult(), plan.Target.Sampler(response, plan.Settings, plan.Models));
            }

            simulation.Simulate(i, own.Result);
            rows[i] = own.Sampler(own.Result);
            free.Add(own);
            progress?.Report(1);
        }
    }

    /// <summary>Rows as a table to train with.</summary>
    public static LabelledTable Table(ITrainingTarget target, IEnumerable<TrainingRow> rows)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(rows);
        LabelledTable table = new(target.Features);
        foreach (TrainingRow row in rows)
        {
            table.Add(row.Features, row.Label);
        }

        return table;
    }
}

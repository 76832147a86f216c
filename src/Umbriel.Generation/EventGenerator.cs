using Umbriel.Core;

namespace Umbriel.Generation;

/// <summary>Fills batches of events in parallel; the bits do not depend on the number of threads or on batching.</summary>
public static class EventGenerator
{
    /// <summary>Rows of the batches of <see cref="Run"/>.</summary>
    public const int BatchRows = 65_536;

    private const int RowsPerTask = 4096;

    /// <summary>
    /// All events of a run, batch by batch; none where none has weight, whether the kinematics, the exposure or the distances
    /// forbid them. Batches without weight that come before the first with weight are made again when it turns up.
    /// </summary>
    /// <param name="source">What to generate.</param>
    /// <param name="count">Events in the run.</param>
    /// <param name="threads">Degree of parallelism, at least 1.</param>
    /// <param name="progress">Told of every batch that was made for the first time.</param>
    /// <param name="cancellation">Stops between tasks.</param>
    public static IEnumerable<TruthEventBatch> Run(EventSource source, long count, int threads, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        bool hasWeight = false;
        for (long first = 0; first < count; first += BatchRows)
        {
            TruthEventBatch batch = Make(first);
            progress?.Report(batch.Count);
            if (!hasWeight && batch.Weight.AsSpan().ContainsAnyExcept(0.0))
            {
                hasWeight = true;
                for (long before = 0; before < first; before += BatchRows)
                {
                    yield return Make(before);
                }
            }

            if (hasWeight)
            {
                yield return batch;
            }
        }

        TruthEventBatch Make(long first) => Generate(source, first, (int)Math.Min(BatchRows, count - first), count, threads, cancellation);
    }

    /// <summary>Events first … first + count − 1 of a run of <paramref name="runLength"/>.</summary>
    /// <param name="source">What to generate.</param>
    /// <param name="first">Index of the first event in the run.</param>
    /// <param name="count">Number of events; zero rows if the source is empty.</param>
    /// <param name="runLength">Events in the whole run: fixes the weights.</param>
    /// <param name="threads">Degree of parallelism, at least 1.</param>
    /// <param name="cancellation">Stops between tasks.</param>
    public static TruthEventBatch Generate(EventSource source, long first, int count, long runLength, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        TruthEventBatch batch = new(source.IsEmpty ? 0 : count);
        int tasks = (batch.Count + RowsPerTask - 1) / RowsPerTask;
        ParallelLoop.For(tasks, threads, FillTask, cancellation);
        return batch;

        void FillTask(int task)
        {
            int end = Math.Min(batch.Count, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                source.Fill(batch, row, first + row, runLength);
            }
        }
    }
}

using Umbriel.Core;

namespace Umbriel.Generation;

/// <summary>Fills batches of events in parallel; the bits do not depend on the number of threads or on batching.</summary>
public static class EventGenerator
{
    private const int RowsPerTask = 4096;

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

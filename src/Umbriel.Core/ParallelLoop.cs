using System.Runtime.ExceptionServices;

namespace Umbriel.Core;

/// <summary>
/// The one engine for work on a grid: independent calls by index, on several threads, cancellable. What a call throws comes out as it was.
/// A sequence whose results are wanted in its order is for <see cref="OrderedPipeline"/>.
/// </summary>
public static class ParallelLoop
{
    /// <summary>Runs <paramref name="body"/> for 0 to <paramref name="count"/> − 1, begun in this order; a plain loop on one thread.</summary>
    /// <param name="count">Number of calls.</param>
    /// <param name="threads">Calls at a time, at least 1.</param>
    /// <param name="body">What to do with an index; safe to call from several threads.</param>
    /// <param name="cancellation">Stops before the next call.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the last call was begun.</exception>
    public static void For(int count, int threads, Action<int> body, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        For(count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, body);
    }

    /// <summary>As above, with threads and cancellation together.</summary>
    /// <param name="count">Number of calls.</param>
    /// <param name="options">Threads, −1 for all cores, and cancellation.</param>
    /// <param name="body">What to do with an index; safe to call from several threads.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the last call was begun.</exception>
    public static void For(int count, ParallelOptions options, Action<int> body)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(body);
        int threads = options.MaxDegreeOfParallelism < 0 ? Environment.ProcessorCount : options.MaxDegreeOfParallelism;
        Lock gate = new();
        int next = 0;
        (int Index, Exception Thrown)? failure = null;
        if (threads == 1 || count == 1)
        {
            Work(0);
        }
        else
        {
            // Without the token: a worker that has begun an index ends it, and tells of a failure.
            Parallel.For(0, Math.Min(threads, count), new ParallelOptions { MaxDegreeOfParallelism = threads, TaskScheduler = options.TaskScheduler }, Work);
        }

        if (failure is { } first)
        {
            ExceptionDispatchInfo.Throw(first.Thrown);
        }

        void Work(int worker)
        {
            while (Take() is { } index)
            {
                try
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    body(index);
                }
                catch (Exception e)
                {
                    lock (gate)
                    {
                        // Of several, the one a plain loop would have met.
                        failure = failure is { } known && known.Index < index ? known : (index, e);
                    }
                }
            }
        }

        int? Take()
        {
            lock (gate)
            {
                return failure is null && next < count ? next++ : null;
            }
        }
    }
}

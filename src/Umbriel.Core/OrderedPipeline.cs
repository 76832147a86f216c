using System.Collections.Concurrent;

namespace Umbriel.Core;

/// <summary>Work on a sequence: one thread goes through it, several work on its items, results come in the items' order. A few items a thread are held. A run that must resume where it was killed has a pipeline of its own: it finishes what it began.</summary>
public static class OrderedPipeline
{
    private const int ItemsPerThread = 4;

    /// <summary>Runs while the results are enumerated; what was begun ends before the enumeration does.</summary>
    /// <typeparam name="TItem">What is worked on.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="items">The sequence, gone through by a thread of its own.</param>
    /// <param name="newWorker">Makes the work of a thread, with buffers of its own.</param>
    /// <param name="threads">Threads that work, at least 1.</param>
    /// <param name="cancellation">Stops between items.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IEnumerable<TResult> Run<TItem, TResult>(IEnumerable<TItem> items, Func<Func<TItem, TResult>> newWorker, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(newWorker);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return Results(items, newWorker, threads, cancellation);
    }

    private static IEnumerable<TResult> Results<TItem, TResult>(IEnumerable<TItem> items, Func<Func<TItem, TResult>> newWorker, int threads, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BlockingCollection<Task<TResult>> results = new(ItemsPerThread * threads);
        using BlockingCollection<(TItem Item, TaskCompletionSource<TResult> Result)> work = [];
        Thread[] all =
        [
            new(() => Feed(items, results, work, stop.Token)),
            .. Enumerable.Range(0, threads).Select(_ => new Thread(() => Work(newWorker, work, stop.Token))),
        ];
        Array.ForEach(all, static thread => thread.Start());
        try
        {
            foreach (Task<TResult> result in results.GetConsumingEnumerable(stop.Token))
            {
                _ = Task.WaitAny([result], stop.Token);
                yield return result.GetAwaiter().GetResult();
            }

            // Cancelled, the other thread may have ended the sequence early, and this loop with it.
            stop.Token.ThrowIfCancellationRequested();
        }
        finally
        {
            stop.Cancel();
            Array.ForEach(all, static thread => thread.Join());
        }
    }

    private static void Feed<TItem, TResult>(IEnumerable<TItem> items, BlockingCollection<Task<TResult>> results, BlockingCollection<(TItem, TaskCompletionSource<TResult>)> work, CancellationToken stop)
    {
        try
        {
            foreach (TItem item in items)
            {
                TaskCompletionSource<TResult> result = new();
                results.Add(result.Task, stop);
                work.Add((item, result), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The enumeration has ended.
        }
        catch (Exception e)
        {
            Fail(results, e, stop);
        }
        finally
        {
            results.CompleteAdding();
            work.CompleteAdding();
        }
    }

    private static void Fail<TResult>(BlockingCollection<Task<TResult>> results, Exception failure, CancellationToken stop)
    {
        try
        {
            results.Add(Task.FromException<TResult>(failure), stop);
        }
        catch (OperationCanceledException)
        {
            // The enumeration has ended.
        }
    }

    private static void Work<TItem, TResult>(Func<Func<TItem, TResult>> newWorker, BlockingCollection<(TItem, TaskCompletionSource<TResult>)> work, CancellationToken stop)
    {
        Func<TItem, TResult>? worker = null;
        try
        {
            foreach ((TItem item, TaskCompletionSource<TResult> result) in work.GetConsumingEnumerable(stop))
            {
                try
                {
                    worker ??= newWorker();
                    result.SetResult(worker(item));
                }
                catch (Exception e)
                {
                    result.SetException(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The enumeration has ended.
        }
    }
}

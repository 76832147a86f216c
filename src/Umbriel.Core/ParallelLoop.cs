using System.Runtime.ExceptionServices;
using Umbriel.Core;

namespace Umbriel.Core;

/// <summary>A parallel loop that stays a plain loop on one thread and lets what was thrown out unwrapped.</summary>
public static class ParallelLoop
{
    /// <summary>Runs <paramref name="body"/> for 0 to <paramref name="count"/> − 1, in any order.</summary>
    /// <param name="count">Number of calls.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <param name="body">What to do with an index; safe to call from several threads.</param>
    public static void For(int count, ParallelOptions options, Action<int> body)
    {
        if (options.MaxDegreeOfParallelism == 1)
        {
            for (int i = 0; i < count; i++)
            {
                body(i);
            }

            return;
        }

        try
        {
            Parallel.For(0, count, options, body);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(x => x is UserErrorException or NumericalFailureException or OperationCanceledException) is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
    }
}

using System.Runtime.ExceptionServices;
using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>A parallel loop that stays a plain loop on one thread and lets a user's error out unwrapped.</summary>
internal static class ParallelLoop
{
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
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(x => x is UserErrorException or OperationCanceledException) is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
    }
}

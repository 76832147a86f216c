using Umbriel.Core;

namespace Umbriel.Scan;

/// <summary>
/// Computes many independent points on several threads. Results are stored by index and every point is computed by one
/// thread alone, so they do not depend on how many threads there are. Each finished point is cached at once: an
/// interrupted run resumes where it was.
/// </summary>
public static class PointRunner
{
    /// <summary>All results, in the order of the points.</summary>
    /// <param name="keys">The points' names in the cache.</param>
    /// <param name="compute">The result of a point; called once for each that is not cached, most expensive first if the caller orders them so.</param>
    /// <param name="cache">Finished results.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="progress">Told of every finished point.</param>
    /// <param name="cancellation">Stops before the next point.</param>
    public static double[][] Run(IReadOnlyList<string> keys, Func<int, double[]> compute, PointCache cache, int threads, IProgress<long> progress, CancellationToken cancellation)
    {
        double[][] results = new double[keys.Count][];
        ParallelLoop.For(keys.Count, threads, Work, cancellation);
        return results;

        void Work(int i)
        {
            if (cache.Read(keys[i]) is { } known)
            {
                results[i] = known;
            }
            else
            {
                results[i] = compute(i);
                cache.Write(keys[i], results[i]);
            }

            progress.Report(1);
        }
    }
}

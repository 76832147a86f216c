using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// The lowest point of a function of (mass, |U|²) that is known on a full grid: the lowest local minima of the nodes,
/// each followed continuously in (ln mass, ln |U|²), the best of them again until it stands still; against the
/// background alone. Never worse than the lowest node.
/// </summary>
internal static class PlaneMinimum
{
    private const int Starts = 8;
    private const double RoughTolerance = 1e-3;
    private const int RoughCalls = 120;
    private const double Tolerance = 1e-9;
    private const int Calls = 200;
    private const int Rounds = 8;

    /// <summary>Nodes this close to the background alone, relative to 1 + χ², belong to its plateau and start nothing.</summary>
    private const double Plateau = 1e-9;

    /// <summary>Finds it.</summary>
    /// <param name="masses">First axis.</param>
    /// <param name="couplings">Second axis.</param>
    /// <param name="values">χ² of the nodes, mass by mass.</param>
    /// <param name="chiSquare">χ² anywhere.</param>
    /// <param name="backgroundOnly">χ² without signal.</param>
    /// <param name="hints">Further points to start from; those without a mass are passed over.</param>
    /// <param name="options">Threads and cancellation; the result does not depend on them.</param>
    public static BestFit Find(ScanAxis masses, ScanAxis couplings, double[] values, Func<double, double, double> chiSquare, double backgroundOnly, IEnumerable<BestFit> hints, ParallelOptions options)
    {
        BestFit best = Node(masses, couplings, values, Array.IndexOf(values, values.Min()));
        List<BestFit> starts = [.. LocalMinima(masses, couplings, values, backgroundOnly).Take(Starts).Select(n => Node(masses, couplings, values, n))];
        starts.AddRange(hints.Where(h => h.Mass is not null).Select(h => h with { ChiSquare = chiSquare(h.Mass!.Value, h.U2) }));
        var found = new BestFit[starts.Count];
        ParallelLoop.For(starts.Count, options, s => found[s] = Descend(masses, couplings, chiSquare, starts[s], 0.5, RoughTolerance, RoughCalls));
        best = found.Aggregate(best, BestFitSearch.Better);
        double step = 0.25;
        for (int round = 0; round < Rounds && starts.Count > 0; round++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            BestFit next = Descend(masses, couplings, chiSquare, best, step, Tolerance, Calls);
            bool still = best.ChiSquare - next.ChiSquare < 1e-8 * (1.0 + Math.Abs(best.ChiSquare));
            best = next;
            if (still && step < 0.0)
            {
                break;
            }

            // The other orientation gives a simplex that collapsed in a narrow valley a second chance.
            step *= -0.7;
        }

        return BestFitSearch.Better(new BestFit(backgroundOnly, 0.0, null), best);
    }

    /// <summary>One descent; steps are a fraction of the mean cell, to lower values when negative.</summary>
    private static BestFit Descend(ScanAxis masses, ScanAxis couplings, Func<double, double, double> chiSquare, BestFit start, double fraction, double tolerance, int calls)
    {
        (double X, double Y) low = (masses.Logs[0], couplings.Logs[0]);
        (double X, double Y) high = (masses.Logs[^1], couplings.Logs[^1]);
        (double X, double Y) at = (Math.Log(start.Mass!.Value), Math.Log(start.U2));
        (double X, double Y) size = (Step(at.X, low.X, high.X, masses.Count), Step(at.Y, low.Y, high.Y, couplings.Count));
        (double x, double y, double value) = NelderMead.Minimise((a, b) => chiSquare(masses.Within(Math.Exp(a)), couplings.Within(Math.Exp(b))), at, size, low, high, tolerance, calls);
        return BestFitSearch.Better(start, new BestFit(value, couplings.Within(Math.Exp(y)), masses.Within(Math.Exp(x))));

        double Step(double from, double lowest, double highest, int count)
        {
            double step = fraction * (highest - lowest) / (count - 1);
            return from + step < lowest || from + step > highest ? -step : step;
        }
    }

    /// <summary>Nodes that no neighbour undercuts, lowest first; of equal neighbours the first.</summary>
    private static List<int> LocalMinima(ScanAxis masses, ScanAxis couplings, double[] values, double backgroundOnly)
    {
        var minima = new List<int>();
        for (int i = 0; i < masses.Count; i++)
        {
            for (int j = 0; j < couplings.Count; j++)
            {
                int node = (i * couplings.Count) + j;
                if (Math.Abs(values[node] - backgroundOnly) > Plateau * (1.0 + backgroundOnly) && Lowest(i, j, node))
                {
                    minima.Add(node);
                }
            }
        }

        minima.Sort((a, b) => (values[a], a).CompareTo((values[b], b)));
        return minima;

        bool Lowest(int i, int j, int node)
        {
            for (int c = Math.Max(i - 1, 0); c <= Math.Min(i + 1, masses.Count - 1); c++)
            {
                for (int d = Math.Max(j - 1, 0); d <= Math.Min(j + 1, couplings.Count - 1); d++)
                {
                    int other = (c * couplings.Count) + d;
                    if (values[other] < values[node] || (values[other] == values[node] && other < node))
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    private static BestFit Node(ScanAxis masses, ScanAxis couplings, double[] values, int node) =>
        new(values[node], couplings.Values[node % couplings.Count], masses.Values[node / couplings.Count]);
}

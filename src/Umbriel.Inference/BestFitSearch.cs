using System.Diagnostics;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// The best fit of a plane to observed data: the lowest local minima among known nodes, each refined continuously in
/// (ln mass, ln |U|²), against the background alone.
/// </summary>
internal static class BestFitSearch
{
    /// <summary>Local minima of the coarse grid that are refined.</summary>
    private const int Starts = 3;

    /// <summary>Spread of χ² at which a first look and the final descent stop; limits need it to about 1e-3.</summary>
    private const double RoughTolerance = 1e-3;

    private const double Tolerance = 1e-6;
    private const int RoughCalls = 60;
    private const int MaximumCalls = 150;

    public static BestFit Find(ScanGrid grid, ScanSettings settings, SignalEvaluator signal, ILikelihood fit)
    {
        int[] masses = grid.Masses.Coarse(settings.MassStride);
        int[] couplings = grid.Couplings.Coarse(settings.CouplingStride);
        grid.Require(from i in masses from j in couplings select grid.Node(i, j));
        var minima = new List<(double ChiSquare, int I, int J)>();
        for (int a = 0; a < masses.Length; a++)
        {
            for (int b = 0; b < couplings.Length; b++)
            {
                double here = At(a, b);
                if (here < fit.BackgroundOnly && Lowest(a, b, here))
                {
                    minima.Add((here, masses[a], couplings[b]));
                }
            }
        }

        minima.Sort();
        var background = new BestFit(fit.BackgroundOnly, 0.0, null);
        if (minima.Count == 0)
        {
            return background;
        }

        BestFit best = minima.Take(Starts).Select(m => Descend(grid, settings, signal, fit, Node(grid, m.I, m.J), 0.5, RoughTolerance, RoughCalls)).MinBy(f => f.ChiSquare)!;
        return Better(background, Descend(grid, settings, signal, fit, best, 0.15, Tolerance, MaximumCalls));

        double At(int a, int b) => grid.Observed[grid.Node(masses[a], couplings[b])];

        bool Lowest(int a, int b, double here)
        {
            for (int c = Math.Max(a - 1, 0); c <= Math.Min(a + 1, masses.Length - 1); c++)
            {
                for (int d = Math.Max(b - 1, 0); d <= Math.Min(b + 1, couplings.Length - 1); d++)
                {
                    if (At(c, d) < here)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    /// <summary>Refines around a node; the result is never worse than the node itself.</summary>
    public static BestFit Refine(ScanGrid grid, ScanSettings settings, SignalEvaluator signal, ILikelihood fit, int i, int j) =>
        Descend(grid, settings, signal, fit, Node(grid, i, j), 0.15, Tolerance, MaximumCalls);

    private static BestFit Node(ScanGrid grid, int i, int j) =>
        new(grid.Observed[grid.Node(i, j)], grid.Couplings.Values[j], grid.Masses.Values[i]);

    /// <summary>One descent from a point with a mass, its first steps a given fraction of a coarse cell.</summary>
    private static BestFit Descend(ScanGrid grid, ScanSettings settings, SignalEvaluator signal, ILikelihood fit, BestFit start, double fraction, double tolerance, int calls)
    {
        Debug.Assert(start.Mass is > 0.0 && start.U2 > 0.0);
        Debug.Assert(calls > 0);
        ReadOnlySpan<double> x = grid.Masses.Logs;
        ReadOnlySpan<double> y = grid.Couplings.Logs;
        (double X, double Y) low = (x[0], y[0]);
        (double X, double Y) high = (x[^1], y[^1]);
        (double X, double Y) size = (
            fraction * (high.X - low.X) * Math.Min(1.0, (double)settings.MassStride / (x.Length - 1)),
            fraction * (high.Y - low.Y) * Math.Min(1.0, (double)settings.CouplingStride / (y.Length - 1)));
        (double X, double Y, double Value) found = NelderMead.Minimise(
            (a, b) => signal.ChiSquare(fit, Math.Exp(a), Math.Exp(b)), (Math.Log(start.Mass!.Value), Math.Log(start.U2)), size, low, high, tolerance, calls);
        return Better(start, new BestFit(found.Value, Math.Exp(found.Y), Math.Exp(found.X)));
    }

    public static BestFit Better(BestFit a, BestFit b) => b.ChiSquare < a.ChiSquare ? b : a;
}

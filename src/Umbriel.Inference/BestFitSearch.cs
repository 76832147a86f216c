namespace Umbriel.Inference;

/// <summary>
/// The best fit of a plane to observed data: the lowest local minima among known nodes, each refined continuously in
/// (ln mass, ln |U|²), against the background alone.
/// </summary>
internal static class BestFitSearch
{
    /// <summary>Local minima of the coarse grid that are refined.</summary>
    private const int Starts = 3;

    private const double Tolerance = 1e-7;
    private const int MaximumCalls = 200;

    public static BestFit Find(ScanGrid grid, ScanSettings settings, SignalEvaluator signal, SignalFit fit)
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
        var best = new BestFit(fit.BackgroundOnly, 0.0, null);
        foreach ((_, int i, int j) in minima.Take(Starts))
        {
            best = Better(best, Refine(grid, settings, signal, fit, i, j));
        }

        return best;

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
    public static BestFit Refine(ScanGrid grid, ScanSettings settings, SignalEvaluator signal, SignalFit fit, int i, int j)
    {
        ReadOnlySpan<double> x = grid.Masses.Logs;
        ReadOnlySpan<double> y = grid.Couplings.Logs;
        (double X, double Y) low = (x[0], y[0]);
        (double X, double Y) high = (x[^1], y[^1]);
        (double X, double Y) size = (
            0.5 * (high.X - low.X) * Math.Min(1.0, (double)settings.MassStride / (x.Length - 1)),
            0.5 * (high.Y - low.Y) * Math.Min(1.0, (double)settings.CouplingStride / (y.Length - 1)));
        var best = new BestFit(grid.Observed[grid.Node(i, j)], grid.Couplings.Values[j], grid.Masses.Values[i]);
        (double X, double Y) start = (x[i], y[j]);

        // The second run, on a fresh simplex, frees one that collapsed against the border.
        for (int run = 0; run < 2; run++)
        {
            (double X, double Y, double Value) found = NelderMead.Minimise(
                (a, b) => fit.ChiSquare(signal.At(Math.Exp(a), Math.Exp(b))), start, size, low, high, Tolerance, MaximumCalls);
            best = Better(best, new BestFit(found.Value, Math.Exp(found.Y), Math.Exp(found.X)));
            start = (found.X, found.Y);
            size = (0.3 * size.X, 0.3 * size.Y);
        }

        return best;
    }

    public static BestFit Better(BestFit a, BestFit b) => b.ChiSquare < a.ChiSquare ? b : a;
}

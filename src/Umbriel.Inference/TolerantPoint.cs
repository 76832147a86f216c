using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// The point of one experiment's allowed region that another experiment disfavours least; on analytic regions its Δχ² is
/// found to 1e-4 of itself, from above.
/// </summary>
/// <param name="Mass">GeV.</param>
/// <param name="U2">|U|².</param>
/// <param name="DeltaChiSquare">Δχ² of the other experiment there.</param>
public sealed record TolerantPoint(double Mass, double U2, double DeltaChiSquare)
{
    private const int Starts = 2;
    private const int Calls = 100;
    private const double Tolerance = 1e-5;

    /// <summary>Costs of leaving the region, per unit of Δχ²; exact once above the ratio of the two slopes at its border.</summary>
    private static readonly double[] Penalties = [1.0, 10.0, 100.0, 1e3, 1e4];

    /// <summary>Looks for it from the lowest fine nodes, by a simplex with a penalty outside the region; only points inside count.</summary>
    internal static TolerantPoint? Find(ChiSquarePlane preferred, RefinedRegion region, ChiSquarePlane excluding, double[] excludingDelta, CancellationToken cancel)
    {
        TolerantPoint? best = preferred.BestFit.Mass is { } mass
            ? new TolerantPoint(mass, preferred.BestFit.U2, Delta(excluding, mass, preferred.BestFit.U2))
            : null;
        foreach (TolerantPoint start in LowestNodes(region, excludingDelta))
        {
            cancel.ThrowIfCancellationRequested();
            TolerantPoint found = Descend(preferred, region, excluding, start);
            best = best is null || found.DeltaChiSquare < best.DeltaChiSquare ? found : best;
        }

        return best;
    }

    private static TolerantPoint Descend(ChiSquarePlane preferred, RefinedRegion region, ChiSquarePlane excluding, TolerantPoint start)
    {
        TolerantPoint best = start;
        (double X, double Y) low = (region.Masses.Logs[0], region.Couplings.Logs[0]);
        (double X, double Y) high = (region.Masses.Logs[^1], region.Couplings.Logs[^1]);
        (double X, double Y) step = ((high.X - low.X) / (region.Masses.Count - 1), (high.Y - low.Y) / (region.Couplings.Count - 1));
        foreach (double penalty in Penalties)
        {
            double before = best.DeltaChiSquare;
            NelderMead.Minimise(
                (x, y) =>
                {
                    double mass = region.Masses.Within(Math.Exp(x));
                    double u2 = region.Couplings.Within(Math.Exp(y));
                    double outside = Delta(preferred, mass, u2) - region.Threshold;
                    double value = Delta(excluding, mass, u2);
                    if (outside < 0.0 && value < best.DeltaChiSquare)
                    {
                        best = new TolerantPoint(mass, u2, value);
                    }

                    return value + (penalty * Math.Max(outside, 0.0));
                },
                (Math.Log(best.Mass), Math.Log(best.U2)),
                step,
                low,
                high,
                Tolerance,
                Calls);
        }

        return best;
    }

    /// <summary>Fine nodes in the region that no neighbour in it undercuts, lowest first.</summary>
    private static IEnumerable<TolerantPoint> LowestNodes(RefinedRegion region, double[] excludingDelta)
    {
        var minima = new List<(double Delta, int I, int J)>();
        var seen = new HashSet<int>();
        foreach ((int i, int j) in RegionQuadrature.TouchedCells(region, 1))
        {
            foreach ((int a, int b) in ((int, int)[])[(i, j), (i + 1, j), (i, j + 1), (i + 1, j + 1)])
            {
                if (seen.Add(region.Node(a, b)) && In(a, b) && Lowest(a, b))
                {
                    minima.Add((excludingDelta[region.Node(a, b)], a, b));
                }
            }
        }

        minima.Sort();
        return minima.Take(Starts).Select(m => new TolerantPoint(region.Masses.Values[m.I], region.Couplings.Values[m.J], m.Delta));

        bool In(int a, int b) => region.Delta[region.Node(a, b)] < region.Threshold;

        bool Lowest(int a, int b)
        {
            for (int c = Math.Max(a - 1, 0); c <= Math.Min(a + 1, region.Masses.Count - 1); c++)
            {
                for (int d = Math.Max(b - 1, 0); d <= Math.Min(b + 1, region.Couplings.Count - 1); d++)
                {
                    if (In(c, d) && excludingDelta[region.Node(c, d)] < excludingDelta[region.Node(a, b)])
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    private static double Delta(ChiSquarePlane plane, double mass, double u2) => plane.At(mass, u2) - plane.BestFit.ChiSquare;
}

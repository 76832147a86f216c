using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>Where a region is: its intervals in every row and column of the plane.</summary>
internal sealed class RegionSeeds
{
    /// <summary>Precision of the intervals' ends relative to a mean step; cells need to know no more.</summary>
    private const double StepFraction = 0.02;

    private readonly BestFit best;
    private readonly List<AxisIntervals.Stretch>[] byMass;
    private readonly List<AxisIntervals.Stretch>[] byCoupling;

    private RegionSeeds(BestFit best, List<AxisIntervals.Stretch>[] byMass, List<AxisIntervals.Stretch>[] byCoupling)
    {
        this.best = best;
        this.byMass = byMass;
        this.byCoupling = byCoupling;
    }

    /// <summary>Median length of the intervals in mass at fixed coupling, in ln; infinite without any.</summary>
    public double MassWidth => Median(byCoupling);

    /// <summary>Median length of the intervals in coupling at fixed mass, in ln; infinite without any.</summary>
    public double CouplingWidth => Median(byMass);

    public static RegionSeeds Find(ChiSquarePlane plane, double threshold, ParallelOptions options)
    {
        ScanAxis x = plane.Masses;
        ScanAxis y = plane.Couplings;
        double best = plane.BestFit.ChiSquare;
        var byMass = new List<AxisIntervals.Stretch>[x.Count];
        ParallelLoop.For(x.Count, options, i => byMass[i] = AxisIntervals.Find(
            y.Values, Values(y.Count, j => plane[i, j] - best), u2 => plane.At(x.Values[i], u2) - best, threshold, Precision(y)));
        var byCoupling = new List<AxisIntervals.Stretch>[y.Count];
        ParallelLoop.For(y.Count, options, j => byCoupling[j] = AxisIntervals.Find(
            x.Values, Values(x.Count, i => plane[i, j] - best), mass => plane.At(mass, y.Values[j]) - best, threshold, Precision(x)));

        return new RegionSeeds(plane.BestFit, byMass, byCoupling);
    }

    /// <summary>Cells (column, row) of subdivided axes, on either side of the plane's own lines, that an interval passes, and the best fit's.</summary>
    public IEnumerable<(int Column, int Row)> Cells(ScanAxis masses, ScanAxis couplings, int massParts, int couplingParts)
    {
        var cells = new SortedSet<(int Column, int Row)>();
        for (int i = 0; i < byMass.Length; i++)
        {
            foreach (int row in byMass[i].SelectMany(s => Steps(couplings, s)))
            {
                cells.Add(((i * massParts) - 1, row));
                cells.Add((i * massParts, row));
            }
        }

        for (int j = 0; j < byCoupling.Length; j++)
        {
            foreach (int column in byCoupling[j].SelectMany(s => Steps(masses, s)))
            {
                cells.Add((column, (j * couplingParts) - 1));
                cells.Add((column, j * couplingParts));
            }
        }

        if (best.Mass is { } mass)
        {
            cells.Add((Step(masses, mass), Step(couplings, best.U2)));
        }

        return cells;
    }

    private static double Precision(ScanAxis axis) => StepFraction * (axis.Logs[^1] - axis.Logs[0]) / (axis.Count - 1) / Math.Log(10.0);

    private static double[] Values(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    private static double Median(List<AxisIntervals.Stretch>[] stretches)
    {
        double[] widths = [.. stretches.SelectMany(s => s).Select(s => Math.Log(s.High / s.Low)).Order()];
        return widths.Length > 0 ? widths[widths.Length / 2] : double.PositiveInfinity;
    }

    private static IEnumerable<int> Steps(ScanAxis axis, AxisIntervals.Stretch stretch)
    {
        int first = Step(axis, stretch.Low);
        return Enumerable.Range(first, Step(axis, stretch.High) - first + 1);
    }

    private static int Step(ScanAxis axis, double value)
    {
        int index = axis.Values.BinarySearch(value);
        return Math.Clamp(index >= 0 ? index : ~index - 1, 0, axis.Count - 2);
    }
}

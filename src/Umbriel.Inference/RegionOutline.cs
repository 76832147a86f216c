namespace Umbriel.Inference;

/// <summary>
/// Closed outlines of a refined region. A ring of nodes above the level just outside the plane closes pieces that reach
/// the border along it.
/// </summary>
internal static class RegionOutline
{
    /// <summary>Value of the ring's nodes, on the scale of <see cref="RefinedRegion.Scale"/>; anything above zero.</summary>
    private const double Outside = 1.0;

    /// <summary>Area in fine cells that a piece or hole must have, the largest excepted: less is a chance node of a tip that tapers off.</summary>
    private const double SmallestPiece = 2.0;

    public static IReadOnlyList<Contour> Trace(RefinedRegion region)
    {
        double[] x = Ringed(region.Masses);
        double[] y = Ringed(region.Couplings);
        var cells = new List<(int Column, int Row)>();
        foreach ((int column, int row) in region.Blocks)
        {
            for (int i = column * RefinedRegion.Parts; i < (column + 1) * RefinedRegion.Parts; i++)
            {
                for (int j = row * RefinedRegion.Parts; j < (row + 1) * RefinedRegion.Parts; j++)
                {
                    AddWithRing(i + 1, j + 1);
                }
            }
        }

        IReadOnlyList<Contour> pieces = MarchingSquares.Trace(x, y, Value, 0.0, cells);
        double cell = (x[^2] - x[1]) * (y[^2] - y[1]) / ((x.Length - 3) * (y.Length - 3));
        double smallest = Math.Min(SmallestPiece * cell, pieces.Select(Area).DefaultIfEmpty().Max());
        return [.. pieces.Where(c => Area(c) >= smallest).Select(c => Finish(region, c))];

        void AddWithRing(int i, int j)
        {
            for (int a = i == 1 ? 0 : i; a <= (i == x.Length - 3 ? i + 1 : i); a++)
            {
                for (int b = j == 1 ? 0 : j; b <= (j == y.Length - 3 ? j + 1 : j); b++)
                {
                    cells.Add((a, b));
                }
            }
        }

        double Value(int i, int j) => i == 0 || j == 0 || i == x.Length - 1 || j == y.Length - 1
            ? Outside
            : RefinedRegion.Scale(region.Delta[region.Node(i - 1, j - 1)], region.Threshold);
    }

    private static double[] Ringed(ScanAxis axis)
    {
        double gap = 1e-9 * (axis.Logs[^1] - axis.Logs[0]);
        return [axis.Logs[0] - gap, .. axis.Logs, axis.Logs[^1] + gap];
    }

    private static double Area(Contour contour)
    {
        double sum = 0.0;
        for (int k = 1; k < contour.X.Length; k++)
        {
            // About a point of its own, since the whole may be tiny.
            sum += ((contour.X[k] - contour.X[0]) * (contour.Y[k - 1] - contour.Y[0])) - ((contour.X[k - 1] - contour.X[0]) * (contour.Y[k] - contour.Y[0]));
        }

        return 0.5 * Math.Abs(sum);
    }

    /// <summary>Back from logarithms, the ring folded onto the border, repeated points dropped.</summary>
    private static Contour Finish(RefinedRegion region, Contour logs)
    {
        var px = new List<double>();
        var py = new List<double>();
        for (int k = 0; k < logs.X.Length; k++)
        {
            double x = region.Masses.Within(Math.Exp(logs.X[k]));
            double y = region.Couplings.Within(Math.Exp(logs.Y[k]));
            if (k == 0 || x != px[^1] || y != py[^1])
            {
                px.Add(x);
                py.Add(y);
            }
        }

        return new Contour([.. px], [.. py], logs.IsClosed);
    }
}

namespace Umbriel.Inference;

/// <summary>Leaves out points of a contour that a figure does not need (D. H. Douglas, T. K. Peucker, Cartographica 10 (1973) 112).</summary>
public static class OutlineSimplifier
{
    /// <summary>
    /// The contour with no point of the original farther from it than <paramref name="tolerance"/> in
    /// (ln x, ln y). End points stay; a loop keeps at least four points.
    /// </summary>
    /// <param name="contour">A contour of positive coordinates.</param>
    /// <param name="tolerance">Distance in natural logarithms, above zero.</param>
    public static Contour Simplify(Contour contour, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(contour);
        int count = contour.X.Length;
        double[] x = Array.ConvertAll(contour.X, Math.Log);
        double[] y = Array.ConvertAll(contour.Y, Math.Log);
        bool[] keep = new bool[count];
        keep[0] = keep[^1] = true;
        Stack<(int First, int Last)> open = [];
        if (contour.IsClosed && count > 4)
        {
            // A loop begins and ends in one point, which gives no direction: cut it into three.
            (keep[count / 3], keep[2 * count / 3]) = (true, true);
            open.Push((0, count / 3));
            open.Push((count / 3, 2 * count / 3));
            open.Push((2 * count / 3, count - 1));
        }
        else
        {
            open.Push((0, count - 1));
        }

        while (open.TryPop(out (int First, int Last) piece))
        {
            int farthest = -1;
            double most = tolerance;
            for (int i = piece.First + 1; i < piece.Last; i++)
            {
                double distance = Distance(x, y, i, piece.First, piece.Last);
                if (distance > most)
                {
                    (farthest, most) = (i, distance);
                }
            }

            if (farthest >= 0)
            {
                keep[farthest] = true;
                open.Push((piece.First, farthest));
                open.Push((farthest, piece.Last));
            }
        }

        int[] kept = [.. Enumerable.Range(0, count).Where(i => keep[i])];
        return new Contour([.. kept.Select(i => contour.X[i])], [.. kept.Select(i => contour.Y[i])], contour.IsClosed);
    }

    /// <summary>Distance of a point from the stretch between two others.</summary>
    private static double Distance(double[] x, double[] y, int i, int first, int last)
    {
        double dx = x[last] - x[first];
        double dy = y[last] - y[first];
        double square = (dx * dx) + (dy * dy);
        double along = square > 0.0 ? Math.Clamp((((x[i] - x[first]) * dx) + ((y[i] - y[first]) * dy)) / square, 0.0, 1.0) : 0.0;
        double px = x[i] - x[first] - (along * dx);
        double py = y[i] - y[first] - (along * dy);
        return Math.Sqrt((px * px) + (py * py));
    }
}

namespace Umbriel.Response;

/// <summary>Least-squares comparison of two distributions' shapes, and a small deterministic minimiser for it.</summary>
internal static class ShapeFit
{
    private const int Cells = 6;
    private const int Rounds = 12;

    /// <summary>Σ (a_i − b_i)²/b_i of the two normalised to one.</summary>
    public static double Distance(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double sumA = a.Sum();
        double sumB = b.Sum();
        double distance = 0.0;
        for (int i = 0; i < a.Count; i++)
        {
            double p = b[i] / sumB;
            double difference = (a[i] / sumA) - p;
            distance += difference * difference / p;
        }

        return distance;
    }

    /// <summary>Minimum over a rectangle by repeated grids, each half as wide around the last's best.</summary>
    public static (double X, double Y) Minimise(Func<double, double, double> objective, (double Low, double High) x, (double Low, double High) y)
    {
        (double X, double Y) best = (x.Low, y.Low);
        for (int round = 0; round < Rounds; round++)
        {
            double least = double.PositiveInfinity;
            for (int i = 0; i <= Cells; i++)
            {
                for (int j = 0; j <= (y.High > y.Low ? Cells : 0); j++)
                {
                    double u = x.Low + ((x.High - x.Low) * i / Cells);
                    double v = y.Low + ((y.High - y.Low) * j / Cells);
                    double value = objective(u, v);
                    if (value < least)
                    {
                        least = value;
                        best = (u, v);
                    }
                }
            }

            x = Around(best.X, x);
            y = Around(best.Y, y);
        }

        return best;
    }

    private static (double Low, double High) Around(double centre, (double Low, double High) range)
    {
        double half = 0.25 * (range.High - range.Low);
        return (Math.Max(range.Low, centre - half), Math.Min(range.High, centre + half));
    }
}

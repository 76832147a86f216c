namespace Umbriel.Inference.Tests;

public sealed class OutlineSimplifierTests
{
    [Fact]
    public void No_point_of_an_ellipse_is_farther_than_the_tolerance_and_most_are_gone()
    {
        const double Tolerance = 1e-3;
        const int Count = 4001;
        double[] x = new double[Count];
        double[] y = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            double angle = 2.0 * Math.PI * i / (Count - 1);
            x[i] = Math.Exp(0.5 * Math.Cos(angle));
            y[i] = 1e-6 * Math.Exp(Math.Sin(angle));
        }

        (x[^1], y[^1]) = (x[0], y[0]);
        Contour simple = OutlineSimplifier.Simplify(new Contour(x, y, true), Tolerance);
        simple.X.Length.ShouldBeInRange(20, 200);
        (simple.X[^1], simple.Y[^1]).ShouldBe((simple.X[0], simple.Y[0]));

        // Distance of every original point to the nearest stretch of the new outline, by brute force.
        for (int i = 0; i < Count; i++)
        {
            double nearest = double.PositiveInfinity;
            for (int k = 1; k < simple.X.Length; k++)
            {
                for (int s = 0; s <= 50; s++)
                {
                    double lx = ((1.0 - (s / 50.0)) * Math.Log(simple.X[k - 1])) + (s / 50.0 * Math.Log(simple.X[k]));
                    double ly = ((1.0 - (s / 50.0)) * Math.Log(simple.Y[k - 1])) + (s / 50.0 * Math.Log(simple.Y[k]));
                    nearest = Math.Min(nearest, Math.Sqrt(Math.Pow(lx - Math.Log(x[i]), 2) + Math.Pow(ly - Math.Log(y[i]), 2)));
                }
            }

            // Steps of the brute force are at most 0.007 long, hence half of that to the side.
            nearest.ShouldBeLessThan(Tolerance + 0.004);
        }
    }

    [Fact]
    public void Straight_lines_keep_their_ends_only()
    {
        double[] x = [.. Enumerable.Range(0, 50).Select(i => Math.Exp(0.1 * i))];
        Contour simple = OutlineSimplifier.Simplify(new Contour(x, [.. x.Select(v => v * v)], false), 1e-9);
        simple.X.ShouldBe([x[0], x[^1]]);
    }
}

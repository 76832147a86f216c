namespace Umbriel.Inference.Tests;

public sealed class MarchingSquaresTests
{
    private static readonly double[] Axis = [.. Enumerable.Range(0, 101).Select(i => -1.0 + (0.02 * i))];

    [Fact]
    public void A_circle_is_one_closed_loop_of_the_right_length_and_area()
    {
        // Area πr² and length 2πr; linear interpolation errs at order (step/r)².
        const double R = 0.7013;
        Contour circle = MarchingSquares.Trace(Axis, Axis, (i, j) => Math.Sqrt((Axis[i] * Axis[i]) + (Axis[j] * Axis[j])), R).ShouldHaveSingleItem();
        circle.IsClosed.ShouldBeTrue();
        double area = 0.0;
        double length = 0.0;
        for (int k = 0; k < circle.X.Length; k++)
        {
            Math.Sqrt((circle.X[k] * circle.X[k]) + (circle.Y[k] * circle.Y[k])).ShouldBe(R, 2e-4);
            if (k > 0)
            {
                area += 0.5 * ((circle.X[k - 1] * circle.Y[k]) - (circle.X[k] * circle.Y[k - 1]));
                length += Math.Sqrt(Math.Pow(circle.X[k] - circle.X[k - 1], 2) + Math.Pow(circle.Y[k] - circle.Y[k - 1], 2));
            }
        }

        // The outside is above the level and on the left, so the loop runs clockwise.
        area.ShouldBe(-Math.PI * R * R, 1e-3);
        length.ShouldBe(2 * Math.PI * R, 2e-3);
    }

    [Fact]
    public void A_circle_cut_by_the_border_leaves_open_arcs()
    {
        IReadOnlyList<Contour> arcs = MarchingSquares.Trace(Axis, Axis, (i, j) => Math.Sqrt((Axis[i] * Axis[i]) + (Axis[j] * Axis[j])), 1.2);
        arcs.Count.ShouldBe(4);
        arcs.ShouldAllBe(a => !a.IsClosed);

        // The border is met at √(1.2² - 1) = 0.6633.
        foreach (Contour arc in arcs)
        {
            Math.Min(Math.Abs(arc.X[0]), Math.Abs(arc.Y[0])).ShouldBe(0.66332, 1e-3);
            Math.Max(Math.Abs(arc.X[0]), Math.Abs(arc.Y[0])).ShouldBe(1.0, 1e-12);
        }
    }

    [Theory]
    [InlineData(2.0, 2)]
    [InlineData(-2.0, 2)]
    public void Saddles_are_resolved_by_the_centre(double bias, int pieces)
    {
        double[] two = [0.0, 1.0];
        double[,] v = { { 3.0 + bias, -3.0 }, { -3.0, 3.0 + bias } };
        IReadOnlyList<Contour> contours = MarchingSquares.Trace(two, two, (i, j) => v[i, j], 0.0);
        contours.Count.ShouldBe(pieces);

        // High corners are (0,0) and (1,1). With a high centre the pieces cut off the low corners, else the high ones.
        foreach (Contour c in contours)
        {
            double x = 0.5 * (c.X[0] + c.X[1]);
            double y = 0.5 * (c.Y[0] + c.Y[1]);
            bool nearLow = (x - 0.5) * (y - 0.5) < 0.0;
            nearLow.ShouldBe(bias > 0.0);
        }
    }

    [Fact]
    public void Values_at_the_level_make_no_gaps()
    {
        // Whole-number values and level: every node of the diagonal is exactly at the level.
        double[] axis = [0, 1, 2, 3, 4];
        Contour line = MarchingSquares.Trace(axis, axis, (i, j) => i - j, 0.0).ShouldHaveSingleItem();
        line.IsClosed.ShouldBeFalse();
        for (int k = 0; k < line.X.Length; k++)
        {
            line.X[k].ShouldBe(line.Y[k], 1e-12);
        }
    }
}

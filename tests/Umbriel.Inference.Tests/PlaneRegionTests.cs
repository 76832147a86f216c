namespace Umbriel.Inference.Tests;

public sealed class PlaneRegionTests
{
    [Theory]
    [InlineData(0.5, 1.5, 0.0, 1e-3)]
    [InlineData(0.3, 0.9, 0.7, 1e-3)]
    [InlineData(1.0, 0.05, -1.1, 1e-2)]
    [InlineData(0.8, 0.01, -1.25, 1e-2)]
    public void The_area_of_an_ellipse_is_right_however_narrow(double a, double b, double angle, double tolerance)
    {
        // π a b Δχ² with half-axes at Δχ² = 1; steps are 0.1 and 0.2, so that the last two are narrower than a step.
        ChiSquarePlane plane = PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, a, b, angle));
        foreach (ConfidenceLevel level in (ConfidenceLevel[])[PlaneToy.Level68, PlaneToy.Level95])
        {
            Contour outline = plane.Region(level).ShouldHaveSingleItem();
            outline.IsClosed.ShouldBeTrue();
            double expected = Math.PI * a * b * level.Threshold;
            TestContext.Current.TestOutputHelper!.WriteLine($"area {PlaneToy.Area(outline) / expected - 1.0:E2}, {outline.X.Length} points");
            PlaneToy.Area(outline).ShouldBe(expected, tolerance * expected);
        }
    }

    [Fact]
    public void A_region_at_the_border_is_closed_along_it()
    {
        // A quarter of an ellipse in the corner of large mass and coupling, half of one at the lower border.
        Contour quarter = PlaneToy.Plane(PlaneToy.Ellipse(0.0, -4.0, 0.5, 2.0)).Region(PlaneToy.Level95).ShouldHaveSingleItem();
        Check(quarter, Math.PI * 0.5 * 2.0 * PlaneToy.Level95.Threshold / 4.0);
        quarter.X.Max().ShouldBe(PlaneToy.Masses.Maximum);
        quarter.Y.Max().ShouldBe(PlaneToy.Couplings.Maximum);
        Enumerable.Range(0, quarter.X.Length).Any(k => quarter.X[k] == quarter.X.Max() && quarter.Y[k] == quarter.Y.Max()).ShouldBeTrue();

        Contour half = PlaneToy.Plane(PlaneToy.Ellipse(-2.0, -20.0, 0.4, 2.0)).Region(PlaneToy.Level95).ShouldHaveSingleItem();
        Check(half, Math.PI * 0.4 * 2.0 * PlaneToy.Level95.Threshold / 2.0);

        static void Check(Contour outline, double expected)
        {
            outline.IsClosed.ShouldBeTrue();
            (outline.X[0], outline.Y[0]).ShouldBe((outline.X[^1], outline.Y[^1]));
            PlaneToy.Area(outline).ShouldBe(expected, 1e-3 * expected);
        }
    }

    [Fact]
    public void A_region_that_is_the_plane_has_its_border_as_outline()
    {
        Contour all = PlaneToy.Plane((_, _) => 1.0, 1.0).Region(PlaneToy.Level95).ShouldHaveSingleItem();
        PlaneToy.Area(all).ShouldBe(4.0 * 16.0, 1e-9);
        PlaneToy.Plane((_, _) => 100.0, 1.0).Region(PlaneToy.Level95).ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_is_an_outline_of_its_own_that_runs_the_other_way()
    {
        // A ring of radius 1.2 and σ 0.1.
        ChiSquarePlane plane = PlaneToy.Plane((x, y) => Math.Pow((Math.Sqrt(Math.Pow(x - PlaneToy.X0, 2) + Math.Pow(y - PlaneToy.Y0, 2)) - 1.2) / 0.1, 2));
        IReadOnlyList<Contour> ring = plane.Region(PlaneToy.Level95);
        ring.Count.ShouldBe(2);
        double width = 0.1 * Math.Sqrt(PlaneToy.Level95.Threshold);
        double outer = Math.PI * Math.Pow(1.2 + width, 2);
        double hole = Math.PI * Math.Pow(1.2 - width, 2);
        ring.Max(PlaneToy.Area).ShouldBe(outer, 2e-3 * outer);
        ring.Min(PlaneToy.Area).ShouldBe(-hole, 2e-3 * hole);
    }

    [Fact]
    public void A_steep_band_narrower_than_a_step_is_one_piece_without_islands()
    {
        // ln |U|² = -12 - 3 (x + 2), ± 0.03 √5.99: width 0.147 in y (step 0.2), 0.049 in x (step 0.1).
        ChiSquarePlane plane = PlaneToy.Plane((x, y) => Math.Pow((y + 12.0 + (3.0 * (x + 2.0))) / 0.03, 2));
        Contour band = plane.Region(PlaneToy.Level95).ShouldHaveSingleItem();
        double expected = 4.0 * 2.0 * 0.03 * Math.Sqrt(PlaneToy.Level95.Threshold);
        PlaneToy.Area(band).ShouldBe(expected, 2e-2 * expected);
    }

    [Fact]
    public void A_region_does_not_depend_on_the_axes_it_was_looked_for_on()
    {
        // Shaped like an excess from decays in flight: rate ∝ |U|⁴ m⁶ at small couplings, |U|² at large ones, with a shape
        // that prefers one mass; on 40 x 200 nodes and on half as many each way. Eight steps across a region leave an error of
        // order (1/8)²/2 of its area, which is less than 0.002 in log10 |U|² here.
        Func<double, double, double> excess = (x, y) =>
        {
            double decay = Math.Exp(y + 14.0 + (6.0 * (x + 2.5)));
            double rate = 600.0 * Math.Exp(y + 11.0) * (1.0 - Math.Exp(-decay));
            return 5.0 + Math.Pow((rate - 500.0) / 80.0, 2) + Math.Pow((x + 2.0) / 0.5, 2);
        };
        double[] fine = Measure(40, 200);
        double[] coarse = Measure(20, 100);
        for (int k = 0; k < fine.Length; k++)
        {
            coarse[k].ShouldBe(fine[k], 8e-3 * fine[k]);
        }

        double[] Measure(int columns, int rows)
        {
            int calls = 0;
            ChiSquarePlane plane = PlaneToy.Plane(
                (x, y) =>
                {
                    Interlocked.Increment(ref calls);
                    return excess(x, y);
                },
                masses: ScanAxis.Logarithmic("mass", Math.Exp(-4.0), 1.0, columns),
                couplings: ScanAxis.Logarithmic("|U|^2", Math.Exp(-24.0), Math.Exp(-4.0), rows));
            int computed = calls;
            double[] areas = [.. new[] { PlaneToy.Level68, PlaneToy.Level95 }.Select(l => PlaneToy.Area(plane.Region(l).ShouldHaveSingleItem()))];
            TestContext.Current.TestOutputHelper!.WriteLine($"{columns} x {rows}: {computed - (columns * rows)} calls for the best fit, {calls - computed} for two regions of areas {areas[0]} and {areas[1]}");
            return areas;
        }
    }

    [Fact]
    public void A_region_lies_inside_that_of_a_higher_level() => Toy.ForAllSeeds(
        seed =>
        {
            double[] p = Toy.Uniform(5, seed, 0.0, 1.0);
            ChiSquarePlane plane = PlaneToy.Plane(
                (x, y) => Math.Pow((Math.Exp(-Math.Pow((y + 12.0 + (x * p[0])) / (1.0 + (2.0 * p[1])), 2)) - p[2]) / (0.05 + (0.2 * p[3])), 2) + Math.Pow((x + 2.0) / (0.4 + p[4]), 2), threads: 1);
            double inner = plane.Region(PlaneToy.Level68).Sum(PlaneToy.Area);
            double outer = plane.Region(PlaneToy.Level95).Sum(PlaneToy.Area);
            double edge = PlaneToy.Level95.Threshold + plane.BestFit.ChiSquare;
            return inner > 0.0 && outer > inner && plane.Region(PlaneToy.Level68).All(c => Enumerable.Range(0, c.X.Length).All(k => plane.At(c.X[k], c.Y[k]) < edge));
        },
        20);
}

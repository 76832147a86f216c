namespace Umbriel.Inference.Tests;

public sealed class PlaneIntervalTests
{
    /// <summary>The promised precision, in ln.</summary>
    private static readonly double Precision = ChiSquarePlane.LogPrecision * Math.Log(10.0);

    [Fact]
    public void Ends_of_an_ellipse_are_where_they_should_be()
    {
        ChiSquarePlane plane = PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, 0.5, 1.3));
        int inside = 0;
        for (int i = 0; i < plane.Masses.Count; i++)
        {
            inside += Check(plane.Masses.Values[i], plane.Intervals(i, PlaneToy.Level95));
        }

        // |x - x0| < 0.5 √5.99 = 1.22 on a grid of step 0.1: from -3.2 to -0.8.
        inside.ShouldBe(25);
        Check(0.1234, plane.Intervals(0.1234, PlaneToy.Level95)).ShouldBe(1);

        static int Check(double mass, IReadOnlyList<CouplingInterval> intervals)
        {
            double rest = PlaneToy.Level95.Threshold - Math.Pow((Math.Log(mass) - PlaneToy.X0) / 0.5, 2);
            if (rest <= 0.0)
            {
                intervals.ShouldBeEmpty();
                return 0;
            }

            CouplingInterval found = intervals.ShouldHaveSingleItem();
            Math.Log(found.U2Low).ShouldBe(PlaneToy.Y0 - (1.3 * Math.Sqrt(rest)), Precision);
            Math.Log(found.U2High).ShouldBe(PlaneToy.Y0 + (1.3 * Math.Sqrt(rest)), Precision);
            found.ReachesLow.ShouldBeFalse();
            found.ReachesHigh.ShouldBeFalse();
            return 1;
        }
    }

    [Fact]
    public void A_rate_that_rises_and_falls_gives_two_intervals()
    {
        // Rate 300 exp(-(y+12)²/4) against 100 ± 10: decays before the detector at large couplings.
        ChiSquarePlane plane = PlaneToy.Plane((_, y) => Math.Pow(((300.0 * Math.Exp(-(y + 12.0) * (y + 12.0) / 4.0)) - 100.0) / 10.0, 2));
        IReadOnlyList<CouplingInterval> two = plane.Intervals(7, PlaneToy.Level95);
        two.Count.ShouldBe(2);
        double root = 10.0 * Math.Sqrt(PlaneToy.Level95.Threshold);
        double near = 2.0 * Math.Sqrt(Math.Log(300.0 / (100.0 + root)));
        double far = 2.0 * Math.Sqrt(Math.Log(300.0 / (100.0 - root)));
        Math.Log(two[0].U2Low).ShouldBe(-12.0 - far, Precision);
        Math.Log(two[0].U2High).ShouldBe(-12.0 - near, Precision);
        Math.Log(two[1].U2Low).ShouldBe(-12.0 + near, Precision);
        Math.Log(two[1].U2High).ShouldBe(-12.0 + far, Precision);
    }

    [Fact]
    public void An_interval_far_narrower_than_a_step_is_found() => Toy.ForAllSeeds(
        seed =>
        {
            // Half-width 0.003 √5.99 = 0.0073 on a step of 0.2; the nodes next to it have Δχ² of hundreds to thousands.
            double y0 = Toy.Uniform(1, seed, -19.5, -4.5)[0];
            ChiSquarePlane plane = PlaneToy.Plane((_, y) => Math.Pow((y - y0) / 0.003, 2), threads: 1, masses: ScanAxis.Logarithmic("mass", 0.1, 1.0, 3));
            IReadOnlyList<CouplingInterval> found = plane.Intervals(1, PlaneToy.Level95);
            double half = 0.003 * Math.Sqrt(PlaneToy.Level95.Threshold);
            return found.Count == 1 && Math.Abs(Math.Log(found[0].U2Low) - (y0 - half)) < Precision && Math.Abs(Math.Log(found[0].U2High) - (y0 + half)) < Precision;
        },
        100);

    [Fact]
    public void A_gap_far_narrower_than_a_step_is_found_and_so_is_an_interval_at_the_axis_end()
    {
        ChiSquarePlane plane = PlaneToy.Plane((_, y) => y < -15.0 ? 9.0 * Math.Exp(-Math.Abs(y + 17.07) / 0.1) : 50.0 * (1.0 - Math.Exp(-Math.Abs(y + 4.013) / 0.01)));
        IReadOnlyList<CouplingInterval> found = plane.Intervals(0, PlaneToy.Level95);
        found.Count.ShouldBe(3);
        found[0].ReachesLow.ShouldBeTrue();
        found[0].U2Low.ShouldBe(plane.Couplings.Minimum);

        // 9 exp(-d/0.1) = T, so d = 0.1 ln(9/T) each side of -17.07.
        double gap = 0.1 * Math.Log(9.0 / PlaneToy.Level95.Threshold);
        Math.Log(found[0].U2High).ShouldBe(-17.07 - gap, Precision);
        Math.Log(found[1].U2Low).ShouldBe(-17.07 + gap, Precision);

        // 50 (1 - exp(-d/0.01)) = T; the axis ends at -4, just above.
        double half = -0.01 * Math.Log(1.0 - (PlaneToy.Level95.Threshold / 50.0));
        Math.Log(found[2].U2Low).ShouldBe(-4.013 - half, Precision);
        Math.Log(found[2].U2High).ShouldBe(-4.013 + half, Precision);
        found[2].ReachesHigh.ShouldBeFalse();
    }

    [Fact]
    public void Intervals_that_touch_the_ends_are_cut_and_flagged()
    {
        ChiSquarePlane plane = PlaneToy.Plane((_, y) => Math.Exp(y + 6.0), 0.0);
        CouplingInterval limit = plane.Intervals(2, PlaneToy.Level95).ShouldHaveSingleItem();
        limit.ReachesLow.ShouldBeTrue();
        limit.ReachesHigh.ShouldBeFalse();
        limit.U2Low.ShouldBe(plane.Couplings.Minimum);
        Math.Log(limit.U2High).ShouldBe(Math.Log(PlaneToy.Level95.Threshold) - 6.0, Precision);

        CouplingInterval all = PlaneToy.Plane((_, _) => 1.0, 1.0).Intervals(2, PlaneToy.Level68).ShouldHaveSingleItem();
        all.ShouldBe(new CouplingInterval(plane.Couplings.Minimum, plane.Couplings.Maximum, true, true));
    }

    [Fact]
    public void Intervals_grow_with_the_level() => Toy.ForAllSeeds(
        seed =>
        {
            double[] p = Toy.Uniform(6, seed, 0.0, 1.0);
            ChiSquarePlane plane = PlaneToy.Plane(
                (x, y) => Math.Pow((Math.Exp(-Math.Pow((y + 12.0 + (x * p[0])) / (1.0 + (3.0 * p[1])), 2)) - p[2]) / (0.02 + (0.2 * p[3])), 2) + (2.0 * p[4] * (1.0 + Math.Sin((3.0 * y) + (5.0 * p[5])))), threads: 1, masses: ScanAxis.Logarithmic("mass", 0.02, 1.0, 9));
            var inner = new ConfidenceLevel(0.3 + (0.5 * p[5]));
            var outer = new ConfidenceLevel(0.82 + (0.17 * p[3]));
            return Enumerable.Range(0, plane.Masses.Count).All(i =>
            {
                IReadOnlyList<CouplingInterval> wide = plane.Intervals(i, outer);
                return plane.Intervals(i, inner).All(a => wide.Any(b => Math.Log(b.U2Low / a.U2Low) < Precision && Math.Log(a.U2High / b.U2High) < Precision));
            });
        });
}

using Umbriel.Core;

namespace Umbriel.Inference.Tests;

public sealed class ChiSquarePlaneTests
{
    [Fact]
    public void The_best_fit_lies_between_the_nodes()
    {
        ChiSquarePlane plane = PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, 0.7, 1.1, 0.4));
        plane.BestFit.ChiSquare.ShouldBe(3.0, 1e-7);
        Math.Log(plane.BestFit.Mass!.Value).ShouldBe(PlaneToy.X0, 1e-3);
        Math.Log(plane.BestFit.U2).ShouldBe(PlaneToy.Y0, 1e-3);
        plane[3, 5].ShouldBe(plane.At(plane.Masses.Values[3], plane.Couplings.Values[5]));
    }

    [Fact]
    public void A_valley_narrower_than_a_step_does_not_hide_the_best_fit()
    {
        // One σ across is 0.02, a tenth of a step; along it 1.
        ChiSquarePlane plane = PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, 1.0, 0.02, -1.2));
        plane.BestFit.ChiSquare.ShouldBe(3.0, 1e-4);
    }

    [Fact]
    public void Of_two_valleys_the_deeper_one_wins_though_its_nodes_are_higher()
    {
        Func<double, double, double> wide = PlaneToy.Ellipse(-3.0, -8.0, 1.0, 1.0, 0.0, 4.0);
        Func<double, double, double> narrow = PlaneToy.Ellipse(-1.05, -15.1, 0.03, 0.03, 0.0, 2.0);
        PlaneToy.Plane((x, y) => Math.Min(wide(x, y), narrow(x, y))).BestFit.ChiSquare.ShouldBe(2.0, 1e-6);
    }

    [Fact]
    public void Without_anything_better_the_background_alone_is_the_best_fit()
    {
        // A signal that only ever hurts, with the plateau of the background towards small couplings.
        ChiSquarePlane plane = PlaneToy.Plane((_, y) => 7.0 + Math.Exp(2.0 * (y + 10.0)), 7.0);
        plane.BestFit.ShouldBe(new BestFit(7.0, 0.0, null));
    }

    [Fact]
    public void The_best_fit_is_never_worse_than_a_node_nor_than_the_background() => Toy.ForAllSeeds(
        seed =>
        {
            double[] p = Toy.Uniform(9, seed, -1.0, 1.0);
            ChiSquarePlane plane = PlaneToy.Plane(
                (x, y) => 20.0 + (6.0 * Math.Sin((4.0 * p[0] * x) + p[1])) + (6.0 * Math.Cos((2.0 * p[2] * y) + (p[3] * x))) + (5.0 * Math.Sin(p[4] * x * y)),
                12.0 + (4.0 * p[5]),
                1);
            double lowest = double.PositiveInfinity;
            for (int i = 0; i < plane.Masses.Count; i++)
            {
                for (int j = 0; j < plane.Couplings.Count; j++)
                {
                    lowest = Math.Min(lowest, plane[i, j]);
                }
            }

            return plane.BestFit.ChiSquare <= Math.Min(lowest, plane.BackgroundOnly) && (plane.BestFit.Mass is null) == (plane.BestFit.U2 == 0.0);
        },
        40);

    [Fact]
    public void The_function_is_asked_within_the_axes_only()
    {
        int outside = 0;
        ScanAxis masses = PlaneToy.Masses;
        ScanAxis couplings = PlaneToy.Couplings;
        Func<double, double, double> corner = PlaneToy.Ellipse(0.0, -4.0, 0.5, 2.0);
        ChiSquarePlane plane = ChiSquarePlane.Compute(
            masses,
            couplings,
            (m, u2) =>
            {
                if (m < masses.Minimum || m > masses.Maximum || u2 < couplings.Minimum || u2 > couplings.Maximum)
                {
                    Interlocked.Increment(ref outside);
                }

                return corner(Math.Log(m), Math.Log(u2));
            },
            PlaneToy.FarAway,
            2);
        plane.Region(PlaneToy.Level95).Count.ShouldBe(1);
        plane.Intervals(masses.Maximum, PlaneToy.Level95).ShouldHaveSingleItem().ReachesHigh.ShouldBeTrue();
        outside.ShouldBe(0);
    }

    [Fact]
    public void Every_result_has_the_same_bits_for_any_number_of_threads()
    {
        string one = Everything(1);
        Everything(2).ShouldBe(one);
        Everything(5).ShouldBe(one);

        static string Everything(int threads)
        {
            ChiSquarePlane p = PlaneToy.Plane((x, y) => 1.0 + Math.Pow((Math.Exp(0.3 * (y + 12.0)) - 1.2 + (0.3 * x)) / 0.2, 2) + Math.Sin(3 * x) + 1.0, threads: threads);
            ChiSquarePlane q = PlaneToy.Plane((x, y) => 2.0 + Math.Exp((2.0 * (y + 11.0)) + x), 2.0, threads);
            RegionComparison c = RegionComparison.Compute(p, PlaneToy.Level95, q, 2);
            IEnumerable<double> numbers =
            [
                .. from i in Enumerable.Range(0, p.Masses.Count) from j in Enumerable.Range(0, p.Couplings.Count) select p[i, j],
                p.BestFit.ChiSquare, p.BestFit.U2, p.BestFit.Mass!.Value,
                .. p.Region(PlaneToy.Level95).SelectMany(r => r.X.Concat(r.Y)),
                .. Enumerable.Range(0, p.Masses.Count).SelectMany(i => p.Intervals(i, PlaneToy.Level68)).SelectMany(i => new[] { i.U2Low, i.U2High }),
                c.RegionArea, c.ExcludedArea!.Value, c.ExcludedAreaResolution!.Value, c.ExcludedWeighted!.Value,
                c.MostTolerantPoint!.Mass, c.MostTolerantPoint.U2, c.MostTolerantPoint.DeltaChiSquare,
                c.Compatibility.ChiSquare, c.Compatibility.JointBestFit.U2,
            ];
            return string.Join(' ', numbers.Select(v => BitConverter.DoubleToInt64Bits(v).ToString("x")));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.5)]
    [InlineData(double.PositiveInfinity)]
    public void A_bad_chi_square_is_named_with_its_point(double value)
    {
        NumericalFailureException e = Should.Throw<NumericalFailureException>(() => PlaneToy.Plane((x, _) => x > -1.0 ? value : 1.0));
        e.Message.ShouldContain("chi-square at mass");
        Should.Throw<NumericalFailureException>(() => PlaneToy.Plane((_, _) => 1.0, value)).Message.ShouldContain("without signal");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Points_without_chi_square_are_counted_and_in_no_region(int threads)
    {
        // The corner of heavy neutrinos and large couplings has none; the region is far from it.
        static double? Corner(double x, double y, double value) => x > -0.25 && y > -5.0 ? null : value;
        Func<double, double, double> ellipse = PlaneToy.Ellipse(-2.0, -12.0, 0.5, 1.0);
        ChiSquarePlane whole = PlaneToy.Plane(ellipse);
        ChiSquarePlane plane = ChiSquarePlane.Compute(
            PlaneToy.Masses, PlaneToy.Couplings, (m, u2) => Corner(Math.Log(m), Math.Log(u2), ellipse(Math.Log(m), Math.Log(u2))), PlaneToy.FarAway, threads);

        // Nodes every 0.1 in ln m and 0.2 in ln |U|²: -0.2, -0.1, 0 and -4.8, -4.6, -4.4, -4.2, -4.
        plane.Failures.Count.ShouldBe(3 * 5);
        Math.Log(plane.Failures.Mass!.Value).ShouldBe(-0.2, 1e-12);
        Math.Log(plane.Failures.U2!.Value).ShouldBe(-4.8, 1e-12);
        plane.BestFit.ShouldBe(whole.BestFit);
        plane.Region(PlaneToy.Level95).Select(c => c.X.Length).ShouldBe(whole.Region(PlaneToy.Level95).Select(c => c.X.Length));
        plane.Intervals(0.95, PlaneToy.Level95).ShouldBeEmpty();
        whole.Failures.ShouldBe(PointFailures.None);
    }

    [Fact]
    public void Bad_requests_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PlaneToy.Plane((_, _) => 1.0, threads: 0));
        ChiSquarePlane plane = PlaneToy.Plane(PlaneToy.Ellipse(-2.0, -12.0, 1.0, 1.0));
        Should.Throw<ArgumentOutOfRangeException>(() => plane.Intervals(2.0, PlaneToy.Level95));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => ChiSquarePlane.Compute(PlaneToy.Masses, PlaneToy.Couplings, (_, _) => 1.0, 1.0, 2, stop.Token));
    }
}

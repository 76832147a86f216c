namespace Umbriel.Inference.Tests;

public sealed class LimitBendsTests
{
    [Fact]
    public void A_straight_curve_needs_no_more_masses() =>
        LimitBends.MissingMasses([.. Masses(0.01, 1.0, 6).Select(m => At(m, 1e-9 * Math.Pow(m, -4.0)))]).ShouldBeEmpty();

    [Fact]
    public void A_bend_is_halved_on_both_sides()
    {
        // log10 |U|² is -8, -9, -9 at equal steps: an eighth of a decade off between.
        double[] missing = LimitBends.MissingMasses([At(0.1, 1e-8), At(0.2, 1e-9), At(0.4, 1e-9)]);
        missing.ShouldBe([0.1 * Math.Sqrt(2.0), 0.2 * Math.Sqrt(2.0)], 1e-12);
    }

    [Fact]
    public void The_expected_limit_counts_too_and_missing_limits_do_not()
    {
        MassLimit[] expected = [At(0.1, 1e-9, 1e-8), At(0.2, 1e-9, 1e-9), At(0.4, 1e-9, 1e-9)];
        LimitBends.MissingMasses(expected).Length.ShouldBe(2);
        LimitBends.MissingMasses([At(0.1, null), At(0.2, 1e-9), At(0.4, 1e-7)]).ShouldBeEmpty();
    }

    [Fact]
    public void The_length_of_a_step_counts_and_kinks_at_its_ends_do_not()
    {
        // log10 |U|² = c x², x = ln m: a line across a step h is off by c h²/4, here 0.04 for the first and last steps of 0.4
        // and 0.0025 for the two of 0.1 between.
        MassLimit Parabola(double x) => At(Math.Exp(x), Math.Pow(10.0, -9.0 + (x * x)));
        LimitBends.MissingMasses([Parabola(-0.5), Parabola(-0.1), Parabola(0.0), Parabola(0.1), Parabola(0.5)]).ShouldBe([Math.Exp(-0.3), Math.Exp(0.3)], 1e-12);

        // A kink at a mass of the scan between straight pieces.
        MassLimit Kink(double x) => At(Math.Exp(x), Math.Pow(10.0, -9.0 + Math.Max(0.0, 3.0 * x)));
        LimitBends.MissingMasses([.. new[] { -0.6, -0.3, 0.0, 0.3, 0.6 }.Select(Kink)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_is_not_cut_for_ever()
    {
        // From 0.1 to 0.1005 GeV |U|² falls by two decades: a vertical line. Only the long steps beside it are cut.
        double[] missing = LimitBends.MissingMasses([At(0.08, 1e-7), At(0.1, 1e-7), At(0.1005, 1e-9), At(0.12, 1e-9)]);
        missing.ShouldBe([Math.Sqrt(0.008), Math.Sqrt(0.1005 * 0.12)], 1e-12);
    }

    [Fact]
    public void Contours_between_distant_masses_are_the_limits_there()
    {
        // The limit falls by a decade from each mass to the next: m¹⁰ in steps of 26%.
        SignalFit fit = ToySignals.PublishedFit();
        double[] Signal(double mass, double u2) => [.. ToySignals.Island(0.1, 1e-9).Select(_ => 3e9 * u2 * Math.Pow(mass / 0.1, 10.0))];
        ScanSettings coarse = new() { Masses = ScanAxis.Logarithmic("mass", 0.05, 0.2, 7), Couplings = ScanAxis.Logarithmic("coupling", 1e-13, 1e-4, 200) };
        LimitScan scan = new(fit, Signal);
        PlaneLimits fine = scan.Run(coarse with { MassStep = 0.02 });
        fine.Limits.Select(l => l.Mass).ShouldBe(coarse.Masses.Values.ToArray());
        double Worst(PlaneLimits limits) => Masses(0.051, 0.19, 40).Max(m => Math.Abs(Math.Log10(Crossing(limits.ExpectedContours, m) / scan.LimitAt(m, fine.ObservedBestFit, coarse).ExpectedU2!.Value)));

        // Steps of the axis are 0.055 in log10; the contour alone is off by more between the masses.
        Worst(fine).ShouldBeLessThan(0.02);
        Worst(scan.Run(coarse)).ShouldBeGreaterThan(0.05);
    }

    /// <summary>|U|² of the lowest crossing of a mass, linear in the logarithms between the contour's points.</summary>
    private static double Crossing(IReadOnlyList<Contour> contours, double mass)
    {
        double lowest = double.PositiveInfinity;
        foreach (Contour contour in contours)
        {
            for (int k = 1; k < contour.X.Length; k++)
            {
                double f = Math.Log(mass / contour.X[k - 1]) / Math.Log(contour.X[k] / contour.X[k - 1]);
                if (f is >= 0.0 and <= 1.0)
                {
                    lowest = Math.Min(lowest, contour.Y[k - 1] * Math.Pow(contour.Y[k] / contour.Y[k - 1], f));
                }
            }
        }

        return lowest;
    }

    private static double[] Masses(double low, double high, int count) => ScanAxis.Logarithmic("mass", low, high, count).Values.ToArray();

    private static MassLimit At(double mass, double? observed) => At(mass, observed, observed);

    private static MassLimit At(double mass, double? observed, double? expected) => new(mass, Interval(observed), Interval(expected));

    private static ExclusionInterval[] Interval(double? lower) => lower is null ? [] : [new ExclusionInterval(lower, null)];
}

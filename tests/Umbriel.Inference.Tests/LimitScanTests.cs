using Umbriel.Core;

namespace Umbriel.Inference.Tests;

public sealed class LimitScanTests
{
    [Fact]
    public void The_refined_contour_is_the_brute_force_contour()
    {
        SignalFit fit = ToySignals.PublishedFit();
        ScanSettings settings = ToySignals.Plane();
        PlaneLimits limits = new LimitScan(fit, ToySignals.Island).Run(settings);
        Same(limits.ObservedContours, BruteForce(fit, settings, limits.ObservedBestFit.ChiSquare));
        Same(limits.ExpectedContours, BruteForce(fit.Asimov(), settings, 0.0));
        limits.ExpectedContours.ShouldNotBeEmpty();

        // 41 x 201 nodes, each contour some 300 cells long, limits of 41 masses twice on top.
        limits.ModelEvaluations.ShouldBeLessThan(41 * 201 / 3);
        limits.ExpectedContours.ShouldContain(c => c.X.Length > 100);
    }

    [Fact]
    public void Its_best_fit_is_not_beaten_by_brute_force()
    {
        SignalFit fit = ToySignals.PublishedFit();
        ScanSettings settings = ToySignals.Plane();
        BestFit best = new LimitScan(fit, ToySignals.Island).Run(settings).ObservedBestFit;
        double lowest = fit.BackgroundOnly;
        foreach (double m in settings.Masses.Values)
        {
            foreach (double u2 in settings.Couplings.Values)
            {
                lowest = Math.Min(lowest, fit.ChiSquare(ToySignals.Island(m, u2)));
            }
        }

        best.ChiSquare.ShouldBeLessThanOrEqualTo(lowest);
        best.ChiSquare.ShouldBeGreaterThan(lowest - 0.05);
        best.Mass.ShouldNotBeNull();
    }

    [Fact]
    public void Limits_lie_on_the_contour_and_are_sharper()
    {
        SignalFit fit = ToySignals.PublishedFit();
        ScanSettings settings = ToySignals.Plane();
        var scan = new LimitScan(fit, ToySignals.Island);
        PlaneLimits limits = scan.Run(settings);
        int checkedMasses = 0;
        foreach (MassLimit limit in limits.Limits)
        {
            foreach (ExclusionInterval interval in limit.Expected)
            {
                foreach (double edge in new[] { interval.Lower, interval.Upper }.OfType<double>())
                {
                    // Δχ² brackets the threshold at one precision to either side.
                    double step = Math.Pow(10, 1e-4);
                    double below = fit.Asimov().ChiSquare(ToySignals.Island(limit.Mass, edge / step)) - 5.99;
                    double above = fit.Asimov().ChiSquare(ToySignals.Island(limit.Mass, edge * step)) - 5.99;
                    (below * above).ShouldBeLessThanOrEqualTo(0.0);
                    checkedMasses++;
                    double nearest = limits.ExpectedContours.SelectMany(c => c.X.Zip(c.Y)).Where(p => Math.Abs(Math.Log(p.First / limit.Mass)) < 1e-9).Min(p => Math.Abs(Math.Log10(p.Second / edge)));
                    nearest.ShouldBeLessThan(3e-3);
                }
            }

            MassLimit alone = scan.LimitAt(limit.Mass, limits.ObservedBestFit, settings);
            Close(alone.ExpectedU2, limit.ExpectedU2);
            Close(alone.ObservedU2, limit.ObservedU2);
        }

        checkedMasses.ShouldBeGreaterThan(40);

        static void Close(double? a, double? b)
        {
            a.HasValue.ShouldBe(b.HasValue);
            if (a is { } x && b is { } y)
            {
                Math.Log10(x / y).ShouldBe(0.0, 1e-4);
            }
        }
    }

    [Fact]
    public void One_bin_has_the_limit_one_solves_for_by_hand()
    {
        // Expected: s² = 5.99 (9 + 3 / (1/16 + 2/(16 + s))), by fixed-point iteration.
        double s = 10.0;
        for (int i = 0; i < 200; i++)
        {
            s = Math.Sqrt(5.99 * (9.0 + (3.0 / ((1.0 / 16.0) + (2.0 / (16.0 + s))))));
        }

        PlaneLimits limits = new LimitScan(Toy.Fit([16], [16], [9]), (m, u2) => [u2 * 1e10 * m]).Run(ToySignals.Plane());
        foreach (MassLimit limit in limits.Limits)
        {
            Math.Log10(limit.ExpectedU2!.Value / (s / (1e10 * limit.Mass))).ShouldBe(0.0, 1e-4);
            limit.Expected.ShouldHaveSingleItem().Upper.ShouldBeNull();

            // The data equal the background here.
            Math.Log10(limit.ObservedU2!.Value / limit.ExpectedU2.Value).ShouldBe(0.0, 1e-4);
        }

        limits.ObservedBestFit.ShouldBe(new BestFit(0.0, 0.0, null));
    }

    [Fact]
    public void Weak_signals_are_not_excluded_and_strong_ones_below_the_axis_are_found()
    {
        SignalFit fit = ToySignals.PublishedFit();
        PlaneLimits weak = new LimitScan(fit, (m, u2) => ToySignals.Prompt(m, 1e-9 * u2)).Run(ToySignals.Plane(9, 41));
        weak.Limits.ShouldAllBe(l => l.ExpectedU2 == null && l.ObservedU2 == null);
        weak.ExpectedContours.ShouldBeEmpty();
        PlaneLimits strong = new LimitScan(fit, (m, u2) => ToySignals.Prompt(m, 1e9 * u2)).Run(ToySignals.Plane(9, 41));
        PlaneLimits plain = new LimitScan(fit, ToySignals.Prompt).Run(ToySignals.Plane(9, 41));
        foreach ((MassLimit a, MassLimit b) in strong.Limits.Zip(plain.Limits))
        {
            Math.Log10(a.ExpectedU2!.Value * 1e9 / b.ExpectedU2!.Value).ShouldBe(0.0, 2e-4);
        }

        PlaneLimits none = new LimitScan(fit, (_, _) => new double[4]).Run(ToySignals.Plane(9, 41));
        none.Limits.ShouldAllBe(l => l.ExpectedU2 == null && l.ObservedU2 == null);
        none.ObservedBestFit.U2.ShouldBe(0.0);
    }

    [Fact]
    public void An_excess_excludes_from_zero_and_again_above_itself()
    {
        // 100 events seen over 40 ± 3: no signal is excluded, and so is three times the excess.
        SignalFit fit = Toy.Fit([100], [40], [9]);
        PlaneLimits limits = new LimitScan(fit, (m, u2) => [u2 * 1e10]).Run(ToySignals.Plane(5, 101));
        foreach (MassLimit limit in limits.Limits)
        {
            limit.Observed.Count.ShouldBe(2);
            limit.Observed[0].Lower.ShouldBeNull();
            limit.Observed[0].Upper!.Value.ShouldBeInRange(2e-9, 6e-9);
            limit.ObservedU2!.Value.ShouldBeInRange(6e-9, 18e-9);
        }

        limits.ObservedBestFit.ChiSquare.ShouldBe(0.0, 1e-6);
        limits.ObservedBestFit.U2.ShouldBe(6e-9, 1e-11);
    }

    [Fact]
    public void Limits_scale_with_the_coupling_and_weaken_with_uncertainty() => Toy.ForAllSeeds(
        seed =>
        {
            double k = Math.Pow(10.0, Toy.Uniform(1, seed, -1, 1)[0]);
            double[] b = Toy.Uniform(4, seed, 5, 30);
            double[] c = Toy.Covariance(4, seed, 20);
            ScanSettings settings = ToySignals.Plane(3, 61);
            double?[] Limits(double[] covariance, double scale) =>
                [.. new LimitScan(Toy.Fit(b, b, covariance), (m, u2) => ToySignals.Prompt(m, scale * u2)).Run(settings).Limits.Select(l => l.ExpectedU2)];
            double?[] plain = Limits(c, 1.0);
            double?[] scaled = Limits(c, k);
            double?[] loose = Limits([.. c.Select(x => 1.3 * x)], 1.0);
            return Enumerable.Range(0, 3).All(i => Math.Abs(Math.Log10(scaled[i]!.Value * k / plain[i]!.Value)) < 2e-4 && loose[i] > plain[i]);
        },
        25);

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var scan = new LimitScan(ToySignals.PublishedFit(), ToySignals.Island);
        string one = Text(scan.Run(ToySignals.Plane()));
        Text(scan.Run(ToySignals.Plane() with { Threads = 2 })).ShouldBe(one);
        Text(scan.Run(ToySignals.Plane() with { Threads = 7 })).ShouldBe(one);

        static string Text(PlaneLimits p) => string.Join('\n', p.Points)
            + string.Join('\n', p.ObservedContours.Concat(p.ExpectedContours).SelectMany(c => c.X.Concat(c.Y)).Select(BitConverter.DoubleToInt64Bits))
            + string.Join('\n', p.Limits.Select(l => $"{l.ObservedU2:R} {l.ExpectedU2:R}")) + p.ObservedBestFit + p.ModelEvaluations;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_signal_that_is_not_a_number_ends_in_one_line(int threads)
    {
        var scan = new LimitScan(ToySignals.PublishedFit(), (m, u2) => m > 0.5 ? [1, double.NaN, 1, 1] : ToySignals.Prompt(m, u2));
        Should.Throw<NumericalFailureException>(() => scan.Run(ToySignals.Plane() with { Threads = threads })).Message.ShouldContain("bin 2: found NaN events");
    }

    [Fact]
    public void It_stops_when_told_to()
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        var scan = new LimitScan(ToySignals.PublishedFit(), (m, u2) =>
        {
            if (++calls == 50)
            {
                source.Cancel();
            }

            return ToySignals.Prompt(m, u2);
        });
        Should.Throw<OperationCanceledException>(() => scan.Run(ToySignals.Plane(), source.Token));
        calls.ShouldBe(50);
    }

    [Fact]
    public void The_threshold_is_the_quantile()
    {
        // Chi-square with two degrees of freedom, PDG review of statistics, table 40.2: 4.61 (90%), 5.99 (95%), 9.21 (99%).
        new ConfidenceLevel(0.90).Threshold.ShouldBe(4.61, 0.005);
        new ConfidenceLevel(0.95).Threshold.ShouldBe(5.99146, 1e-5);
        new ConfidenceLevel(0.99).Threshold.ShouldBe(9.21, 0.005);
        new ScanSettings { Masses = ToySignals.Plane().Masses, Couplings = ToySignals.Plane().Couplings }.Threshold.ShouldBe(5.99);
        Should.Throw<ArgumentOutOfRangeException>(() => new ConfidenceLevel(1.0));
    }

    private static IReadOnlyList<Contour> BruteForce(SignalFit fit, ScanSettings settings, double reference)
    {
        double[] m = settings.Masses.Values.ToArray();
        double[] u = settings.Couplings.Values.ToArray();
        double[,] chi = new double[m.Length, u.Length];
        for (int i = 0; i < m.Length; i++)
        {
            for (int j = 0; j < u.Length; j++)
            {
                chi[i, j] = fit.ChiSquare(ToySignals.Island(m[i], u[j]));
            }
        }

        return MarchingSquares.Trace(Array.ConvertAll(m, Math.Log), Array.ConvertAll(u, Math.Log), (i, j) => Math.Log(Math.Max((chi[i, j] - reference) / 5.99, 0.05)), 0.0);
    }

    private static void Same(IReadOnlyList<Contour> refined, IReadOnlyList<Contour> brute)
    {
        refined.Count.ShouldBe(brute.Count);
        foreach ((Contour a, Contour b) in refined.Zip(brute))
        {
            a.IsClosed.ShouldBe(b.IsClosed);
            a.X.ShouldBe(Array.ConvertAll(b.X, Math.Exp));
            a.Y.ShouldBe(Array.ConvertAll(b.Y, Math.Exp));
        }
    }
}

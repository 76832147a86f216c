using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.DarkSector;

namespace Umbriel.Response.Tests;

public sealed class MixtureTests
{
    [Fact]
    public void Consistent_shares_of_two_points_solve_the_marginals()
    {
        // By hand: point 1 sits in the first energy and θ bins, point 2 in the second, opening angle and asymmetry give
        // 0.25 always; 0.2 (1 − w) + 0.4 w = 0.25 at w = 1/4.
        EfficiencyAxes axes = Toy.Axes([0.2, 0.4], [0.2, 0.4], [0.25], [0.25]);
        PointSample[] points = [PointSample.Of(axes, [Toy.Pair(0, 0)], [2.0]), PointSample.Of(axes, [Toy.Pair(1, 1)], [3.0])];
        double[] shares = new ConsistentShares(1e-9).Compute(points);
        shares[0].ShouldBe(0.75, 1e-4);
        shares[1].ShouldBe(0.25, 1e-4);
        MixtureSample mixture = new(points, shares);
        mixture.MeanEfficiency(0, Topology.OneShower).ShouldBe(0.25, 1e-4);
    }

    [Fact]
    public void Entropy_alone_keeps_shares_equal()
    {
        // Three points alike in every marginal: only the entropy is left to choose.
        EfficiencyAxes axes = Toy.Axes([0.2, 0.4], [0.3], [0.25], [0.1]);
        PointSample[] points = [.. Enumerable.Range(0, 3).Select(_ => PointSample.Of(axes, [Toy.Pair(0), Toy.Pair(1)], [1.0, 1.0]))];
        new ConsistentShares(1e-3).Compute(points).ShouldAllBe(s => Math.Abs(s - (1.0 / 3.0)) < 1e-9);
        EqualShares.Rule.Compute(points).ShouldBe([1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]);
    }

    [Fact]
    public void No_small_move_of_shares_improves_the_balance()
    {
        // The minimum of F by its definition: moving 1e-3 of share between any two points never lowers it.
        MixtureSample sample = Shared.Builder.Sample(ReferenceMixtures.Find("balanced")!);
        double[] w = [.. sample.Shares];
        double least = Objective(sample.Points, w);
        for (int i = 0; i < w.Length; i++)
        {
            for (int j = 0; j < w.Length; j++)
            {
                double step = Math.Min(1e-3, 0.5 * w[j]);
                if (i != j)
                {
                    (w[i], w[j]) = (w[i] + step, w[j] - step);
                    Objective(sample.Points, w).ShouldBeGreaterThan(least - 1e-10);
                    (w[i], w[j]) = (sample.Shares[i], sample.Shares[j]);
                }
            }
        }
    }

    [Fact]
    public void The_balanced_mixture_agrees_with_itself_and_the_plain_one_does_not()
    {
        double Disagreement(string name)
        {
            EfficiencyMap map = new(Shared.Axes, Shared.Builder.Sample(ReferenceMixtures.Find(name)!));
            return map.Residuals.Max(r => r.Max(Math.Abs));
        }

        Disagreement("balanced").ShouldBeLessThan(0.01);
        Disagreement("light-heavy").ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void The_default_closes_for_the_coupling_of_the_fits_and_the_plain_one_for_a_quarter()
    {
        // The letter: 67.35 selected events, digitised. g_D = 2: arXiv:2308.02543's fits, and SIREN's example of this point.
        double published = Shared.Data.Score.ExampleSignal.Sum();
        double Closing(string name) => ResponseBuilder.ExamplePoint.AlphaD * published / Shared.Builder.Uncertainty([ReferenceMixtures.Find(name)!]).Selections[0].Example;
        Closing("balanced").ShouldBe(4.0 / (4.0 * Math.PI), 0.05 * 0.318);
        Closing("light-heavy").ShouldBe(0.25, 0.05 * 0.25);
        ReferenceMixtures.Default.Name.ShouldBe("balanced");
    }

    [Fact]
    public void The_uncertainty_is_what_remains_once_every_mixture_closes()
    {
        MixtureUncertainty uncertainty = Shared.Builder.Uncertainty(ReferenceMixtures.All);
        uncertainty.Selections.Select(s => s.Mixture).ShouldBe(ReferenceMixtures.All.Select(m => m.Name));

        // At the example itself nothing remains, up to ν̄, the Z' polarisation and the statistics of 8000 pairs.
        IReadOnlyList<DarkSectorParameters> points = [.. ReferenceMixtures.All.SelectMany(m => m.Points).Distinct()];
        int example = points.ToList().FindIndex(p => p.Scenario == Scenario.Single && p.M4 == 0.106 && p.MZPrime == 0.03);
        uncertainty.ByPoint[example].ShouldBeLessThan(0.02);
        uncertainty.Relative.ShouldBeInRange(0.03, 0.5);
    }

    [Fact]
    public void The_uncertainty_of_two_mixtures_by_hand()
    {
        // b selects half as much of everything: nothing remains. c selects 3 and 1 times as much: half ranges 1 and 0.
        MixtureSelection a = new("a", 10.0, [0.2, 0.4]);
        new MixtureUncertainty([a, new("b", 5.0, [0.1, 0.2])]).Relative.ShouldBe(0.0, 1e-15);
        new MixtureUncertainty([a, new("c", 10.0, [0.6, 0.4])]).Relative.ShouldBe(Math.Sqrt(0.5), 1e-15);
    }

    [Fact]
    public void More_events_a_point_do_not_move_the_example_signal()
    {
        // 8000 against 32000 pairs a point: statistics leave about 0.2%; 0.5% asked for.
        double Selected(ResponseBuilder builder) => builder.Uncertainty([ReferenceMixtures.Default]).Selections[0].Example;
        double many = Selected(new ResponseBuilder(Shared.Data, Shared.Site, 2, 32000));
        Selected(Shared.Builder).ShouldBe(many, 0.005 * many);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        PublishedResponse Build(int threads) => new ResponseBuilder(Shared.Data, Shared.Site, threads, 1000).Build(ReferenceMixtures.Find("balanced")!);
        PublishedResponse one = Build(1);
        foreach (int threads in new[] { 2, 7 })
        {
            PublishedResponse other = Build(threads);
            other.EnergySmearing.ShouldBe(one.EnergySmearing);
            other.AngleSmearing.ShouldBe(one.AngleSmearing);
            for (int i = 0; i < 200; i++)
            {
                PairKinematics pair = new(0.01 * (i + 1), 0.2 * i, 0.6 * i, 0.005 * i, 0.2 * i);
                other.Efficiency.Evaluate(pair).ShouldBe(one.Efficiency.Evaluate(pair));
            }
        }
    }

    [Fact]
    public void Mistakes_are_named()
    {
        ReferenceMixtures.Find("lightheavy").ShouldBeNull();
        Should.Throw<ArgumentException>(() => PointSample.Of(Shared.Axes, [new PairKinematics(0.5, 1, 1, 0.5, 1)], [0.0])).Message.ShouldContain("weigh 0 in total");
        Should.Throw<ArgumentException>(() => new EfficiencyAxes([Shared.Data.EnergyEfficiency])).Message.ShouldContain("4 tables");
    }

    private static double Objective(IReadOnlyList<PointSample> points, double[] shares)
    {
        double sum = 0.0;
        for (int p = 0; p < shares.Length; p++)
        {
            sum += ConsistentShares.DefaultLambda * shares[p] * Math.Log(shares[p] * shares.Length);
        }

        foreach (Topology topology in Topologies.Selected)
        {
            double[] t = [.. Enumerable.Range(0, 4).Select(axis => points.Select((p, i) => shares[i] * p.MeanEfficiency(axis, topology)).Sum())];
            double mean = t.Average();
            sum += t.Sum(x => Math.Pow((x / mean) - 1.0, 2));
        }

        return sum;
    }
}

using Umbriel.Core;
using Umbriel.Core.Events;

namespace Umbriel.Response.Tests;

public sealed class ProportionalFitTests
{
    private static readonly PairKinematics[] Square = [Toy.Pair(0, 0), Toy.Pair(0, 1), Toy.Pair(1, 0), Toy.Pair(1, 1)];

    [Fact]
    public void Independent_axes_give_the_product_of_the_marginals()
    {
        // By hand: ε = a_e b_t / 0.3 with a = (0.2, 0.4), b = (0.1, 0.5) of mean 0.3 each.
        EfficiencyAxes axes = Toy.Axes([0.2, 0.4], [0.1, 0.5], [0.3], [0.3]);
        EfficiencyMap map = Toy.Map(axes, Square, [1, 1, 1, 1]);
        ShouldBe(map, 1.0 / 15.0, 1.0 / 3.0, 2.0 / 15.0, 2.0 / 3.0);
    }

    [Fact]
    public void Correlated_axes_solve_the_quadratic()
    {
        // By hand: weights 0.4, 0.1, 0.1, 0.4, marginals (0.2, 0.4) on both axes. ε12 = ε21 = x, ε11 = (1 − x)/4,
        // ε22 = (2 − x)/4, and product form means ε11 ε22 = x²: 15 x² + 3 x − 2 = 0.
        EfficiencyAxes axes = Toy.Axes([0.2, 0.4], [0.2, 0.4], [0.3], [0.3]);
        EfficiencyMap map = Toy.Map(axes, Square, [4, 1, 1, 4]);
        double x = (Math.Sqrt(129.0) - 3.0) / 30.0;
        ShouldBe(map, 0.25 * (1.0 - x), x, x, 0.25 * (2.0 - x));
    }

    [Fact]
    public void An_efficiency_is_capped_at_one_and_the_others_make_up_for_it()
    {
        // By hand: marginals (0.45, 0.9) on both axes want 1.2 in the last cell; capped at 1 its row leaves 0.8, then 0.1.
        EfficiencyAxes axes = Toy.Axes([0.45, 0.9], [0.45, 0.9], [0.675], [0.675]);
        MixtureSample sample = new([PointSample.Of(axes, Square, [1, 1, 1, 1])], [1.0]);
        (double[][] f, double[] residuals) = ProportionalFit.Fit(axes, sample, Topology.OneShower);
        double Efficiency(int e, int t) => Math.Min(1.0, f[0][e] * f[1][t] * f[2][0] * f[3][0]);
        Efficiency(0, 0).ShouldBe(0.1, 1e-6);
        Efficiency(0, 1).ShouldBe(0.8, 1e-6);
        Efficiency(1, 0).ShouldBe(0.8, 1e-6);
        Efficiency(1, 1).ShouldBe(1.0);
        residuals.ShouldAllBe(r => Math.Abs(r) < 1e-6);
    }

    [Fact]
    public void Topologies_together_never_exceed_one()
    {
        // The topologies ask for 1, 0.12 and 0.06 of the last cell.
        EfficiencyAxes axes = Toy.Axes([0.45, 0.9], [0.45, 0.9], [0.675], [0.675]);
        (double one, double track, double two) = Toy.Map(axes, Square, [1, 1, 1, 1]).Evaluate(Toy.Pair(1, 1));
        (one + track + two).ShouldBe(1.0, 1e-12);
        (one > track && track > two && two > 0.0).ShouldBeTrue();
    }

    [Fact]
    public void The_true_mixture_recovers_all_marginals_of_a_product()
    {
        (PairKinematics[] pairs, double[] weights) = RandomSample(17, 400);
        double[][] truth = [[0.9, 0.6, 0.3], [1.0, 0.4, 0.7], [0.8, 0.5], [0.7, 0.9]];
        double True(in PairKinematics p) => truth[0][(int)p.Energy - 1] * truth[1][(int)p.Theta - 1] * truth[2][(int)p.OpeningAngle - 1] * truth[3][(int)p.Asymmetry - 1];
        double[][] marginals = Marginals(pairs, weights, True);
        EfficiencyAxes axes = Toy.Axes(marginals);
        EfficiencyMap map = Toy.Map(axes, pairs, weights);
        double[][] recovered = Marginals(pairs, weights, (in PairKinematics p) => map.Evaluate(p).OneShower);
        for (int axis = 0; axis < 4; axis++)
        {
            for (int b = 0; b < marginals[axis].Length; b++)
            {
                recovered[axis][b].ShouldBe(marginals[axis][b], 1e-5 * marginals[axis][b]);
            }

            map.Residuals[0][axis].ShouldBe(0.0, 1e-6);
        }

        // A product with given marginals is unique.
        foreach (PairKinematics pair in pairs)
        {
            map.Evaluate(pair).OneShower.ShouldBe(True(pair), 1e-4);
        }
    }

    [Fact]
    public void Agrees_with_a_slow_version_also_where_the_marginals_disagree()
    {
        (PairKinematics[] pairs, double[] weights) = RandomSample(5, 300);
        EfficiencyAxes axes = Toy.Axes([0.08, 0.12, 0.04], [0.09, 0.11, 0.1], [0.06, 0.14], [0.16, 0.08]);
        EfficiencyMap map = Toy.Map(axes, pairs, weights);
        double[][] slow = Slow(axes, pairs, weights);
        map.Residuals[0].Take(3).ShouldContain(r => Math.Abs(r) > 0.01);
        map.Residuals[0][3].ShouldBe(0.0, 1e-6);
        foreach (PairKinematics p in pairs)
        {
            double expected = Math.Min(1.0, slow[0][(int)p.Energy - 1] * slow[1][(int)p.Theta - 1] * slow[2][(int)p.OpeningAngle - 1] * slow[3][(int)p.Asymmetry - 1]);
            map.Evaluate(p).OneShower.ShouldBe(expected, 1e-6);
        }
    }

    private delegate double Efficiency(in PairKinematics pair);

    private static void ShouldBe(EfficiencyMap map, params double[] expected)
    {
        for (int i = 0; i < 4; i++)
        {
            (double one, double track, double two) = map.Evaluate(Square[i]);
            one.ShouldBe(expected[i], 1e-6);
            track.ShouldBe(0.1 * expected[i], 1e-6);
            two.ShouldBe(0.05 * expected[i], 1e-6);
        }
    }

    private static (PairKinematics[] Pairs, double[] Weights) RandomSample(ulong seed, int count)
    {
        RandomStream random = new(seed, RandomStage.Generation, 0);
        PairKinematics[] pairs = new PairKinematics[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++)
        {
            int e = (int)(3.0 * random.NextDouble());

            // θ follows the energy half of the time: correlated axes.
            int t = random.NextDouble() < 0.5 ? e : (int)(3.0 * random.NextDouble());
            pairs[i] = Toy.Pair(e, t, (int)(2.0 * random.NextDouble()), (int)(2.0 * random.NextDouble()));
            weights[i] = 0.2 + random.NextDouble();
        }

        return (pairs, weights);
    }

    private static double[][] Marginals(PairKinematics[] pairs, double[] weights, Efficiency efficiency)
    {
        double[][] all = [new double[3], new double[3], new double[2], new double[2]];
        double[][] selected = [new double[3], new double[3], new double[2], new double[2]];
        for (int i = 0; i < pairs.Length; i++)
        {
            for (int axis = 0; axis < 4; axis++)
            {
                all[axis][Bin(pairs[i], axis)] += weights[i];
                selected[axis][Bin(pairs[i], axis)] += weights[i] * efficiency(pairs[i]);
            }
        }

        return [.. selected.Zip(all, (s, n) => s.Zip(n, (x, y) => x / y).ToArray())];
    }

    /// <summary>Deming and Stephan's procedure pair by pair, without cells, convergence test or shared sums.</summary>
    private static double[][] Slow(EfficiencyAxes axes, PairKinematics[] pairs, double[] weights)
    {
        double[][] f = [[1, 1, 1], [1, 1, 1], [1, 1], [1, 1]];
        for (int sweep = 0; sweep < 200; sweep++)
        {
            for (int axis = 0; axis < 4; axis++)
            {
                for (int b = 0; b < f[axis].Length; b++)
                {
                    double all = 0.0;
                    double selected = 0.0;
                    for (int i = 0; i < pairs.Length; i++)
                    {
                        if (Bin(pairs[i], axis) == b)
                        {
                            all += weights[i];
                            double product = 1.0;
                            for (int k = 0; k < 4; k++)
                            {
                                product *= f[k][Bin(pairs[i], k)];
                            }

                            selected += weights[i] * Math.Min(1.0, product);
                        }
                    }

                    f[axis][b] *= axes.Published(axis, Topology.OneShower)[b] * all / selected;
                }
            }
        }

        return f;
    }

    private static int Bin(in PairKinematics p, int axis) => (int)(axis switch { 0 => p.Energy, 1 => p.Theta, 2 => p.OpeningAngle, _ => p.Asymmetry }) - 1;
}

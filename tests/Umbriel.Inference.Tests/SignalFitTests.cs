using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core;

namespace Umbriel.Inference.Tests;

public sealed class SignalFitTests
{
    private const int Size = 6;

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(100)]
    public void Any_number_of_bins_agrees_with_dense_linear_algebra(int bins)
    {
        double[] n = [.. Toy.Uniform(bins, 1, 0, 40).Select(x => Math.Floor(x))];
        double[] b = Toy.Uniform(bins, 2, 5, 40);
        double[] s = Toy.Uniform(bins, 3, 0, 10);
        double[] c = Toy.Covariance(bins, 4, 10);
        double[] f = Toy.Covariance(bins, 5, 0.05);
        var m = new DenseMatrix(bins, bins);
        for (int i = 0; i < bins; i++)
        {
            for (int j = 0; j < bins; j++)
            {
                m[i, j] = c[(i * bins) + j] + (f[(i * bins) + j] * s[i] * s[j]);
            }

            m[i, i] += n[i] > 0 ? 3 / ((1 / n[i]) + (2 / (b[i] + s[i]))) : 0.5 * (b[i] + s[i]);
        }

        DenseVector r = DenseVector.Create(bins, i => n[i] - b[i] - s[i]);
        double expected = r.DotProduct(m.Solve(r));
        Toy.Fit(n, b, c, f).ChiSquare(s).ShouldBe(expected, 1e-9 * expected);
    }

    [Fact]
    public void Every_statistic_is_non_negative_and_does_not_care_for_the_order_of_bins() => Toy.ForAllSeeds(
        seed =>
        {
            double[] n = [.. Toy.Uniform(Size, seed, 0, 40).Select(x => Math.Floor(x))];
            double[] b = Toy.Uniform(Size, seed + 1, 1, 40);
            double[] s = Toy.Uniform(Size, seed + 2, 0, 40);
            double[] c = Toy.Covariance(Size, seed + 3, 30);
            double[] f = Toy.Covariance(Size, seed + 4, 0.05);
            int[] order = [.. Enumerable.Range(0, Size).OrderBy(i => unchecked((seed + 1) * (ulong)(i + 3) * 0x9E3779B97F4A7C15UL))];
            double[] Vector(double[] v) => [.. order.Select(i => v[i])];
            double[] Matrix(double[] v) => [.. from i in order from j in order select v[(i * Size) + j]];
            return Enum.GetValues<TestStatistic>().All(statistic =>
            {
                double direct = Toy.Fit(n, b, c, f, statistic).ChiSquare(s);
                double permuted = Toy.Fit(Vector(n), Vector(b), Matrix(c), Matrix(f), statistic).ChiSquare(Vector(s));
                return direct >= 0.0 && Math.Abs(direct - permuted) <= 1e-6 * (1.0 + direct);
            });
        },
        60);

    [Fact]
    public void Asimov_data_fit_the_background_exactly()
    {
        SignalFit fit = Toy.Fit([20, 19, 26, 30], [14.4, 13.4, 26.2, 19.3], Toy.Covariance(4, 1, 9)).Asimov();
        fit.BackgroundOnly.ShouldBe(0.0);
        fit.ChiSquare([1, 1, 1, 1]).ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void More_uncertainty_never_raises_chi_square() => Toy.ForAllSeeds(
        seed =>
        {
            double[] b = Toy.Uniform(Size, seed, 1, 40);
            double[] s = Toy.Uniform(Size, seed + 2, 0, 40);
            double[] c = Toy.Covariance(Size, seed + 3, 30);
            double[] larger = [.. c.Select(x => 1.5 * x)];
            double[] f = Toy.Covariance(Size, seed + 4, 0.05);
            double plain = Toy.Fit(b, b, c).ChiSquare(s);
            return Toy.Fit(b, b, larger).ChiSquare(s) <= plain * (1 + 1e-12) && Toy.Fit(b, b, c, f).ChiSquare(s) <= plain * (1 + 1e-12);
        },
        100);

    [Fact]
    public void Evaluating_allocates_nothing()
    {
        foreach (TestStatistic statistic in Enum.GetValues<TestStatistic>())
        {
            SignalFit fit = Toy.Fit([20, 19, 26, 30], [14.4, 13.4, 26.2, 19.3], Toy.Covariance(4, 1, 9), Toy.Covariance(4, 2, 0.05), statistic);
            double[] s = [3.0, 4.6, 12.3, 47.5];
            double sum = fit.ChiSquare(s);
            long least = long.MaxValue;

            // The runtime itself may allocate while it recompiles a method: of five rounds one must be clean.
            for (int round = 0; round < 5; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < 1000; i++)
                {
                    sum += fit.ChiSquare(s);
                }

                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            least.ShouldBe(0, statistic.ToString());
            sum.ShouldBeGreaterThan(0.0);
        }
    }

    [Fact]
    public void Bad_signals_and_singular_covariances_are_refused()
    {
        SignalFit fit = Toy.Fit([2, 3], [2, 3], [1, 0, 0, 1]);
        Should.Throw<ArgumentException>(() => fit.ChiSquare([1])).Message.ShouldContain("1 bins");
        Should.Throw<ArgumentException>(() => fit.ChiSquare([1, double.NaN])).Message.ShouldContain("bin 2");
        Should.Throw<ArgumentException>(() => fit.ChiSquare([-1, 1])).Message.ShouldContain("bin 1");
        Should.Throw<NumericalFailureException>(() => Toy.Fit([2, 3], [2, 3], [1, 0, 0, 0], null, TestStatistic.CovarianceOnly)).Message.ShouldContain("positive definite");
        Should.Throw<ArgumentException>(() => Toy.Fit([2, 3], [2, 0], [1, 0, 0, 1])).Message.ShouldContain("bin 2");
        Should.Throw<ArgumentException>(() => Toy.Fit(new double[101], [.. Enumerable.Repeat(1.0, 101)], new double[101 * 101])).Message.ShouldContain("at most 100");
    }
}

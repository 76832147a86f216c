using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;
using Umbriel.Core.Distributions;

namespace Umbriel.Inference.Tests;

/// <summary>Small builders shared by the tests.</summary>
internal static class Toy
{
    public static Binning Bins(int n, string name = "toy") => new(new Channel(name, [.. Enumerable.Range(0, n + 1).Select(i => (double)i)]));

    /// <summary>A random positive-definite matrix, A Aᵀ scaled plus a little on the diagonal.</summary>
    public static double[] Covariance(int n, ulong seed, double scale)
    {
        var random = new RandomStream(seed, RandomStage.PseudoExperiment, 0);
        double[] a = new double[n * n];
        NormalSampler.Fill(ref random, a);
        double[] c = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    c[(i * n) + j] += scale * a[(i * n) + k] * a[(j * n) + k] / n;
                }
            }

            c[(i * n) + i] += 0.01 * scale;
        }

        return c;
    }

    public static double[] Packed(double[] full, int n) =>
        [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, i + 1) select full[(i * n) + j]];

    public static double[] Uniform(int n, ulong seed, double low, double high)
    {
        var random = new RandomStream(seed, RandomStage.PseudoExperiment, 1);
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = low + ((high - low) * random.NextDouble());
        }

        return x;
    }

    public static SignalFit Fit(double[] n, double[] b, double[] covariance, double[]? fractional = null, TestStatistic statistic = TestStatistic.CombinedNeymanPearson)
    {
        Binning bins = Bins(b.Length);
        return new SignalFit(
            new Spectrum(bins, "b", b, n),
            new StackedCovariance("toy", fractional is null ? null : new FractionalCovariance(bins, fractional, "toy"), new AbsoluteCovariance(bins, covariance, "toy")),
            statistic);
    }

    /// <summary>Runs a property on a fixed sequence of seeds, so that it gives the same answer every time.</summary>
    public static void ForAllSeeds(Func<ulong, bool> property, int count = 200)
    {
        Gen<int> seeds = Gen.Choose(1, int.MaxValue);
        Prop.ForAll(seeds.ToArbitrary(), s => property((ulong)s)).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20250210900UL, 42424243UL));
    }
}

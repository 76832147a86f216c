using MathNet.Numerics;
using Umbriel.Core;
using Umbriel.Core.Distributions;

namespace Umbriel.Inference.Tests;

public sealed class PseudoExperimentTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(4.5)]
    [InlineData(27.0)]
    [InlineData(350.7)]
    public void Poisson_numbers_follow_their_distribution(double mean)
    {
        const int Draws = 40000;
        var random = new RandomStream(11, RandomStage.PseudoExperiment, (ulong)(mean * 10));
        int[] histogram = new int[2000];
        for (int i = 0; i < Draws; i++)
        {
            histogram[PoissonSampler.Next(ref random, mean)]++;
        }

        // Pearson's χ² over numbers expected at least ten times, the rest in one bin.
        double chi = 0.0;
        double seen = 0.0;
        double probability = 0.0;
        int bins = 0;
        for (int k = 0; k < histogram.Length; k++)
        {
            double p = Math.Exp((k * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(k + 1.0));
            if (p * Draws < 10.0)
            {
                continue;
            }

            chi += Math.Pow(histogram[k] - (p * Draws), 2) / (p * Draws);
            seen += histogram[k];
            probability += p;
            bins++;
        }

        double rest = Draws * (1.0 - probability);
        chi += rest > 1.0 ? Math.Pow(Draws - seen - rest, 2) / rest : 0.0;

        // False-alarm rate below 1e-5: 4.4 standard deviations above the mean of χ² with that many bins, plus its skew.
        chi.ShouldBeLessThan(bins + (4.4 * Math.Sqrt(2.0 * bins)) + 15.0);
    }

    [Fact]
    public void Throws_have_the_covariance_asked_for()
    {
        const int Throws = 40000;
        Binning bins = Toy.Bins(3);
        double[] mean = [400, 900, 600];
        var covariance = AbsoluteCovariance.FromErrors(bins, [20, 30, 0], 0.6, "x");
        var experiments = new PseudoExperiments(new Spectrum(bins, "b", mean), covariance, 5);
        double[] sum = new double[3];
        double[,] product = new double[3, 3];
        for (ulong k = 0; k < Throws; k++)
        {
            double[] n = experiments.Throw(k);
            for (int i = 0; i < 3; i++)
            {
                sum[i] += n[i] - mean[i];
                for (int j = 0; j < 3; j++)
                {
                    product[i, j] += (n[i] - mean[i]) * (n[j] - mean[j]);
                }
            }
        }

        for (int i = 0; i < 3; i++)
        {
            double variance = covariance[i, i] + mean[i];

            // Five standard errors; three means and nine elements: false-alarm rate below 1e-5.
            (sum[i] / Throws).ShouldBe(0.0, 5.0 * Math.Sqrt(variance / Throws));
            for (int j = 0; j < 3; j++)
            {
                double expected = covariance[i, j] + (i == j ? mean[i] : 0.0);
                double other = covariance[j, j] + mean[j];
                (product[i, j] / Throws).ShouldBe(expected, 5.0 * Math.Sqrt(((variance * other) + (expected * expected)) / Throws));
            }
        }
    }

    [Fact]
    public void A_throw_depends_on_its_number_only()
    {
        Binning bins = Toy.Bins(3);
        var experiments = new PseudoExperiments(new Spectrum(bins, "b", [4, 9, 6]), null, 5);
        double[] third = experiments.Throw(3);
        experiments.Throw(2);
        experiments.Throw(3).ShouldBe(third);
        Enumerable.Range(0, 20).Select(k => string.Join(',', experiments.Throw((ulong)k))).Distinct().Count().ShouldBeGreaterThan(15);
    }
}

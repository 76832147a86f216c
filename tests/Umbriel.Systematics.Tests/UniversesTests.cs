using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core;
using Umbriel.Core.Distributions;
using Umbriel.Inference;
using Umbriel.Inference.Tests;

namespace Umbriel.Systematics.Tests;

public sealed class UniversesTests
{
    private const int Size = 3;

    private static readonly StackedPrediction Central = new([10, 20, 5], [40, 30, 60]);

    [Theory]
    [InlineData(UniverseReference.CentralValue)]
    [InlineData(UniverseReference.Mean)]
    public void They_agree_with_the_covariance_of_summed_counts(UniverseReference reference)
    {
        // The slow way: count signal and background together in every universe, then the textbook covariance of these
        // counts, written as E[xy] - E[x]E[y] about the mean.
        const int Count = 25;
        StackedPrediction[] varied = [.. Enumerable.Range(0, Count).Select(k => new StackedPrediction(Toy.Uniform(Size, (ulong)k, 1, 30), Toy.Uniform(Size, (ulong)k + 100, 20, 70)))];
        DenseMatrix found = Stacked.At(new Universes("flux", "", Central, varied, reference).Covariance(Background()), Central.Signal);
        double[][] totals = [.. varied.Select(u => u.Signal.Zip(u.Background, (s, b) => s + b).ToArray())];
        double[] central = [.. Central.Signal.Zip(Central.Background, (s, b) => s + b)];
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                double expected = reference == UniverseReference.Mean
                    ? (totals.Average(x => x[i] * x[j]) - (totals.Average(x => x[i]) * totals.Average(x => x[j]))) * Count / (Count - 1)
                    : totals.Average(x => (x[i] - central[i]) * (x[j] - central[j]));
                found[i, j].ShouldBe(expected, 1e-9);
            }
        }
    }

    [Fact]
    public void A_linear_model_gives_back_its_own_covariance()
    {
        // x = x0 + g z with one Gaussian knob z: covariance g gᵀ over all six bins, whatever the knob's sample, scaled by <z²>.
        const int Count = 20000;
        double[] gradient = [1.0, -2.0, 0.5, 6.0, 3.0, -6.0];
        double[] z = new double[Count];
        var random = new RandomStream(3, RandomStage.PseudoExperiment, 0);
        NormalSampler.Fill(ref random, z);
        StackedPrediction[] varied = [.. z.Select(x => new StackedPrediction([.. Central.Signal.Select((s, i) => s + (gradient[i] * x))], [.. Central.Background.Select((b, i) => b + (gradient[Size + i] * x))]))];
        StackedCovariance covariance = new Universes("knob", "", Central, varied, UniverseReference.CentralValue).Covariance(Background());
        double second = z.Average(x => x * x);

        // The variance of a unit Gaussian to five standard errors √(2/20000): false-alarm rate 6e-7.
        second.ShouldBe(1.0, 0.05);
        DenseMatrix full = Stacked.Full(covariance);
        double[] relative = [.. gradient.Select((g, i) => i < Size ? g / Central.Signal[i] : g)];
        for (int i = 0; i < 2 * Size; i++)
        {
            for (int j = 0; j < 2 * Size; j++)
            {
                full[i, j].ShouldBe(second * relative[i] * relative[j], 1e-9);
            }
        }

        // Half the signal has half its deviation: (g_s/2 + g_b)².
        Stacked.At(covariance, [5, 10, 2.5])[0, 0].ShouldBe(second * 6.5 * 6.5, 1e-9);
    }

    [Fact]
    public void A_common_bias_counts_about_the_central_value_only()
    {
        StackedPrediction biased = new([11, 22, 5.5], [44, 33, 66]);
        double about(UniverseReference reference) => Stacked.At(new Universes("x", "", Central, [biased, biased], reference).Covariance(Background()), Central.Signal)[0, 0];
        about(UniverseReference.CentralValue).ShouldBe(25.0, 1e-12);
        about(UniverseReference.Mean).ShouldBe(0.0, 1e-12);
    }

    [Fact]
    public void Bad_universes_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Universes("x", "", Central, [], UniverseReference.CentralValue));
        Should.Throw<ArgumentException>(() => new Universes("x", "", Central, [Central], UniverseReference.Mean));
        Should.Throw<ArgumentException>(() => new Universes("x", "", Central, [new([1, 2], [3, 4, 5])], UniverseReference.CentralValue));
        Should.Throw<ArgumentException>(() => new Universes("x", "", new([0, 1, 1], [1, 1, 1]), [new([1, 1, 1], [1, 1, 1])], UniverseReference.CentralValue)).Message
            .ShouldStartWith("x: universe 1, bin 1: found signal 1 (central 0) and background 1; expected finite counts, and no signal where the central value has none");
        new Universes("x", "", new([0, 1, 1], [1, 1, 1]), [new([0, 1, 2], [1, 1, 1])], UniverseReference.CentralValue).Covariance(Background()).Signal![2, 2].ShouldBe(1.0);
    }

    private static Spectrum Background() => new(Toy.Bins(Size), "b", Central.Background);
}

using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core;
using Umbriel.Inference;
using Umbriel.Inference.Tests;

namespace Umbriel.Systematics.Tests;

public sealed class SourceTests
{
    private const int Size = 4;

    private static readonly double[] S = [3.0, 4.6, 12.3, 47.5];
    private static readonly double[] B = [14.4, 13.4, 26.2, 19.3];

    [Fact]
    public void A_common_normalisation_is_expressed_once()
    {
        // δ² (s + b)_i (s + b)_j, against δ² (s_i s_j + b_i b_j) when signal and background are taken as independent.
        const double Delta = 0.1;
        DenseMatrix common = Stacked.At(new Normalisation("pot", "", Delta, Delta).Covariance(Background()), S);
        DenseMatrix apart = Stacked.At(
            new SystematicModel(Background(), [new Normalisation("signal", "", Delta, 0.0), new Normalisation("background", "", 0.0, Delta)]).Covariance, S);
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                common[i, j].ShouldBe(Delta * Delta * (S[i] + B[i]) * (S[j] + B[j]), 1e-12);
                apart[i, j].ShouldBe(Delta * Delta * ((S[i] * S[j]) + (B[i] * B[j])), 1e-12);
            }
        }
    }

    [Fact]
    public void Opposite_shifts_cancel()
    {
        // With s = b a shift of +10% and -10% moves nothing.
        Stacked.At(new Normalisation("x", "", 0.1, -0.1).Covariance(Background()), B).Enumerate().ShouldAllBe(m => Math.Abs(m) < 1e-12);
    }

    [Fact]
    public void The_mixture_varies_the_signal_alone()
    {
        StackedCovariance covariance = new EfficiencyMixture(0.16).Covariance(Background());
        covariance.Background.ShouldBeNull();
        covariance.HasCross.ShouldBeFalse();
        covariance.Signal![0, 3].ShouldBe(0.0256, 1e-15);
        Should.Throw<ArgumentOutOfRangeException>(() => new EfficiencyMixture(0.0));
    }

    [Fact]
    public void Statistics_of_the_simulation_are_diagonal()
    {
        DenseMatrix matrix = Stacked.At(new MonteCarloStatistics([0.1, 0.2, 0.1, 0.05], [1, 2, 0, 3]).Covariance(Background()), S);
        for (int i = 0; i < Size; i++)
        {
            double expected = Math.Pow(new[] { 0.1, 0.2, 0.1, 0.05 }[i] * S[i], 2) + Math.Pow(new[] { 1.0, 2, 0, 3 }[i], 2);
            matrix[i, i].ShouldBe(expected, 1e-12);
            matrix.Row(i).Where((_, j) => j != i).ShouldAllBe(m => m == 0.0);
        }

        Should.Throw<ArgumentException>(() => new MonteCarloStatistics([0.1], [1]).Covariance(Background()));
    }

    [Fact]
    public void An_error_that_grows_with_the_signal_is_the_matrix_times_the_whole_prediction()
    {
        double[] f = Toy.Covariance(Size, 7, 0.03);
        var matrix = new PublishedMatrix(new FractionalCovariance(Toy.Bins(Size), f, "f"));
        DenseMatrix grown = Stacked.At(new RelativeToPrediction(matrix).Covariance(Background()), S);
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                grown[i, j].ShouldBe(f[(i * Size) + j] * (S[i] + B[i]) * (S[j] + B[j]), 1e-10);
            }
        }

        // Without a signal both readings are the same.
        (Stacked.At(new RelativeToPrediction(matrix).Covariance(Background()), new double[Size]) - Stacked.At(matrix.Covariance(Background()), S)).InfinityNorm().ShouldBeLessThan(1e-12);
        Should.Throw<ArgumentException>(() => new RelativeToPrediction(new EfficiencyMixture(0.1)).Covariance(Background()));
    }

    [Fact]
    public void Random_sources_are_positive_semidefinite_and_add() => Toy.ForAllSeeds(
        seed =>
        {
            double[] s = Toy.Uniform(Size, seed, 0, 40);
            Spectrum background = new(Toy.Bins(Size), "b", Toy.Uniform(Size, seed + 1, 1, 40));
            ISystematicSource[] sources =
            [
                new DrawnErrors(Toy.Uniform(Size, seed + 2, 0, 5), (1.3 * (seed % 100) / 100.0) - 0.3),
                new PublishedMatrix(new FractionalCovariance(Toy.Bins(Size), Toy.Covariance(Size, seed + 3, 0.05), "f")),
                new SignalMatrix(new FractionalCovariance(Toy.Bins(Size), Toy.Covariance(Size, seed + 4, 0.05), "f")),
                new EfficiencyMixture(0.01 + (seed % 7 / 10.0)),
                new Normalisation("normalisation", "", 0.1, -0.3),
                new MonteCarloStatistics(Toy.Uniform(Size, seed + 5, 0, 0.2), Toy.Uniform(Size, seed + 6, 0, 5)),
                new RelativeToPrediction(new DrawnErrorsLessPoisson(Toy.Uniform(Size, seed + 7, 0, 9), 0.2)),
            ];
            StackedCovariance sum = new SystematicModel(background, sources).Covariance;
            DenseMatrix separately = sources.Select(source => Stacked.At(source.Covariance(background), s)).Aggregate((a, b) => a + b);
            return sources.Select(source => Stacked.Full(source.Covariance(background))).Append(Stacked.Full(sum)).All(m => Stacked.SmallestEigenvalue(m) >= -1e-11 * m.InfinityNorm())
                && Stacked.SmallestEigenvalue(Stacked.At(sum, s)) > 0.0
                && (Stacked.At(sum, s) - separately).InfinityNorm() < 1e-11 * separately.InfinityNorm()
                && sum.Sources.SequenceEqual(sources.Select(source => source.Name));
        },
        100);

    [Fact]
    public void A_source_counts_once()
    {
        Should.Throw<ArgumentException>(() => new SystematicModel(Background(), [new EfficiencyMixture(0.1), new EfficiencyMixture(0.1)]));
        Should.Throw<ArgumentException>(() => new SystematicModel(Background(), []));
    }

    private static Spectrum Background() => new(Toy.Bins(Size), "b", B);
}

using Umbriel.Core;
using Umbriel.Generation;
using Umbriel.Response.Published;

namespace Umbriel.Response.Tests;

public sealed class PublishedResponseTests
{
    private static readonly TruthEventBatch Batch = EventGenerator.Generate(
        new EventSource(ResponseBuilder.ExamplePoint, new GenerationSettings(Shared.Site), Shared.Beam, EventOrigin.Tpc), 0, 2000, 2000, 2);

    [Theory]
    [InlineData(FitVariable.Score)]
    [InlineData(FitVariable.Energy)]
    [InlineData(FitVariable.Angle)]
    [InlineData(FitVariable.Rate)]
    public void Fold_is_the_sum_of_probabilities(FitVariable variable)
    {
        PublishedResponse response = Shared.Response;
        SelectedSignal signal = response.Fold(Batch);
        double[] folded = signal.Bins(variable);
        double[] expected = new double[response.BinCount(variable)];
        double[] one = new double[expected.Length];
        for (int i = 0; i < Batch.Count; i++)
        {
            response.Probabilities(PairKinematics.Of(Batch.Electron[i], Batch.Positron[i]), variable, one);
            one.Sum().ShouldBeLessThanOrEqualTo(1.0 + 1e-6);
            for (int b = 0; b < one.Length; b++)
            {
                expected[b] += Batch.Weight[i] * one[b];
            }
        }

        folded.Length.ShouldBe(expected.Length);
        for (int b = 0; b < expected.Length; b++)
        {
            folded[b].ShouldBe(expected[b], 1e-10 * expected.Sum());
        }
    }

    [Fact]
    public void Sums_and_variance_of_a_fold()
    {
        SelectedSignal signal = Shared.Response.Fold(Batch);
        signal.DecaysInTpc.ShouldBe(Batch.Weight.Sum(), 1e-9 * signal.DecaysInTpc);
        signal.Score.Sum().ShouldBe(signal.Total, 1e-10 * signal.Total);
        signal.Total.ShouldBeLessThan(signal.DecaysInTpc);
        double variance = 0.0;
        for (int i = 0; i < Batch.Count; i++)
        {
            (double one, double track, double two) = Shared.Response.Efficiency.Evaluate(PairKinematics.Of(Batch.Electron[i], Batch.Positron[i]));
            variance += Math.Pow(Batch.Weight[i] * (one + track + two), 2);
        }

        signal.Variance.ShouldBe(variance, 1e-9 * variance);
    }

    [Fact]
    public void Signals_add()
    {
        SelectedSignal sum = Shared.Response.Fold(Batch);
        SelectedSignal one = Shared.Response.Fold(Batch);
        sum.Add(one);
        sum.Total.ShouldBe(2.0 * one.Total, 1e-9);
        sum.Variance.ShouldBe(2.0 * one.Variance, 1e-9);
        sum.DecaysInTpc.ShouldBe(2.0 * one.DecaysInTpc, 1e-9);
        for (int b = 0; b < one.Energy.Length; b++)
        {
            sum.Energy[b].ShouldBe(2.0 * one.Energy[b], 1e-9);
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class WeightedHistogramTests
{
    [Fact]
    public void FillsHalfOpenBinsWithWeightsAndTheirSquares()
    {
        WeightedHistogram histogram = new([0, 1, 3]);
        histogram.Fill(-0.1, 5);
        histogram.Fill(0, 2);
        histogram.Fill(double.BitDecrement(1), 3);
        histogram.Fill(1, 7);
        histogram.Fill(3, 11);
        histogram.Fill(double.PositiveInfinity);

        histogram.Sums.ToArray().ShouldBe([5, 7]);
        histogram.SumsOfSquares.ToArray().ShouldBe([13, 49]);
        histogram.Underflow.ShouldBe((5, 25));
        histogram.Overflow.ShouldBe((12, 122));
        histogram.Total.ShouldBe(29);
        histogram.EffectiveEntries.ShouldBe(29.0 * 29.0 / 209.0, 1e-12);
    }

    [Fact]
    public void EveryEventLandsInExactlyOneSlot() =>
        Prop.ForAll<NormalFloat[]>(values =>
        {
            WeightedHistogram histogram = WeightedHistogram.Uniform(7, -1, 2.5);
            foreach (NormalFloat value in values)
            {
                histogram.Fill(value.Get);
            }

            double[] expected = new double[7];
            foreach (NormalFloat value in values)
            {
                for (int i = 0; i < 7; i++)
                {
                    if (value.Get >= histogram.Edges[i] && value.Get < histogram.Edges[i + 1])
                    {
                        expected[i]++;
                    }
                }
            }

            return histogram.Total == values.Length && histogram.Sums.SequenceEqual(expected);
        }).Holds();

    [Fact]
    public void AddingHistogramsIsFillingOne()
    {
        WeightedHistogram first = WeightedHistogram.Uniform(4, 0, 4);
        WeightedHistogram second = WeightedHistogram.Uniform(4, 0, 4);
        WeightedHistogram both = WeightedHistogram.Uniform(4, 0, 4);
        for (int i = -2; i < 8; i++)
        {
            (i % 2 == 0 ? first : second).Fill(i, i + 3);
            both.Fill(i, i + 3);
        }

        first.Add(second);
        first.Sums.ToArray().ShouldBe(both.Sums.ToArray());
        first.SumsOfSquares.ToArray().ShouldBe(both.SumsOfSquares.ToArray());
        (first.Underflow, first.Overflow).ShouldBe((both.Underflow, both.Overflow));
    }

    [Fact]
    public void ScalingIsFillingWithScaledWeights()
    {
        WeightedHistogram histogram = new([0, 1]);
        histogram.Fill(0.5, 3);
        histogram.Scale(2);
        histogram.Sums[0].ShouldBe(6);
        histogram.SumsOfSquares[0].ShouldBe(36);
    }

    [Fact]
    public void UniformEdgesHitTheirLimitsExactly()
    {
        ReadOnlySpan<double> edges = WeightedHistogram.Uniform(3, 0.1, 0.7).Edges;
        edges[0].ShouldBe(0.1);
        edges[3].ShouldBe(0.7);
    }

    [Fact]
    public void RefusesWhatIsNotANumber()
    {
        WeightedHistogram histogram = new([0, 1]);
        Should.Throw<ArgumentException>(() => histogram.Fill(double.NaN));
        Should.Throw<ArgumentException>(() => histogram.Fill(0.5, double.NaN));
        Should.Throw<ArgumentException>(() => histogram.Fill(0.5, double.PositiveInfinity));
        Should.Throw<ArgumentException>(() => histogram.Scale(double.NaN));
        histogram.Total.ShouldBe(0);
        histogram.EffectiveEntries.ShouldBe(0);
    }

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { 1.0 })]
    [InlineData(new[] { 1.0, 1.0 })]
    [InlineData(new[] { 2.0, 1.0 })]
    [InlineData(new[] { 0.0, double.NaN })]
    [InlineData(new[] { 0.0, double.PositiveInfinity })]
    public void RefusesBadEdges(double[] edges) => Should.Throw<ArgumentException>(() => new WeightedHistogram(edges));

    [Fact]
    public void RefusesToAddOtherBinnings() =>
        Should.Throw<ArgumentException>(() => new WeightedHistogram([0, 1]).Add(new WeightedHistogram([0, 2])));
}

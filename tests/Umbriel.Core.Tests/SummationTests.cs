using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class SummationTests
{
    [Fact]
    public void KeepsTermsThatPlainSummationLoses()
    {
        // Neumaier's own example: the exact sum is 2, plain and Kahan summation give 0.
        NeumaierSum.Of([1.0, 1e100, 1.0, -1e100]).ShouldBe(2.0);
    }

    [Fact]
    public void AgreesWithExactArithmetic() =>
        Prop.ForAll<int[]>(numbers =>
        {
            // Multiples of 2^-40 up to 2^31 sum exactly in 128-bit integers.
            decimal exact = 0;
            double[] terms = new double[numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                int shift = i % 2 == 0 ? 0 : 20;
                terms[i] = numbers[i] / (double)(1 << shift);
                exact += numbers[i] / (decimal)(1 << shift);
            }

            return Math.Abs(NeumaierSum.Of(terms) - (double)exact) <= 1e-15 * Math.Abs((double)exact);
        }).Holds();

    [Fact]
    public void MergingKeepsTheCompensation()
    {
        NeumaierSum left = default;
        left.Add(1e100);
        left.Add(1.0);
        NeumaierSum right = default;
        right.Add(-1e100);
        right.Add(1.0);
        left.Add(right);
        left.Value.ShouldBe(2.0);
    }

    [Fact]
    public void KishOfEqualWeightsIsTheirNumber() =>
        Prop.ForAll<PositiveInt, PositiveInt>((count, weight) =>
        {
            double[] weights = new double[count.Get];
            Array.Fill(weights, weight.Get * 0.37);
            return Math.Abs(EffectiveSampleSize.Kish(weights) - count.Get) <= 1e-12 * count.Get;
        }).Holds();

    [Fact]
    public void KishOfUnequalWeights()
    {
        EffectiveSampleSize.Kish([1, 2, 3]).ShouldBe(36.0 / 14.0, 1e-14); // (1+2+3)^2 / (1+4+9)
        EffectiveSampleSize.Kish([0, 0]).ShouldBe(0);
        EffectiveSampleSize.Kish([]).ShouldBe(0);
        EffectiveSampleSize.Kish([5, 0, 0]).ShouldBe(1);
    }
}

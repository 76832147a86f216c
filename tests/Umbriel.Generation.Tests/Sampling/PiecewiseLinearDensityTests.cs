using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation.Tests.Sampling;

public sealed class PiecewiseLinearDensityTests
{
    [Fact]
    public void Integral_and_cumulative_by_hand()
    {
        // A trapezium 0→2 over [0, 1], then 2→1 over [1, 3]: areas 1 and 3.
        PiecewiseLinearDensity density = new([0.0, 1.0, 3.0], [0.0, 2.0, 1.0]);
        density.Integral.ShouldBe(4.0, 1e-15);
        density.CumulativeAt(0.5).ShouldBe(0.25, 1e-15);
        density.CumulativeAt(2.0).ShouldBe(1.0 + 1.75, 1e-15);
        density.CumulativeAt(-1.0).ShouldBe(0.0);
        density.CumulativeAt(9.0).ShouldBe(4.0);
        density.Evaluate(2.0).ShouldBe(1.5, 1e-15);
        density.Evaluate(3.1).ShouldBe(0.0);
        density.Sample(0.0625).ShouldBe(0.5, 1e-15);
    }

    [Fact]
    public void Sampling_inverts_the_cumulative()
    {
        Gen<double> unit = Gen.Choose(0, 999_999).Select(i => (i + 0.5) / 1e6);
        Prop.ForAll(
            Tables().ToArbitrary(),
            unit.ToArbitrary(),
            (PiecewiseLinearDensity density, double u) =>
            {
                double value = density.Sample(u, out int cell, out double fraction);
                return Math.Abs(density.CumulativeAt(value) - (u * density.Integral)) <= 1e-9 * density.Integral
                    && value >= density.Range.Low && value <= density.Range.High
                    && cell >= 0 && fraction is >= 0.0 and <= 1.0;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260101, 7));
    }

    [Fact]
    public void Samples_follow_the_density()
    {
        // Kolmogorov-Smirnov; false alarm 20 × 1e-4 if the seed were free.
        for (int table = 0; table < 20; table++)
        {
            PiecewiseLinearDensity density = Table(table);
            RandomStream random = new(11, RandomStage.Generation, (ulong)table);
            double[] sample = new double[20_000];
            for (int i = 0; i < sample.Length; i++)
            {
                sample[i] = density.Sample(random.NextDouble());
            }

            Statistics.OneSampleP(sample, x => density.CumulativeAt(x) / density.Integral).ShouldBeGreaterThan(1e-4, $"table {table}");
        }
    }

    private static Gen<PiecewiseLinearDensity> Tables() => Gen.Choose(0, 1_000_000).Select(Table);

    /// <summary>2 to 60 uneven nodes, some values zero, spanning six decades.</summary>
    private static PiecewiseLinearDensity Table(int seed)
    {
        RandomStream random = new(5, RandomStage.Generation, (ulong)seed);
        int count = 2 + (int)(59 * random.NextDouble());
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++)
        {
            x[i] = (i == 0 ? -1.0 : x[i - 1]) + Math.Pow(10.0, (4.0 * random.NextDouble()) - 3.0);
            y[i] = random.NextDouble() < 0.2 ? 0.0 : Math.Pow(10.0, (6.0 * random.NextDouble()) - 3.0);
        }

        y[count / 2] = 1.0;
        return new PiecewiseLinearDensity(x, y);
    }
}

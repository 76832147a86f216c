using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Core.Numerics;
using Umbriel.Generation.Geometry;
using Interval = Umbriel.Core.Geometry.Interval;

namespace Umbriel.Generation.Tests.Geometry;

public sealed class IntervalTests
{
    private static readonly Gen<double> Length = Gen.Choose(0, 4000).Select(i => i / 4.0);

    [Fact]
    public void Intersection_and_hull_by_membership()
    {
        Prop.ForAll(
            Length.ToArbitrary(),
            Length.ToArbitrary(),
            Length.ToArbitrary(),
            (double a, double b, double c) =>
            {
                Interval one = new(a, a + b);
                Interval two = new(c, c + 100.0);
                Interval both = one.Intersect(two);
                Interval hull = one.Hull(two);
                for (double l = 0.13; l < 2200.0; l += 7.31)
                {
                    bool inOne = l >= one.Start && l <= one.End && one.Length > 0.0;
                    bool inTwo = l >= two.Start && l <= two.End;
                    bool inBoth = both.Length > 0.0 && l >= both.Start && l <= both.End;
                    if (inBoth != (inOne && inTwo) || ((inOne || inTwo) && !(l >= hull.Start && l <= hull.End)))
                    {
                        return false;
                    }
                }

                return true;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260102, 7));
    }

    [Fact]
    public void Decay_probability_is_the_integral_of_the_exponential()
    {
        Prop.ForAll(
            Length.ToArbitrary(),
            Length.ToArbitrary(),
            Gen.Choose(-20, 60).Select(i => Math.Pow(10.0, i / 10.0)).ToArbitrary(),
            (double start, double extent, double scale) =>
            {
                Interval stretch = new(start, start + extent);
                double expected = extent == 0.0
                    ? 0.0
                    : AdaptiveQuadrature.Integrate(l => Math.Exp(-l / scale) / scale, start, start + Math.Min(extent, 60.0 * scale), 1e-10);
                return Math.Abs(stretch.DecayProbability(scale) - expected) <= 1e-9 * expected;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260103, 7));
    }

    [Fact]
    public void Limits_of_the_decay_probability()
    {
        Interval atOnce = new(0.0, 100.0);
        atOnce.DecayProbability(1e-6).ShouldBe(1.0, 1e-15);
        atOnce.DecayProbability(1e12).ShouldBe(1e-10, 1e-19);
        new Interval(50.0, 100.0).DecayProbability(1e-3).ShouldBe(0.0);
        Interval.Empty.DecayProbability(1.0).ShouldBe(0.0);
        new Interval(5.0, 3.0).DecayProbability(1.0).ShouldBe(0.0);
    }

    [Fact]
    public void Sampled_distances_follow_the_exponential()
    {
        // Kolmogorov-Smirnov over λ from 0.1 cm to 10 km on [30, 130] cm; false alarm 6 × 1e-4.
        Interval stretch = new(30.0, 130.0);
        foreach (double scale in new[] { 0.1, 3.0, 30.0, 300.0, 1e4, 1e6 })
        {
            double[] sample = new double[20_000];
            for (int i = 0; i < sample.Length; i++)
            {
                RandomStream random = new(43, RandomStage.Generation, (ulong)i);
                sample[i] = stretch.SampleDecay(random.NextDouble(), scale);
            }

            double total = 1.0 - Math.Exp(-100.0 / scale);
            Statistics.OneSampleP(sample, l => scale > 1e5 ? (l - 30.0) / 100.0 : (1.0 - Math.Exp(-(l - 30.0) / scale)) / total).ShouldBeGreaterThan(1e-4, $"{scale} cm");
        }
    }
}

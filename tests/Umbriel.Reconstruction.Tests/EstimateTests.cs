using MathNet.Numerics.Distributions;
using Umbriel.Studies.Performance;

namespace Umbriel.Reconstruction.Tests;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(8, 10, 0.8, 0.12009611535381536)] // √(0.75·0.25/13)
    [InlineData(0, 10, 0.0, 0.07665551758398331)] // √(1/12·11/12/13)
    public void ASharesErrorIsThatOfItsPosterior(int part, int all, double value, double error)
    {
        Estimate share = Estimate.Share(part, all).ShouldNotBeNull();
        share.Value.ShouldBe(value, 1e-12);
        share.Error.ShouldBe(error, 1e-12);
        share.Count.ShouldBe(all);
        Estimate.Share(0, 0).ShouldBeNull();
    }

    [Fact]
    public void QuantilesInterpolate()
    {
        double[] values = [.. Enumerable.Range(0, 101).Select(static i => (double)i).Reverse()];
        Estimate.Quantile(values, 0.68).ShouldNotBeNull().Value.ShouldBe(68.0, 1e-9);
        Estimate.Quantile(values, 0.5)!.Value.Error.ShouldBe(100.0 * Math.Sqrt(0.25 / 101.0), 1e-9);
        Estimate.HalfInterval(values).ShouldNotBeNull().Value.ShouldBe(34.0, 1e-9);
        Estimate.Quantile([1.0], 0.5).ShouldBeNull();
        Estimate.HalfInterval([]).ShouldBeNull();
    }

    [Fact]
    public void AMeanHasItsStandardError()
    {
        Estimate mean = Estimate.Mean([1.0, 2.0, 3.0, 4.0]).ShouldNotBeNull();
        mean.Value.ShouldBe(2.5);
        mean.Error.ShouldBe(Math.Sqrt(5.0 / 3.0 / 4.0), 1e-12);
        Estimate.Mean([1.0]).ShouldBeNull();
    }

    [Fact]
    public void AGaussianIsItsOwnCoreAndTailsDoNotCount()
    {
        // Evenly spaced quantiles stand for a Gaussian: no random numbers.
        double[] gaussian = [.. Enumerable.Range(0, 2000).Select(static i => Normal.InvCDF(135.0, 12.0, (i + 0.5) / 2000.0))];
        GaussianCore core = GaussianCore.Of(gaussian).ShouldNotBeNull();
        core.Mean.Value.ShouldBe(135.0, 0.01);
        core.Width.Value.ShouldBe(12.0, 0.05);
        GaussianCore tailed = GaussianCore.Of([.. gaussian, .. Enumerable.Range(0, 200).Select(static i => 0.4 * i)]).ShouldNotBeNull();
        tailed.Mean.Value.ShouldBe(135.0, 0.5);
        tailed.Width.Value.ShouldBe(12.0, 0.5);
        GaussianCore.Of([.. gaussian.Take(19)]).ShouldBeNull();
    }
}

using FsCheck;
using FsCheck.Fluent;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Tests;

public sealed class GaussianFitTests
{
    [Fact]
    public void An_exact_Gaussian_is_found_exactly()
    {
        Gen<(int, int, int)> inputs =
            from height in Gen.Choose(50, 20_000)
            from time in Gen.Choose(1500, 2500)
            from width in Gen.Choose(150, 400)
            select (height, time, width);
        Prop.ForAll(inputs.ToArbitrary(), p =>
        {
            GaussianPeak peak = new(p.Item1, 0.01 * p.Item2, 0.01 * p.Item3);
            float[] samples = Samples(40, peak);
            GaussianPeak found = GaussianFit.One(samples, 0.01 * peak.Height)!.Value;
            return Math.Abs(found.Height / peak.Height - 1.0) < 1e-3 && Math.Abs(found.Time - peak.Time) < 1e-3 && Math.Abs(found.Width / peak.Width - 1.0) < 1e-3;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Two_Gaussians_are_taken_apart()
    {
        // Separations from 2.5 widths, heights within a factor of 4, starts off by half a width and 30%.
        Gen<(int, int, int)> inputs =
            from separation in Gen.Choose(250, 600)
            from ratio in Gen.Choose(25, 400)
            from width in Gen.Choose(200, 350)
            select (separation, ratio, width);
        Prop.ForAll(inputs.ToArbitrary(), p =>
        {
            double width = 0.01 * p.Item3;
            double apart = 0.01 * p.Item1 * width;
            GaussianPeak[] peaks = [new(1000.0, 15.0, width), new(10.0 * p.Item2, 15.0 + apart, 1.2 * width)];
            GaussianPeak[] fit = [.. peaks.Select(k => new GaussianPeak(1.3 * k.Height, k.Time + (0.5 * width), 0.8 * k.Width))];
            GaussianFit.Several(Samples(60, peaks), fit);
            return fit.Zip(peaks).All(f => Math.Abs(f.First.Area / f.Second.Area - 1.0) < 0.02 && Math.Abs(f.First.Time - f.Second.Time) < 0.05);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_sum_of_squares_is_that_of_exponentials()
    {
        Gen<(int, int, int)> inputs =
            from time in Gen.Choose(-100, 9000)
            from width in Gen.Choose(31, 900)
            from count in Gen.Choose(1, 400)
            select (time, width, count);
        Prop.ForAll(inputs.ToArbitrary(), p =>
        {
            GaussianPeak[] peaks = [new(1000.0, 0.01 * p.Item1, 0.01 * p.Item2), new(700.0, 20.0, 3.0)];
            float[] samples = [.. Enumerable.Range(0, p.Item3).Select(static i => (float)(500.0 * Math.Sin(i)))];
            double slow = Enumerable.Range(0, p.Item3).Sum(i => Math.Pow(samples[i] - peaks.Sum(k => k.At(i + 0.5)), 2.0));
            return Math.Abs(GaussianFit.Sum(samples, peaks) - slow) < 1e-7 * (slow + 1.0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_holds_no_Gaussian_is_refused()
    {
        GaussianFit.One([1.0f, 1.0f, 1.0f, 1.0f], 0.0).ShouldBeNull();
        GaussianFit.One([1.0f, 2.0f, 4.0f, 8.0f], 0.0).ShouldBeNull();
        GaussianFit.One([3.0f], 0.0).ShouldBeNull();
        GaussianFit.One([], 0.0).ShouldBeNull();
    }

    private static float[] Samples(int count, params GaussianPeak[] peaks) => [.. Enumerable.Range(0, count).Select(i => (float)peaks.Sum(p => p.At(i + 0.5)))];
}

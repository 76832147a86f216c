using Umbriel.Core;

namespace Umbriel.Inference.Tests;

public sealed class StackedCovarianceTests
{
    [Fact]
    public void Two_bins_by_hand()
    {
        // Shifts (0.1, 0.2 | 3, 0) and (0, 0 | 0, 2) with s = (10, 20), so in events (1, 4) + (3, 0) and (0, 2):
        // M = (4, 4)(4, 4)ᵀ + (0, 2)(0, 2)ᵀ.
        var covariance = StackedCovariance.FromShifts(Toy.Bins(2), "x", [new([0.1, 0.2], [3, 0]), new([0, 0], [0, 2])]);
        double[] matrix = new double[3];
        covariance.Evaluate([10, 20], matrix);
        matrix[0].ShouldBe(16.0, 1e-12);
        matrix[1].ShouldBe(16.0, 1e-12);
        matrix[2].ShouldBe(20.0, 1e-12);
        covariance.Cross(1, 0).ShouldBe(0.6, 1e-15);
        covariance.Cross(0, 1).ShouldBe(0.0);
        covariance.Signal![0, 1].ShouldBe(0.02, 1e-15);
        covariance.Background![1, 1].ShouldBe(4.0);
    }

    [Fact]
    public void An_uncertainty_of_the_whole_prediction_scales_with_it()
    {
        const int Size = 5;
        double[] f = Toy.Covariance(Size, 1, 0.05);
        double[] b = Toy.Uniform(Size, 2, 1, 40);
        double[] s = Toy.Uniform(Size, 3, 0, 40);
        Binning bins = Toy.Bins(Size);
        double[] matrix = new double[15];
        StackedCovariance.OfPrediction("x", new FractionalCovariance(bins, f, "x"), new Spectrum(bins, "b", b)).Evaluate(s, matrix);
        for (int i = 0, k = 0; i < Size; i++)
        {
            for (int j = 0; j <= i; j++, k++)
            {
                matrix[k].ShouldBe(f[(i * Size) + j] * (b[i] + s[i]) * (b[j] + s[j]), 1e-11);
            }
        }
    }

    [Fact]
    public void Parts_that_nothing_varies_are_absent()
    {
        Binning bins = Toy.Bins(2);
        var signal = StackedCovariance.FromShifts(bins, "signal", [new([0.1, 0.1], [0, 0])]);
        var background = StackedCovariance.FromShifts(bins, "background", [new([0, 0], [1, 1])]);
        signal.Background.ShouldBeNull();
        background.Signal.ShouldBeNull();
        StackedCovariance sum = signal.Add(background);
        sum.HasCross.ShouldBeFalse();
        sum.Sources.ShouldBe(["signal", "background"]);
        sum.Add(StackedCovariance.FromShifts(bins, "both", [new([0.1, 0.1], [1, 1])])).HasCross.ShouldBeTrue();
    }

    [Fact]
    public void The_order_of_adding_does_not_matter_and_other_bins_are_refused()
    {
        Binning bins = Toy.Bins(3);
        StackedCovariance Random(ulong seed) =>
            StackedCovariance.FromShifts(bins, $"{seed}", [new(Toy.Uniform(3, seed, -0.2, 0.2), Toy.Uniform(3, seed + 9, -5, 5))]);
        double[] left = new double[6];
        double[] right = new double[6];
        Random(1).Add(Random(2)).Add(Random(3)).Evaluate([3, 5, 7], left);
        Random(3).Add(Random(1)).Add(Random(2)).Evaluate([3, 5, 7], right);
        for (int k = 0; k < 6; k++)
        {
            left[k].ShouldBe(right[k], 1e-12);
        }

        Should.Throw<ArgumentException>(() => Random(1).Add(StackedCovariance.FromShifts(Toy.Bins(2), "x", [new([0, 0], [1, 1])]))).Message.ShouldContain("toy(2)");
        Should.Throw<ArgumentException>(() => StackedCovariance.FromShifts(bins, "x", [new([0, 0], [1, 1, 1])]));
        Should.Throw<ArgumentException>(() => StackedCovariance.FromShifts(Toy.Bins(1), "x", [new([double.NaN], [1])]));
        Should.Throw<ArgumentException>(() => StackedCovariance.FromShifts(Toy.Bins(1), "x", [new([0], [1])], weight: 0.0));
        Should.Throw<ArgumentNullException>(() => new StackedCovariance("x", null, null));
    }

    [Fact]
    public void A_common_part_costs_no_allocation()
    {
        double[] b = [14.4, 13.4, 26.2, 19.3];
        Binning bins = Toy.Bins(4);
        var fit = new SignalFit(new Spectrum(bins, "b", b, [20, 19, 26, 30]), StackedCovariance.OfPrediction("x", new FractionalCovariance(bins, Toy.Covariance(4, 2, 0.05), "x"), new Spectrum(bins, "b", b)));
        double[] s = [3.0, 4.6, 12.3, 47.5];
        double sum = fit.ChiSquare(s);
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                sum += fit.ChiSquare(s);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.ShouldBe(0);
        sum.ShouldBeGreaterThan(0.0);
    }
}

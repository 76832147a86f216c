using Umbriel.Inference;
using Umbriel.Inference.Tests;

namespace Umbriel.Systematics.Tests;

/// <summary>χ² of the published data against background only. Reference: reference/fit_reference.py.</summary>
public sealed class PublishedFitTests
{
    [Theory]
    [InlineData("drawn-minus-poisson", 0.0, 2.8653604765)]
    [InlineData("drawn-only", 0.0, 2.9993554132)]
    [InlineData("drawn-plus-cnp", 0.0, 2.1116922080)]
    [InlineData("matrix", 0.0, 5.1610206486)]
    [InlineData("constrained-matrix", 0.0, 3.7793984092)]
    public void Background_only_matches_the_reference_script(string reading, double correlation, double expected)
    {
        SignalFit fit = Published.Read(reading, Published.Inputs(correlation)).Fit();
        fit.BackgroundOnly.ShouldBe(expected, 1e-8);
    }

    /// <summary>The letter (arXiv:2502.10900) quotes 3.08 for four bins; 0.25 is the agreement asked for.</summary>
    [Theory]
    [InlineData("drawn-minus-poisson")]
    [InlineData("drawn-only")]
    public void Readings_of_the_drawn_errors_agree_with_the_letter(string reading) =>
        Published.Read(reading).Fit().BackgroundOnly.ShouldBe(3.08, 0.25);

    [Fact]
    public void Constrained_background_matches_the_reference_script()
    {
        SystematicModel model = Published.Read("constrained-matrix");
        double[] mu = [16.867516589390288, 14.71009139459294, 26.40682820496549, 20.73100996229409];
        double[] sigma = [3.455947820187629, 1.8795848447224737, 3.717247193691935, 2.4127839566779885];
        for (int i = 0; i < 4; i++)
        {
            model.Background.Total[i].ShouldBe(mu[i], 1e-9);
            model.Covariance.Background!.Uncertainty(i).ShouldBe(sigma[i], 1e-9);
        }
    }

    [Fact]
    public void The_other_order_of_sidebands_gives_another_answer()
    {
        // The matrix cannot know: its binning is what a reader declares. 9.2752 from the reference script.
        SignalFit fit = Published.Read("constrained-matrix", Published.Inputs(swapSidebands: true)).Fit();
        fit.BackgroundOnly.ShouldBe(9.275243910985, 1e-8);
    }

    [Fact]
    public void The_example_signal_is_strongly_disfavoured_by_every_variant()
    {
        double[] signal = PublishedTables.ExampleSignal();
        foreach (PublishedReading reading in PublishedReadings.All)
        {
            SignalFit fit = Published.WithSignalMatrix(reading.Name).Fit();
            (fit.ChiSquare(signal) - fit.BackgroundOnly).ShouldBeGreaterThan(5.99, reading.Name);
        }
    }

    /// <summary>Strength of the drawn example signal, Δχ² of 5.99 against the best strength; last lines of the reference script.</summary>
    [Theory]
    [InlineData("drawn-minus-poisson", BackgroundScaling.Fixed, 0.0, 0.2323, 0.78484, 0.49782)]
    [InlineData("drawn-only", BackgroundScaling.Fixed, 0.0, 0.2303, 0.72739, 0.47111)]
    [InlineData("drawn-plus-cnp", BackgroundScaling.Fixed, 0.0, 0.2326, 0.84602, 0.55929)]
    [InlineData("matrix", BackgroundScaling.Fixed, 0.0, 0.2074, 0.60860, 0.31407)]
    [InlineData("constrained-matrix", BackgroundScaling.Fixed, 0.0, 0.1857, 0.57197, 0.31544)]
    [InlineData("drawn-minus-poisson", BackgroundScaling.Prediction, 0.0, 0.249, 1.49125, 1.01696)]
    [InlineData("drawn-only", BackgroundScaling.Prediction, 0.0, 0.271, 2.13171, 1.32689)]
    [InlineData("drawn-plus-cnp", BackgroundScaling.Prediction, 0.0, 0.256, 2.35336, 1.60108)]
    [InlineData("matrix", BackgroundScaling.Prediction, 0.0, 0.197, 0.64740, 0.36722)]
    [InlineData("constrained-matrix", BackgroundScaling.Prediction, 0.0, 0.182, 0.60631, 0.35176)]
    [InlineData("drawn-minus-poisson", BackgroundScaling.Fixed, 0.1, 0.218, 0.78194, 0.51080)]
    [InlineData("drawn-minus-poisson", BackgroundScaling.Fixed, 0.2, 0.205, 0.77430, 0.51752)]
    [InlineData("drawn-minus-poisson", BackgroundScaling.Prediction, 0.1, 0.228, 1.55537, 1.11690)]
    [InlineData("drawn-minus-poisson", BackgroundScaling.Prediction, 0.2, 0.209, 1.58821, 1.19403)]
    public void Limits_on_the_example_signal_match_the_reference_script(string reading, BackgroundScaling scaling, double correlation, double best, double observed, double expected)
    {
        double[] signal = PublishedTables.ExampleSignal();
        SystematicInputs inputs = Published.Inputs(correlation);
        SignalFit fit = (scaling == BackgroundScaling.Fixed ? Published.WithSignalMatrix(reading, inputs) : Published.Read(reading, inputs).RelativeToPrediction()).Fit();
        PlaneLimits limits = new LimitScan(fit, (_, strength) => [.. signal.Select(s => s * strength)]).Run(new ScanSettings
        {
            Masses = new ScanAxis("mass", 0.1, 0.2),
            Couplings = ScanAxis.Logarithmic("strength", 1e-3, 1e2, 101),
        });
        limits.ObservedBestFit.U2.ShouldBe(best, 1.2e-3);
        limits.Limits[0].ObservedU2!.Value.ShouldBe(observed, 2e-4 * observed);
        limits.Limits[1].ExpectedU2!.Value.ShouldBe(expected, 2e-4 * expected);
    }

    [Fact]
    public void Readings_are_named_lists_of_sources()
    {
        PublishedReadings.All.Select(reading => $"{reading.Name}: {string.Join(", ", Published.WithSignalMatrix(reading.Name).Covariance.Sources)}").ShouldBe(
        [
            "drawn-minus-poisson: drawn-errors-less-poisson, signal-matrix",
            "drawn-only: drawn-errors, signal-matrix",
            "drawn-plus-cnp: drawn-errors, signal-matrix",
            "matrix: published-matrix, signal-matrix",
            "constrained-matrix: sideband-constraint, signal-matrix",
        ]);
        PublishedReadings.All.Where(reading => reading.ContainsStatistics).Select(reading => reading.Name).ShouldBe(["drawn-only"]);
        Published.WithSignalMatrix("drawn-only").Fit().Statistic.ShouldBe(TestStatistic.CovarianceOnly);
        Should.Throw<ArgumentException>(() => Published.WithSignalMatrix("drawn-only").Fit(TestStatistic.Pearson));
        PublishedReadings.All.ShouldAllBe(reading => reading.Description.Length > 0 && !Published.WithSignalMatrix(reading.Name).Covariance.HasCross);
    }
}

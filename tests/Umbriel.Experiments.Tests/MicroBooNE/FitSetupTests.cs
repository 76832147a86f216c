using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Experiments.Tests.MicroBooNE;

/// <summary>What a card or a folder of tables may get wrong about a fit is the user's to mend, and is said so.</summary>
public sealed class FitSetupTests
{
    private static readonly PublishedData Data = PublishedData.Load(UmbrielHome.DataPath("hepdata-2502.10900"));

    [Fact]
    public void A_correlation_that_no_four_bins_can_have_is_named()
    {
        Message(new FitSettings { Correlation = -0.5 }).ShouldBe("fit: correlation: found -0.5; expected -0.3333 or more: no 4 bins can all have less");
        Build(new FitSettings { Correlation = -0.5, Covariance = Reading("matrix") }).BinCount.ShouldBe(4);
    }

    [Fact]
    public void The_matrix_is_of_the_score_alone() =>
        Message(new FitSettings { Variable = FitVariable.Energy, Covariance = Reading("matrix") })
            .ShouldBe("fit: covariance: found matrix for the variable energy; expected a reading of the drawn errors: the released matrix is of the score");

    [Fact]
    public void The_rate_is_one_bin_of_the_letters_counts()
    {
        // By hand: 3/(1/95 + 2/69.7) = 76.489 of CNP, 17.3² − 69.7 = 229.59 of the background, (95 − 69.7)² = 640.09 over their sum.
        SignalFit fit = Build(new FitSettings { Variable = FitVariable.Rate });
        fit.BinCount.ShouldBe(1);
        fit.BackgroundOnly.ShouldBe(2.0912, 1e-4);
        Message(new FitSettings { Variable = FitVariable.Rate, Covariance = Reading("matrix") }).ShouldContain("matrix for the variable rate");
        Should.Throw<UserErrorException>(() => Build(new FitSettings { Variable = FitVariable.Rate }, Data with { Counts = null })).Message.ShouldContain("counts.yaml: found no such file");
    }

    /// <summary>
    /// The letter finds the score the most sensitive of the four. With drawn errors that are uncorrelated between bins the energy
    /// is; with strongly correlated ones the score is, and the number of events always the least (validation/figure4.md).
    /// </summary>
    [Theory]
    [InlineData(0.0, FitVariable.Energy)]
    [InlineData(0.9, FitVariable.Score)]
    public void Which_distribution_is_most_sensitive_depends_on_the_correlation_of_the_errors(double correlation, FitVariable best)
    {
        (FitVariable Variable, double Strength)[] limits = [.. FitVariables.All.Select(variable => (variable, Expected(variable, correlation))).OrderBy(l => l.Item2)];
        limits[0].Variable.ShouldBe(best);
        limits[^1].Variable.ShouldBe(FitVariable.Rate);
    }

    /// <summary>Share of the published example signal that is expected to be excluded.</summary>
    private static double Expected(FitVariable variable, double correlation)
    {
        SignalFit fit = Build(new FitSettings { Variable = variable, Correlation = correlation }).Asimov();
        double[] signal = [.. FitSetup.Spectrum(Data, variable).ExampleSignal];
        (double low, double high) = (0.0, 10.0);
        while (high - low > 1e-6)
        {
            double middle = 0.5 * (low + high);
            bool excluded = fit.ChiSquare([.. signal.Select(s => middle * s)]) >= 5.99;
            (low, high) = excluded ? (low, middle) : (middle, high);
        }

        return high;
    }

    [Fact]
    public void Drawn_errors_that_leave_no_covariance_are_named_with_their_reading()
    {
        string message = Message(new FitSettings { Correlation = -1.0 / 3.0, Covariance = Reading("drawn-only"), SignalCovariance = false, Statistic = TestStatistic.CovarianceOnly });
        message.ShouldContain("fit.covariance drawn-only: chi-square at ");
        message.ShouldContain("not positive definite");
    }

    [Theory]
    [InlineData(0, -0.5, "a positive-semidefinite matrix")]
    [InlineData(1, 0.5, "a symmetric matrix")]
    [InlineData(0, double.NaN, "a finite number")]
    public void A_table_that_is_no_covariance_is_named_with_its_file(int element, double value, string expected)
    {
        double[] matrix = [.. Data.FractionalCovariance];
        matrix[element] = value;
        string message = Should.Throw<UserErrorException>(() => Build(new FitSettings(), Data with { FractionalCovariance = matrix })).Message;
        message.ShouldStartWith(Path.Combine(Data.Directory, "covariance_matrix.yaml") + ": covariance");
        message.ShouldEndWith(expected);
    }

    [Fact]
    public void Sidebands_that_leave_no_background_are_named_with_their_reading()
    {
        // Empty sidebands that are fully correlated with the score, with an uncertainty of 120% against 100%: a shift of -1.2.
        PublishedSideband Empty(PublishedSideband sideband) => sideband with { Data = [.. sideband.Data.Select(_ => 0.0)] };
        PublishedData data = Data with
        {
            TwoPhotonNoProton = Empty(Data.TwoPhotonNoProton),
            TwoPhotonOneProton = Empty(Data.TwoPhotonOneProton),
            FractionalCovariance = [.. Enumerable.Range(0, 32 * 32).Select(k => (k / 32 < 4 ? 1.2 : 1.0) * (k % 32 < 4 ? 1.2 : 1.0))],
        };
        string message = Should.Throw<UserErrorException>(() => Build(new FitSettings { Covariance = Reading("constrained-matrix") }, data)).Message;
        message.ShouldStartWith($"{Data.Directory}: fit.covariance constrained-matrix: constraint at fitted, bin ");
    }

    [Fact]
    public void Mixtures_without_a_spread_are_refused() =>
        Message(new FitSettings { Systematics = [EfficiencyMixture.Switch] })
            .ShouldBe("fit.systematics: efficiency-mixture: found a spread of 0 between mixtures; expected two or more mixtures in response.mixture");

    [Theory]
    [InlineData("drawn-only", TestStatistic.CombinedNeymanPearson)]
    [InlineData("drawn-only", TestStatistic.PoissonProfile)]
    [InlineData("matrix", TestStatistic.CovarianceOnly)]
    public void A_statistic_that_does_not_go_with_the_covariance_is_not_replaced_in_silence(string covariance, TestStatistic statistic) =>
        Should.Throw<ArgumentException>(() => Build(new FitSettings { Covariance = Reading(covariance), Statistic = statistic }))
            .Message.ShouldContain(TestStatistics.Name(statistic));

    private static PublishedReading Reading(string name) => PublishedReadings.All.Single(reading => reading.Name == name);

    private static string Message(FitSettings settings) => Should.Throw<UserErrorException>(() => Build(settings)).Message;

    private static SignalFit Build(FitSettings settings, PublishedData? data = null) =>
        FitSetup.Build(data ?? Data, settings, new Lazy<MixtureUncertainty>(() => new MixtureUncertainty([new MixtureSelection("one", 13.0, [0.3])])));
}

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

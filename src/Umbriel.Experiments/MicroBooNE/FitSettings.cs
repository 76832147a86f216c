using Umbriel.Inference;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>The <c>fit:</c> section of a card.</summary>
public sealed record FitSettings
{
    /// <summary>Distribution fitted; <c>variable</c>.</summary>
    public FitVariable Variable { get; init; } = FitVariable.Score;

    /// <summary>Reading of the published background's errors; <c>covariance</c>.</summary>
    public PublishedReading Covariance { get; init; } = PublishedReadings.Default;

    /// <summary>Sources added to the reading; <c>systematics</c>.</summary>
    public IReadOnlyList<SwitchableSource> Systematics { get; init; } = [];

    /// <summary>Correlation ρ between the drawn errors of any two bins, −1 &lt; ρ &lt; 1; <c>correlation</c>.</summary>
    public double Correlation { get; init; }

    /// <summary>Whether the background's error grows with what is expected in all; <c>backgroundScaling</c>.</summary>
    public BackgroundScaling BackgroundScaling { get; init; } = BackgroundScaling.Prediction;

    /// <summary>
    /// Whether the signal carries the published matrix's score block, where the background's error stays fixed;
    /// <c>signalCovariance</c>.
    /// </summary>
    public bool SignalCovariance { get; init; } = true;

    /// <summary>Test statistic; <c>statistic</c>. <see cref="TestStatistic.CovarianceOnly"/> with a covariance that contains the statistics, and with no other.</summary>
    public TestStatistic Statistic { get; init; } = TestStatistic.CombinedNeymanPearson;

    /// <summary>The same fit with another covariance; the statistic stays if it goes with that, and is otherwise the one that does.</summary>
    internal FitSettings With(PublishedReading reading) => this with
    {
        Covariance = reading,
        Statistic = reading.ContainsStatistics == Covariance.ContainsStatistics ? Statistic : reading.Statistic,
    };
}

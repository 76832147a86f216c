using Umbriel.Inference;
using Umbriel.Response.Published;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>The <c>fit:</c> section of a card.</summary>
public sealed record FitSettings
{
    /// <summary>Distribution fitted; <c>variable</c>.</summary>
    public FitVariable Variable { get; init; } = FitVariable.Score;

    /// <summary>Background covariance; <c>covariance</c>.</summary>
    public BackgroundUncertainty Covariance { get; init; } = BackgroundUncertainty.DrawnMinusPoisson;

    /// <summary>Correlation ρ between the drawn errors of any two bins, −1 &lt; ρ &lt; 1; <c>correlation</c>.</summary>
    public double Correlation { get; init; }

    /// <summary>Whether the signal carries the published matrix's score block; <c>signalCovariance</c>.</summary>
    public bool SignalCovariance { get; init; } = true;

    /// <summary>Test statistic; <c>statistic</c>.</summary>
    public TestStatistic Statistic { get; init; } = TestStatistic.CombinedNeymanPearson;
}

namespace Umbriel.Interchange.Cards;

/// <summary>The published distribution that is fitted.</summary>
public enum FitVariable
{
    /// <summary>NC π⁰ rejection score (4 bins), which the letter's limits use.</summary>
    Score,

    /// <summary>Reconstructed visible energy (6 bins).</summary>
    Energy,

    /// <summary>Reconstructed shower angle to the beam (5 bins).</summary>
    Angle,
}

/// <summary>Where the background's covariance comes from.</summary>
public enum FitCovariance
{
    /// <summary>Drawn error² − prediction as the systematic part, statistics added by the test statistic.</summary>
    DrawnMinusPoisson,

    /// <summary>Drawn error² alone; no further statistical term.</summary>
    DrawnOnly,

    /// <summary>Drawn error² as systematic, statistics added on top.</summary>
    DrawnPlusCnp,

    /// <summary>The score block of the published 32×32 fractional matrix.</summary>
    Matrix,

    /// <summary>The published 32×32 matrix with the π⁰ sidebands profiled.</summary>
    ConstrainedMatrix,
}

/// <summary>Test statistic.</summary>
public enum FitStatistic
{
    /// <summary>Combined Neyman-Pearson (Nucl. Instrum. Meth. A 961 (2020) 163677).</summary>
    Cnp,

    /// <summary>Pearson: the variance is the prediction.</summary>
    Pearson,

    /// <summary>Neyman: the variance is the observation.</summary>
    Neyman,

    /// <summary>Poisson deviance.</summary>
    Poisson,
}

/// <summary>The <c>fit:</c> section of a card.</summary>
public sealed record FitSettings
{
    /// <summary>Distribution fitted; <c>variable</c>.</summary>
    public FitVariable Variable { get; init; } = FitVariable.Score;

    /// <summary>Background covariance; <c>covariance</c>.</summary>
    public FitCovariance Covariance { get; init; } = FitCovariance.DrawnMinusPoisson;

    /// <summary>Correlation ρ between the drawn errors of any two bins, −1 &lt; ρ &lt; 1; <c>correlation</c>.</summary>
    public double Correlation { get; init; }

    /// <summary>Whether the signal carries the published matrix's score block; <c>signalCovariance</c>.</summary>
    public bool SignalCovariance { get; init; } = true;

    /// <summary>Test statistic; <c>statistic</c>.</summary>
    public FitStatistic Statistic { get; init; } = FitStatistic.Cnp;
}

namespace Umbriel.Inference;

/// <summary>The background of the fitted bins as one variant reads it: expectation, systematic covariance, observation.</summary>
public sealed class BackgroundModel
{
    private BackgroundModel(BackgroundUncertainty variant, Spectrum prediction, AbsoluteCovariance covariance)
    {
        Variant = variant;
        Prediction = prediction;
        Covariance = covariance;
    }

    /// <summary>The reading it stands for.</summary>
    public BackgroundUncertainty Variant { get; }

    /// <summary>Expected background and observed counts of the fitted bins.</summary>
    public Spectrum Prediction { get; }

    /// <summary>Its covariance in events²; contains the statistics only if <see cref="ContainsStatistics"/>.</summary>
    public AbsoluteCovariance Covariance { get; }

    /// <summary>True when the covariance already contains the statistics and the fit must not add its own.</summary>
    public bool ContainsStatistics => Variant == BackgroundUncertainty.DrawnOnly;

    /// <summary>
    /// Builds the background of a variant:
    /// drawn-minus-poisson C = ρ-correlated √max(σ² - μ, 0); drawn-only and drawn-plus-cnp C = ρ-correlated σ;
    /// matrix C = F μ μ; constrained-matrix the conditional μ' and S' given the sidebands.
    /// </summary>
    /// <param name="variant">The reading.</param>
    /// <param name="published">The published facts.</param>
    /// <param name="correlation">ρ between any two bins, for the drawn variants only.</param>
    public static BackgroundModel Build(BackgroundUncertainty variant, PublishedBackground published, double correlation = 0.0)
    {
        Spectrum score = published.Score;
        switch (variant)
        {
            case BackgroundUncertainty.DrawnMinusPoisson:
                double[] systematic = published.DrawnErrors.ToArray();
                for (int i = 0; i < systematic.Length; i++)
                {
                    systematic[i] = Math.Sqrt(Math.Max((systematic[i] * systematic[i]) - score.Total[i], 0.0));
                }

                return new BackgroundModel(variant, score, AbsoluteCovariance.FromErrors(score.Binning, systematic, correlation, "drawn errors less Poisson"));

            case BackgroundUncertainty.DrawnOnly:
            case BackgroundUncertainty.DrawnPlusCnp:
                return new BackgroundModel(variant, score, AbsoluteCovariance.FromErrors(score.Binning, published.DrawnErrors, correlation, "drawn errors"));

            case BackgroundUncertainty.Matrix:
                return new BackgroundModel(variant, score, published.RequireMatrix().Only(published.ScoreChannel).ToAbsolute(score));

            case BackgroundUncertainty.ConstrainedMatrix:
                (Spectrum prediction, AbsoluteCovariance covariance) = ConditionalConstraint.Apply(
                    published.Spectrum, published.RequireMatrix().ToAbsolute(published.Spectrum), published.ScoreChannel);
                return new BackgroundModel(variant, prediction, covariance);

            default:
                throw new ArgumentOutOfRangeException(nameof(variant), variant, "unknown variant");
        }
    }
}

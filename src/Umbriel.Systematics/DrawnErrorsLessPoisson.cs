using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// The systematic part of an error band that contains the statistics of the expected counts:
/// C_ii = max(σ_i² - μ_i, 0), correlated like <see cref="DrawnErrors"/>, background only.
/// </summary>
public sealed class DrawnErrorsLessPoisson : ISystematicSource
{
    private readonly double[] errors;
    private readonly double correlation;

    /// <summary>Takes the errors.</summary>
    /// <param name="errors">Drawn standard deviations σ, events, one per bin.</param>
    /// <param name="correlation">ρ between any two bins.</param>
    public DrawnErrorsLessPoisson(ReadOnlySpan<double> errors, double correlation)
    {
        this.errors = errors.ToArray();
        this.correlation = correlation;
    }

    /// <inheritdoc/>
    public string Name => "drawn-errors-less-poisson";

    /// <inheritdoc/>
    public string Description => "the errors drawn with the published background, less the statistics of its expected counts";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An error or the correlation is out of range.</exception>
    public StackedCovariance Covariance(Spectrum background)
    {
        double[] systematic = [.. errors];
        for (int i = 0; i < systematic.Length; i++)
        {
            systematic[i] = Math.Sqrt(Math.Max((systematic[i] * systematic[i]) - background.Total[i], 0.0));
        }

        return new StackedCovariance(Name, null, AbsoluteCovariance.FromErrors(background.Binning, systematic, correlation, Name));
    }
}

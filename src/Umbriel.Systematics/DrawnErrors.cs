using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>The error band drawn with a published background: C_ii = σ_i², C_ij = ρ σ_i σ_j, background only.</summary>
public sealed class DrawnErrors : ISystematicSource
{
    private readonly double[] errors;
    private readonly double correlation;

    /// <summary>Takes the errors.</summary>
    /// <param name="errors">Drawn standard deviations σ, events, one per bin.</param>
    /// <param name="correlation">ρ between any two bins.</param>
    public DrawnErrors(ReadOnlySpan<double> errors, double correlation)
    {
        this.errors = errors.ToArray();
        this.correlation = correlation;
    }

    /// <inheritdoc/>
    public string Name => "drawn-errors";

    /// <inheritdoc/>
    public string Description => "the errors drawn with the published background";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An error or the correlation is out of range.</exception>
    public StackedCovariance Covariance(Spectrum background) =>
        new(Name, null, AbsoluteCovariance.FromErrors(background.Binning, errors, correlation, Name));
}

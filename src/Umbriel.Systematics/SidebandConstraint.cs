using Umbriel.Core;
using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// A published fractional matrix of fitted bins and sidebands, times the background, with the fitted bins constrained by
/// the sidebands' data (<see cref="ConditionalConstraint"/>). It moves the expected background too: a fit takes both from here.
/// </summary>
public sealed class SidebandConstraint : ISystematicSource
{
    private readonly AbsoluteCovariance covariance;

    /// <summary>Constrains the background.</summary>
    /// <param name="published">Background, sidebands and matrix.</param>
    /// <exception cref="InvalidOperationException">There is no matrix.</exception>
    /// <exception cref="NumericalFailureException">The constraint fails.</exception>
    public SidebandConstraint(PublishedBackground published)
    {
        ArgumentNullException.ThrowIfNull(published);
        (Prediction, covariance) = ConditionalConstraint.Apply(
            published.Spectrum, published.RequireMatrix().ToAbsolute(published.Spectrum), published.ScoreChannel);
    }

    /// <summary>The constrained background of the fitted bins, with their data.</summary>
    public Spectrum Prediction { get; }

    /// <inheritdoc/>
    public string Name => "sideband-constraint";

    /// <inheritdoc/>
    public string Description => "the published fractional matrix times the background, constrained by the sidebands";

    /// <inheritdoc/>
    public StackedCovariance Covariance(Spectrum background) => new(Name, null, covariance);
}

using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>The fitted block of a published fractional matrix times the background, C_ij = F_ij μ_i μ_j.</summary>
/// <param name="matrix">F of the fitted bins.</param>
public sealed class PublishedMatrix(FractionalCovariance matrix) : ISystematicSource
{
    /// <inheritdoc/>
    public string Name => "published-matrix";

    /// <inheritdoc/>
    public string Description => "the published fractional matrix of the fitted bins, times the background";

    /// <inheritdoc/>
    public StackedCovariance Covariance(Spectrum background) => new(Name, null, matrix.ToAbsolute(background));
}

using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>The fitted block of a published fractional matrix times the signal, F_ij s_i s_j, independent of the background's.</summary>
/// <param name="matrix">F of the fitted bins.</param>
public sealed class SignalMatrix(FractionalCovariance matrix) : ISystematicSource
{
    /// <inheritdoc/>
    public string Name => "signal-matrix";

    /// <inheritdoc/>
    public string Description => "the published fractional matrix of the fitted bins, times the signal, independent of the background";

    /// <inheritdoc/>
    public StackedCovariance Covariance(Spectrum background) => new(Name, matrix, null);
}

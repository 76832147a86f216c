namespace Umbriel.Inference;

/// <summary>Why a matrix is no covariance.</summary>
/// <param name="Where">Which element or property.</param>
/// <param name="Found">What it is.</param>
/// <param name="Expected">What it should be.</param>
public sealed record CovarianceFlaw(string Where, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: found {Found}; expected {Expected}";
}

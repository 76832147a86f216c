using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// Another reading of a source of the background: its error is relative to all that is expected, and so grows with the
/// signal in full correlation with the background: M_ij = C_ij (b_i + s_i)(b_j + s_j) / (b_i b_j). Such a fit has no
/// <see cref="SignalMatrix"/> beside it, which would count the signal's part twice.
/// </summary>
/// <param name="source">A source that varies the background only.</param>
public sealed class RelativeToPrediction(ISystematicSource source) : ISystematicSource
{
    /// <inheritdoc/>
    public string Name => source.Name;

    /// <inheritdoc/>
    public string Description => source.Description + ", relative to signal and background together";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The source varies the signal already.</exception>
    public StackedCovariance Covariance(Spectrum background) => source.Covariance(background) switch
    {
        { Signal: null, Background: { } absolute } => StackedCovariance.OfPrediction(Name, absolute.ToFractional(background), background),
        _ => throw new ArgumentException($"{Name} is not a source of the background alone", nameof(background)),
    };
}

using Umbriel.Inference;

namespace Umbriel.Systematics;

/// <summary>
/// The composition of the sample behind the published efficiency, which is not known: a common factor on the signal of
/// every bin, F_ij = δ². δ is computed from the reference mixtures of the response in use.
/// </summary>
public sealed class EfficiencyMixture : ISystematicSource
{
    private const string Word = "efficiency-mixture";

    private const string Meaning = "common factor on the signal: how differently response.mixture selects once each selects the example signal";

    private readonly double relative;

    /// <summary>Takes the spread.</summary>
    /// <param name="relative">δ, no unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number above zero.</exception>
    public EfficiencyMixture(double relative)
    {
        this.relative = relative > 0.0 && double.IsFinite(relative)
            ? relative
            : throw new ArgumentOutOfRangeException(nameof(relative), relative, "expected a number above zero");
    }

    /// <summary>How a card adds it.</summary>
    public static SwitchableSource Switch { get; } = new(Word, Meaning, inputs => new EfficiencyMixture(inputs.MixtureSpread.Value));

    /// <inheritdoc/>
    public string Name => Word;

    /// <inheritdoc/>
    public string Description => Meaning;

    /// <inheritdoc/>
    public StackedCovariance Covariance(Spectrum background) => new Normalisation(Name, Description, relative, 0.0).Covariance(background);
}

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>The <c>response:</c> section of a card.</summary>
public sealed record ResponseSettings
{
    /// <summary>
    /// Names of the reference mixtures of the efficiency fit, the first for the prediction and all for its uncertainty;
    /// empty for the response's own default. <c>mixture</c>, a name or a list.
    /// </summary>
    public IReadOnlyList<string> Mixtures { get; init; } = [];

    /// <summary>
    /// Directory of HEPData-layout tables used in place of the published ones, as written in the card (relative to the
    /// card's own directory); null for the published ones. <c>tables</c>.
    /// </summary>
    public string? Tables { get; init; }
}

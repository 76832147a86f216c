namespace Umbriel.Response;

/// <summary>
/// What the unknown composition of the published sample leaves open: the letter's example signal selected with the
/// efficiency of each reference mixture. It is a common factor on every predicted signal.
/// </summary>
/// <param name="Default">The mixture that predictions use.</param>
/// <param name="Selected">Selected signal at the example point, events, by mixture.</param>
public sealed record MixtureUncertainty(string Default, IReadOnlyList<KeyValuePair<string, double>> Selected)
{
    /// <summary>
    /// Half the spread over the default's value, (max − min) / (2 × default): the mixtures are alternatives and not draws
    /// from a distribution, so their range is quoted instead of a standard deviation.
    /// </summary>
    public double Relative
    {
        get
        {
            double central = Selected.First(s => string.Equals(s.Key, Default, StringComparison.Ordinal)).Value;
            return 0.5 * (Selected.Max(s => s.Value) - Selected.Min(s => s.Value)) / central;
        }
    }
}

namespace Umbriel.Response;

/// <summary>What one reference mixture selects.</summary>
/// <param name="Mixture">Its name.</param>
/// <param name="Example">Selected signal at the letter's example point, events.</param>
/// <param name="Efficiencies">Selected share of the pairs of other points.</param>
public sealed record MixtureSelection(string Mixture, double Example, IReadOnlyList<double> Efficiencies);

/// <summary>
/// What the unknown composition of the published sample leaves open once each mixture selects the letter's example signal
/// as published, with a coupling of its own: how differently they then select other points.
/// </summary>
/// <param name="Selections">By mixture, the one that predictions use first.</param>
public sealed record MixtureUncertainty(IReadOnlyList<MixtureSelection> Selections)
{
    /// <summary>By point: half the range over the mixtures of efficiency over example signal, relative to the first mixture's.</summary>
    public IReadOnlyList<double> ByPoint =>
    [
        .. Enumerable.Range(0, Selections[0].Efficiencies.Count).Select(point =>
        {
            double[] relative = [.. Selections.Select(s => s.Efficiencies[point] / s.Example)];
            return 0.5 * (relative.Max() - relative.Min()) / relative[0];
        }),
    ];

    /// <summary>
    /// Root mean square over the points: a common factor on every predicted signal. The mixtures are alternatives and not
    /// draws from a distribution, hence ranges and no standard deviations.
    /// </summary>
    public double Relative => Math.Sqrt(ByPoint.Average(spread => spread * spread));
}

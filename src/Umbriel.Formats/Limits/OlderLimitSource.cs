namespace Umbriel.Formats.Limits;

/// <summary>One published limit on |U_μ4|².</summary>
/// <param name="Name">Word in the card's <c>olderLimits</c>.</param>
/// <param name="Label">Short name for figures, as the field says it: "KEK 1982".</param>
/// <param name="CitationKey">Key in refs.bib.</param>
/// <param name="ConfidenceLevel">Confidence level of the limit, such as 0.9; null where the source of the points does not say.</param>
/// <param name="Files">Files under data/limits it is read from, one or more.</param>
/// <param name="Pieces">The limit; pieces may overlap in mass, and there the strongest counts.</param>
public sealed record OlderLimitSource(
    string Name,
    string Label,
    string CitationKey,
    double? ConfidenceLevel,
    IReadOnlyList<string> Files,
    IReadOnlyList<LimitPiece> Pieces)
{
    /// <summary>The limit on |U_μ4|² at <paramref name="mass"/> (GeV); null where the source says nothing.</summary>
    public double? At(double mass) => Pieces.Min(piece => piece.At(mass));
}

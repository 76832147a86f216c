namespace Umbriel.Figures;

/// <summary>Selection efficiency against one true quantity of the e⁺e⁻ pair (the letter's Fig. 2).</summary>
/// <param name="Name">File stem: letters, digits, '-' and '_'.</param>
/// <param name="AxisTitle">Title of the horizontal axis with its unit, in <see cref="MarkedText"/>.</param>
/// <param name="Edges">Bin edges, ascending; one more than bins.</param>
/// <param name="Curves">Curves in the order total, 1s0t, 1s1t, 2s0t; colours follow the order.</param>
/// <param name="Note">A line drawn in the corner, such as the sample it was folded with; null for none.</param>
public sealed record EfficiencyFigureData(
    string Name,
    string AxisTitle,
    IReadOnlyList<double> Edges,
    IReadOnlyList<EfficiencyCurve> Curves,
    string? Note = null)
{
    internal void Require()
    {
        FigureChecks.Name(Name);
        FigureChecks.Edges(Name, Edges);
        if (Curves.Count == 0)
        {
            throw new Umbriel.Core.UserErrorException($"figure {Name}", "curves", "none", "at least one");
        }

        foreach (EfficiencyCurve curve in Curves)
        {
            FigureChecks.PerBin(Name, $"published {curve.Label}", curve.Published, Edges);
            FigureChecks.PerBin(Name, $"folded {curve.Label}", curve.Folded, Edges);
            FigureChecks.PerBin(Name, $"folded error {curve.Label}", curve.FoldedError, Edges);
        }
    }
}

/// <summary>One topology's efficiency: published steps with, where folded, our values as points.</summary>
/// <param name="Label">Legend entry, in <see cref="MarkedText"/>.</param>
/// <param name="Published">Published efficiency per bin, 0 to 1.</param>
/// <param name="Folded">Efficiency of our folding per bin, 0 to 1; null when not folded.</param>
/// <param name="FoldedError">Absolute uncertainty of <paramref name="Folded"/>; null draws points without bars.</param>
public sealed record EfficiencyCurve(
    string Label,
    IReadOnlyList<double> Published,
    IReadOnlyList<double>? Folded = null,
    IReadOnlyList<double>? FoldedError = null);

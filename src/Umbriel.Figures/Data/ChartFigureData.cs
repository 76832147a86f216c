namespace Umbriel.Figures;

/// <summary>How a series of a chart is drawn.</summary>
public enum ChartStyle
{
    /// <summary>A staircase over bins.</summary>
    Steps,

    /// <summary>Points with error bars.</summary>
    Points,

    /// <summary>A smooth line.</summary>
    Line,
}

/// <summary>Series of numbers over one quantity: efficiencies, resolutions, distributions.</summary>
/// <param name="Name">File stem: letters, digits, '-' and '_'.</param>
/// <param name="XTitle">Title of the horizontal axis with its unit, in <see cref="MarkedText"/>.</param>
/// <param name="YTitle">Title of the vertical axis.</param>
/// <param name="Low">Lower end of the horizontal axis.</param>
/// <param name="High">Upper end.</param>
/// <param name="Top">Upper end of the vertical axis, which starts at 0; null for one above all series.</param>
/// <param name="Series">The series.</param>
/// <param name="Note">A line above the frame; null for none.</param>
public sealed record ChartFigureData(string Name, string XTitle, string YTitle, double Low, double High, double? Top, IReadOnlyList<ChartSeries> Series, string? Note = null)
{
    /// <summary>Upper end of the vertical axis as drawn.</summary>
    internal double Ceiling => Top ?? FigureStyle.RoundUp(1.5 * Series.Max(static s => s.Y.Select((y, i) => y + (s.Errors?[i] ?? 0.0)).DefaultIfEmpty().Max()));

    internal void Require()
    {
        FigureChecks.Name(Name);
        FigureChecks.Edges(Name, [Low, High]);
        if (Series.Count == 0)
        {
            throw new Umbriel.Core.UserErrorException($"figure {Name}", "series", "none", "at least one");
        }

        foreach (ChartSeries series in Series)
        {
            FigureChecks.Finite(Name, series.Label, series.X);
            FigureChecks.Finite(Name, series.Label, series.Y);
            FigureChecks.SameLength(Name, series.Label, series.Y.Count, series.Style == ChartStyle.Steps ? series.X.Count - 1 : series.X.Count);
            if (series.Errors is { } errors)
            {
                FigureChecks.SameLength(Name, $"errors of {series.Label}", errors.Count, series.Y.Count);
                FigureChecks.NotNegative(Name, $"errors of {series.Label}", errors);
            }
        }
    }
}

/// <summary>One series of a chart.</summary>
/// <param name="Label">Legend entry, in <see cref="MarkedText"/>; series of one label, such as a line and its points, share an entry.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="Colour">Place in the palette, from 0.</param>
/// <param name="X">Abscissas; of steps the edges, one more than values.</param>
/// <param name="Y">Values.</param>
/// <param name="Errors">Their standard errors, of points only; null for none.</param>
public sealed record ChartSeries(string Label, ChartStyle Style, int Colour, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double>? Errors = null);

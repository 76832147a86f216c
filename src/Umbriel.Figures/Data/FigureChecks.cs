using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>Refuses figure data that cannot be drawn, naming the figure and the series.</summary>
internal static class FigureChecks
{
    public static void Edges(string figure, IReadOnlyList<double> edges)
    {
        if (edges.Count < 2)
        {
            throw new UserErrorException($"figure {figure}", "bin edges", $"{edges.Count}", "at least two");
        }

        Finite(figure, "bin edges", edges);
        for (int i = 1; i < edges.Count; i++)
        {
            if (!(edges[i] > edges[i - 1]))
            {
                throw new UserErrorException($"figure {figure}", "bin edges", Invariant(edges[i]), $"more than {Invariant(edges[i - 1])}");
            }
        }
    }

    public static void PerBin(string figure, string what, IReadOnlyList<double>? values, IReadOnlyList<double> edges)
    {
        if (values is null)
        {
            return;
        }

        SameLength(figure, what, values.Count, edges.Count - 1);
        Finite(figure, what, values);
    }

    public static void SameLength(string figure, string what, int found, int expected)
    {
        if (found != expected)
        {
            throw new UserErrorException($"figure {figure}", what, $"{found} values", $"{expected}");
        }
    }

    public static void Finite(string figure, string what, IReadOnlyList<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new UserErrorException($"figure {figure}", what, Invariant(value), "a finite number");
            }
        }
    }

    public static void NotNegative(string figure, string what, IReadOnlyList<double> values)
    {
        foreach (double value in values)
        {
            if (!(value >= 0))
            {
                throw new UserErrorException($"figure {figure}", what, Invariant(value), "at least 0");
            }
        }
    }

    public static void Positive(string figure, string what, IReadOnlyList<double> values)
    {
        foreach (double value in values)
        {
            if (!(double.IsFinite(value) && value > 0))
            {
                throw new UserErrorException($"figure {figure}", what, Invariant(value), "a positive number (the axes are logarithmic)");
            }
        }
    }

    public static void Name(string name)
    {
        if (name.Length == 0 || name.Length > 100 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new UserErrorException("figure name", null, $"'{name}'", "letters, digits, '-' and '_'");
        }
    }

    private static string Invariant(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}

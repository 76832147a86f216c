using System.Globalization;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>A table of validation/reference/egsnrc: rows found by their first cells.</summary>
internal static class EgsTable
{
    /// <summary>A number of the row that begins with the cells given.</summary>
    public static double Value(string file, string column, params string[] first)
    {
        string[][] lines =
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "validation", "reference", "egsnrc", file))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(',')),
        ];
        string[] row = lines.Single(cells => cells.Take(first.Length).SequenceEqual(first));
        return double.Parse(row[Array.IndexOf(lines[0], column)], CultureInfo.InvariantCulture);
    }
}

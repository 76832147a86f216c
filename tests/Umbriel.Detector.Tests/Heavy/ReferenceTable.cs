using System.Globalization;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>A table of validation/reference/detector: numbers separated by commas, # comments, one header line.</summary>
internal static class ReferenceTable
{
    public static IReadOnlyList<double[]> Read(string name) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "validation", "reference", "detector", name))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Skip(1)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()),
    ];
}

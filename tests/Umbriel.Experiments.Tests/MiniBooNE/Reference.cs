using System.Text.Json;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Csv;

namespace Umbriel.Experiments.MiniBooNE.Tests;

/// <summary>The files of validation/reference/miniboone, and the releases, read once.</summary>
internal static class Reference
{
    public static string DataDirectory { get; } = Path.Combine(Repository.Root, "data");

    public static MiniBooNERelease Release2018 { get; } = MiniBooNERelease.Load(DataDirectory, MiniBooNEDataRelease.Release2018);

    public static MiniBooNERelease Release2020 { get; } = MiniBooNERelease.Load(DataDirectory, MiniBooNEDataRelease.Release2020);

    public static IReadOnlyList<JsonElement> Json(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf(file)));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }

    public static CsvTable Csv(string file) => CsvTable.Read(PathOf(file));

    public static double[] Numbers(this JsonElement element, string key) => [.. element.GetProperty(key).EnumerateArray().Select(e => e.GetDouble())];

    public static double Number(this JsonElement element, string key) => element.GetProperty(key).GetDouble();

    private static string PathOf(string file) => Path.Combine(Repository.Root, "validation", "reference", "miniboone", file);
}

using Umbriel.Core;
using Umbriel.Formats.Yaml;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sites;

/// <summary>Reads the soil between decay pipe and hall.</summary>
internal static class SoilReader
{
    private static readonly string[] Keys = ["start", "length", "hall", "radiusAtDetector", "radiusAtEnd", "density", "mass"];

    /// <summary>The soil of a geometry.</summary>
    /// <param name="geometry">The section that holds <c>soil</c>.</param>
    /// <param name="centre">The point of the beam axis at the baseline.</param>
    /// <param name="baseline">Its distance from the target, cm.</param>
    public static SoilCone Read(SectionReader geometry, (double X, double Y, double Z) centre, double baseline)
    {
        SectionReader soil = geometry.Section("soil", Keys) ?? throw geometry.Missing("soil", "the soil between decay pipe and hall");
        double end = baseline - GeometryReader.Length(soil, "hall");
        double start = One(soil, "start", "length") == "start" ? GeometryReader.Length(soil, "start") : end - GeometryReader.Length(soil, "length");
        if (!(start > 0.0 && start < end))
        {
            throw new UserErrorException($"{soil.File}:{soil.Map.Line}", geometry.Name("soil"), $"soil from {start:G6} to {end:G6} cm", $"a start above 0 and an end before the baseline's {baseline:G6} cm, start first");
        }

        double slope = One(soil, "radiusAtDetector", "radiusAtEnd") == "radiusAtDetector"
            ? GeometryReader.Length(soil, "radiusAtDetector") / baseline
            : GeometryReader.Length(soil, "radiusAtEnd") / end;
        SoilCone cone = new(centre.X, centre.Y, centre.Z - baseline, start, end, slope, 1.0);
        return cone with { Density = One(soil, "density", "mass") == "density" ? GeometryReader.Amount(soil, "density", "g/cm3")!.Value : GeometryReader.Amount(soil, "mass", "t")!.Value * 1e6 / cone.Volume };
    }

    /// <summary>Which of two alternatives is given.</summary>
    private static string One(SectionReader section, string first, string second) => (section.Map.Find(first), section.Map.Find(second)) switch
    {
        (not null, null) => first,
        (null, not null) => second,
        (null, null) => throw section.Missing(first, $"{first} or {second}"),
        ({ } entry, _) => throw section.Error(first, entry.Value, $"{first} or {second}, not both"),
    };
}

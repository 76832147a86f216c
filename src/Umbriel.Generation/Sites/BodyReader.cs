using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Formats.Yaml;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sites;

/// <summary>Reads a convex body: a box (x, y and z, each [low, high]) or a ball (radius).</summary>
internal static class BodyReader
{
    private const double Largest = 1e5;

    /// <summary>The body of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="centre">Middle of a ball; the origin if there is none.</param>
    public static IActiveVolume Read(SectionReader section, (double X, double Y, double Z)? centre)
    {
        if (section.Map.Find("radius") is not { } radius)
        {
            (double xLow, double xHigh) = section.Interval("x", Largest);
            (double yLow, double yHigh) = section.Interval("y", Largest);
            (double zLow, double zHigh) = section.Interval("z", Largest);
            return new Box(xLow, xHigh, yLow, yHigh, zLow, zHigh);
        }

        foreach (string key in (string[])["x", "y", "z"])
        {
            if (section.Map.Find(key) is not null)
            {
                throw new UserErrorException($"{section.File}:{radius.Line}", section.Name("radius"), $"{key} too", "x, y and z of a box, or the radius of a ball");
            }
        }

        (double X, double Y, double Z) middle = centre ?? (0.0, 0.0, 0.0);
        return new Ball(middle.X, middle.Y, middle.Z, GeometryReader.Length(section, "radius"));
    }

    /// <summary>Liquid in a body, tonnes: its <c>mass</c>, or its <c>density</c> times its volume; null if neither is given.</summary>
    public static double? Mass(SectionReader section, IVolume body)
    {
        double? mass = GeometryReader.Amount(section, "mass", "t");
        double? density = GeometryReader.Amount(section, "density", "g/cm3");
        return (mass, density) switch
        {
            ({ }, { }) => throw section.Error("mass", section.Map.Find("mass")!.Value.Value, "mass or density, not both"),
            (null, { } perVolume) => body.Volume * perVolume * 1e-6,
            _ => mass,
        };
    }
}

using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Formats.Yaml;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sites;

/// <summary>Makes a geometry of its section in a site's file: lengths in cm, densities in g/cm³, masses in tonnes.</summary>
internal static class GeometryReader
{
    private const double Largest = 1e6;

    /// <summary>Keys of the section.</summary>
    public static readonly string[] Keys = ["baseline", "centre", "active", "vessel", "soil"];

    public static DetectorGeometry Read(SectionReader geometry, IReadOnlyList<(Target Target, double MassFraction)> liquid)
    {
        double baseline = Length(geometry, "baseline");
        SectionReader activeSection = geometry.Section("active", ["x", "y", "z", "radius", "density", "mass"]) ?? throw geometry.Missing("active", "the volume in which pairs are looked for");
        SectionReader vesselSection = geometry.Section("vessel", VesselReader.Keys) ?? throw geometry.Missing("vessel", "the volume of all the liquid");
        (double X, double Y, double Z)? given = Point(geometry, "centre");
        IActiveVolume active = BodyReader.Read(activeSection, given);
        (double X, double Y, double Z) centre = given ?? Middle(active.Bounds);
        (IVolume vessel, double vesselMass) = VesselReader.Read(vesselSection, centre);
        double mass = BodyReader.Mass(activeSection, active) ?? (vesselMass * active.Volume / vessel.Volume);
        if (vessel is IActiveVolume body && active is Box box && !(body.Contains(box.XLow, box.YLow, box.ZLow) && body.Contains(box.XHigh, box.YHigh, box.ZHigh)))
        {
            throw new UserErrorException($"{geometry.File}:{vesselSection.Map.Line}", geometry.Name("vessel"), "a body that does not hold all of active", "a larger one");
        }

        return vesselMass >= mass && vessel.Volume >= active.Volume
            ? new DetectorGeometry
            {
                Active = active,
                ActiveMass = mass,
                Vessel = vessel,
                VesselMass = vesselMass,
                Liquid = liquid,
                Soil = SoilReader.Read(geometry, centre, baseline),
                Baseline = baseline,
            }
            : throw new UserErrorException($"{geometry.File}:{vesselSection.Map.Line}", geometry.Name("vessel"), $"{vesselMass:G6} t in {vessel.Volume * 1e-6:G6} m3", $"at least the active volume's {mass:G6} t in {active.Volume * 1e-6:G6} m3");
    }

    /// <summary>A length above zero that must be given, cm.</summary>
    public static double Length(SectionReader section, string key) =>
        section.Required(key, static v => v is > 0.0 and <= Largest, $"cm, above 0 and at most {Largest}");

    /// <summary>An amount above zero, or null if absent.</summary>
    public static double? Amount(SectionReader section, string key, string unit) =>
        section.Map.Find(key) is { } entry ? section.Number(key, entry.Value, static v => v is > 0.0 and <= 1e12, $"{unit}, above 0") : null;

    /// <summary>A point [x, y, z], cm, or null if absent.</summary>
    public static (double X, double Y, double Z)? Point(SectionReader section, string key)
    {
        const string Expected = "[x, y, z] in cm";
        if (section.Map.Find(key) is not { } entry)
        {
            return null;
        }

        return entry.Value is YamlList { Items: [var x, var y, var z] }
            ? (Coordinate(x), Coordinate(y), Coordinate(z))
            : throw section.Error(key, entry.Value, Expected);

        double Coordinate(YamlNode node) => section.Number(key, node, static v => Math.Abs(v) <= Largest, Expected);
    }

    private static (double X, double Y, double Z) Middle(in Box box) =>
        (0.5 * (box.XLow + box.XHigh), 0.5 * (box.YLow + box.YHigh), 0.5 * (box.ZLow + box.ZHigh));
}

using Umbriel.Core.Geometry;
using Umbriel.Formats.Yaml;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sites;

/// <summary>Reads the vessel: a box, a ball, or a cylinder along z with two domes that is filled up to a level.</summary>
internal static class VesselReader
{
    /// <summary>Keys of the section.</summary>
    public static readonly string[] Keys = ["x", "y", "z", "radius", "length", "domeRadius", "mass", "density", "volume"];

    /// <summary>The body and its liquid, tonnes.</summary>
    public static (IVolume Vessel, double Mass) Read(SectionReader section, (double X, double Y, double Z) centre)
    {
        if (section.Map.Find("length") is not null)
        {
            return Cylinder(section, centre);
        }

        foreach (string key in (string[])["domeRadius", "volume"])
        {
            if (section.Map.Find(key) is { } entry)
            {
                throw section.Error(key, entry.Value, "length too: only a cylinder has both");
            }
        }

        IActiveVolume body = BodyReader.Read(section, centre);
        return (body, BodyReader.Mass(section, body) ?? throw section.Missing("mass", "mass in t or density in g/cm3"));
    }

    /// <summary>A cylinder, whose mass must be given, with the volume of its liquid or the density.</summary>
    private static (IVolume Vessel, double Mass) Cylinder(SectionReader section, (double X, double Y, double Z) centre)
    {
        double radius = GeometryReader.Length(section, "radius");
        double length = GeometryReader.Length(section, "length");
        double dome = section.Required("domeRadius", v => v >= radius && v <= 100.0 * radius, "cm, the radius of the cylinder or more");
        double mass = GeometryReader.Amount(section, "mass", "t") ?? throw section.Missing("mass", "t");
        double? volume = GeometryReader.Amount(section, "volume", "cm3");
        double? density = GeometryReader.Amount(section, "density", "g/cm3");
        if (volume is not null == density is not null)
        {
            throw section.Missing("density", "density in g/cm3 or volume of the liquid in cm3, one of them");
        }

        return (new Cryostat(centre, radius, length, dome, volume ?? (mass * 1e6 / density!.Value)), mass);
    }
}

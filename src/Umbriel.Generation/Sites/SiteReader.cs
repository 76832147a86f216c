using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sites;

/// <summary>
/// Reads a site's file (YAML; keys in docs/formats.md). Everything doubtful is refused with file, line, key, what was found
/// and what was expected. Paths are relative to the folder of the file.
/// </summary>
public static class SiteReader
{
    private const double LargestExposure = 1e30;

    private static readonly string[] Known = ["title", "liquid", "geometry", "beam", "detector", "published", "notes"];

    private static readonly IReadOnlyDictionary<string, GeometryConvention> Conventions = new Dictionary<string, GeometryConvention>(StringComparer.Ordinal)
    {
        ["letter"] = GeometryConvention.Letter,
        ["darknews"] = GeometryConvention.DarkNews,
    };

    /// <summary>Reads a site from memory.</summary>
    /// <param name="path">Full path of the file: for messages, and where relative paths start.</param>
    /// <param name="name">What cards call the site.</param>
    /// <param name="bytes">Content of the file.</param>
    /// <exception cref="UserErrorException">It is not a site, or does not make physical sense.</exception>
    public static DetectorSite Parse(string path, string name, ReadOnlySpan<byte> bytes)
    {
        YamlNode root = YamlTree.ReadOne(path, InputFile.Decode(path, bytes));
        if (root is not YamlMap map)
        {
            throw new UserErrorException($"{path}:{root.Line}", null, root.Kind, "keys and values in YAML, as in \"liquid: argon\"");
        }

        SectionReader site = new(path, "", map, Known);
        DetectorSite read = new()
        {
            Name = name,
            Title = site.Text("title") ?? Path.GetFileNameWithoutExtension(path),
            File = path,
            Geometries = Geometries(site),
            DetectorCard = FileOf(site, "detector"),
            PublishedTables = PathOf(site, "published"),
            Notes = site.Map.Find("notes") is { } notes ? site.List("notes", notes.Value, node => site.Text("notes", node), "a list of sentences") : [],
        };
        return site.Section("beam", ["parents", "origin", "fhc", "rhc"]) is { } beam ? WithBeam(read, beam) : read;
    }

    private static Dictionary<GeometryConvention, DetectorGeometry> Geometries(SectionReader site)
    {
        var liquid = site.Map.Find("liquid") is { } entry ? site.Choice("liquid", entry.Value, Liquids.ByName) : Liquids.ByName["argon"];
        Dictionary<GeometryConvention, DetectorGeometry> geometries = [];
        if (site.Section("geometry", [.. Conventions.Keys]) is { } section)
        {
            foreach ((string word, GeometryConvention convention) in Conventions)
            {
                if (section.Section(word, GeometryReader.Keys) is { } geometry)
                {
                    geometries.Add(convention, GeometryReader.Read(geometry, liquid));
                }
            }
        }

        return geometries.Count > 0 ? geometries : throw site.Missing("geometry", "a section " + string.Join(" or ", Conventions.Keys));
    }

    private static DetectorSite WithBeam(DetectorSite site, SectionReader beam)
    {
        string parents = FileOf(beam, "parents") ?? throw beam.Missing("parents", "the table of the parents' decay positions");
        Lazy<ParentDecayPosition> positions = new(() => ParentDecayPosition.Load(parents));
        (double x, double y, double z) = GeometryReader.Point(beam, "origin") ?? throw beam.Missing("origin", "[x, y, z] in cm");
        SiteBeam? fhc = Polarity(beam, "fhc", positions);
        SiteBeam? rhc = Polarity(beam, "rhc", positions);
        return fhc is null && rhc is null
            ? throw beam.Missing("fhc", "flux, POT and source in this mode, or no section 'beam' at all")
            : site with { Fhc = fhc, Rhc = rhc, ParentsFile = parents, BeamOrigin = new FourVector(0.0, x, y, z) };
    }

    private static SiteBeam? Polarity(SectionReader beam, string key, Lazy<ParentDecayPosition> positions)
    {
        if (beam.Section(key, ["flux", "POT", "source"]) is not { } section)
        {
            return null;
        }

        string flux = FileOf(section, "flux") ?? throw section.Missing("flux", "the table of the flux");
        double pot = section.Required("POT", static v => v is >= 0.0 and <= LargestExposure, "protons on target, from 0 to 1e30");
        return new SiteBeam(flux, positions, pot, section.Text("source") ?? throw section.Missing("source", "where the exposure comes from"));
    }

    private static string? FileOf(SectionReader section, string key) => PathOf(section, key) is not { } path ? null
        : File.Exists(path) ? path
        : throw section.Error(key, section.Map.Find(key)!.Value.Value, $"a file; there is none at {path}");

    private static string? PathOf(SectionReader section, string key) =>
        section.Text(key) is { } written ? Path.GetFullPath(written, Path.GetDirectoryName(section.File)!) : null;
}

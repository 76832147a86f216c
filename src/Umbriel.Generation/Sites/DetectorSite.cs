using Umbriel.Core;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sites;

/// <summary>
/// Where pairs are looked for: a detector with its surroundings and the beam there, read from a site's file (docs/formats.md).
/// Immutable; safe to share.
/// </summary>
public sealed record DetectorSite : IContentNamed
{
    /// <summary>What cards call it: the name of a file of <c>data/sites</c> without its ending, else the full path of the file.</summary>
    public required string Name { get; init; }

    /// <summary>Name for tables and messages.</summary>
    public required string Title { get; init; }

    /// <summary>Full path of the site's file.</summary>
    public required string File { get; init; }

    /// <summary>Volumes, liquid and soil by convention; one or both.</summary>
    public required IReadOnlyDictionary<GeometryConvention, DetectorGeometry> Geometries { get; init; }

    /// <summary>The beam in neutrino mode (forward horn current); null where no flux is known.</summary>
    public SiteBeam? Fhc { get; init; }

    /// <summary>The beam in antineutrino mode (reverse horn current); null where no flux is known.</summary>
    public SiteBeam? Rhc { get; init; }

    /// <summary>Full path of the decay positions of the neutrinos' parents; null where there is no beam.</summary>
    public string? ParentsFile { get; init; }

    /// <summary>The point, cm, that beam neutrinos come from in HepMC3 files, whose events carry no direction of their own.</summary>
    public FourVector BeamOrigin { get; init; }

    /// <summary>Full path of the card of the detector; null where there is none.</summary>
    public string? DetectorCard { get; init; }

    /// <summary>Full path of the folder with the detector's published response and data; null where there are none.</summary>
    public string? PublishedTables { get; init; }

    /// <summary>What is approximate: one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The beam in neutrino mode, which generation uses.</summary>
    /// <exception cref="UserErrorException">No flux is known.</exception>
    public SiteBeam Beam => Fhc ?? throw NoFlux("fhc");

    /// <summary>The beam in antineutrino mode.</summary>
    /// <exception cref="UserErrorException">No flux is known.</exception>
    public SiteBeam AntineutrinoBeam => Rhc ?? throw NoFlux("rhc");

    /// <summary>All files that the site is made of, its own first; the detector card and the published tables are not among them.</summary>
    public IReadOnlyList<string> Files => [.. new[] { File, Fhc?.FluxFile, Rhc?.FluxFile, ParentsFile }.OfType<string>()];

    /// <summary>Name and hash of the files.</summary>
    string IContentNamed.ContentName => $"{Path.GetFileNameWithoutExtension(File)} {ContentHash.OfFiles(Files)}";

    /// <summary>The geometry of a convention; the same object every time.</summary>
    /// <exception cref="UserErrorException">The site has none of that convention.</exception>
    public DetectorGeometry Geometry(GeometryConvention convention) => Geometries.TryGetValue(convention, out DetectorGeometry? geometry)
        ? geometry
        : throw new UserErrorException(File, "geometry", "no section '" + convention.ToString().ToLowerInvariant() + "'", "'" + string.Join("' or '", Geometries.Keys).ToLowerInvariant() + "', which the site has");

    private UserErrorException NoFlux(string polarity) =>
        new(File, $"beam.{polarity}", "no flux", $"a flux at {Title} in that mode: without one the site is of use only for its detector");
}

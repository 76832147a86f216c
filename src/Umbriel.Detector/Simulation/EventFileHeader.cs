using Umbriel.Core;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// The root attributes that simulated and reconstructed events share: what kind of file it is, which program wrote it, the
/// detector, and what the events were made from.
/// </summary>
public static class EventFileHeader
{
    /// <summary>Writes them.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="format">Kind of file.</param>
    /// <param name="formatVersion">Version of the kind.</param>
    /// <param name="metadata">The rest; <see cref="SimulationMetadata.Version"/> is that of the program that writes.</param>
    public static void Write(Hdf5Writer writer, string format, ulong formatVersion, SimulationMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(metadata);
        writer.Attribute("/", "format", format);
        writer.Attribute("/", "format_version", formatVersion);
        writer.Attribute("/", "umbriel_version", metadata.Version);
        writer.Attribute("/", "detector_title", metadata.DetectorTitle);
        writer.Attribute("/", "detector_card", metadata.DetectorCard);
        writer.Attribute("/", "source", metadata.Source);
        writer.Attribute("/", "cosmics", metadata.Cosmics);
        writer.Attribute("/", "seed", metadata.Seed);
    }

    /// <summary>Reads them back.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Kind of file that is expected.</param>
    /// <param name="formatVersion">Version of the kind.</param>
    /// <param name="verb">What writes such files, for messages.</param>
    /// <exception cref="UserErrorException">It is another kind of file or an attribute is missing.</exception>
    public static SimulationMetadata Read(Hdf5Reader file, string format, ulong formatVersion, string verb)
    {
        ArgumentNullException.ThrowIfNull(file);
        string? foundFormat = file.Text("/", "format");
        ulong? foundVersion = file.Whole("/", "format_version");
        if (foundFormat != format || foundVersion != formatVersion)
        {
            string found = foundFormat is null ? "none" : $"\"{foundFormat}\" version {foundVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}";
            throw new UserErrorException(file.Path, "format", found, $"\"{format}\" version {formatVersion}, as {verb} writes");
        }

        return new SimulationMetadata
        {
            Version = Required("umbriel_version"),
            DetectorTitle = Required("detector_title"),
            DetectorCard = Required("detector_card"),
            Source = Required("source"),
            Cosmics = Required("cosmics"),
            Seed = file.Whole("/", "seed") ?? throw Missing("seed"),
        };

        string Required(string name) => file.Text("/", name) ?? throw Missing(name);

        UserErrorException Missing(string name) => new(file.Path, name, "no such attribute", $"a file written by {verb}");
    }
}

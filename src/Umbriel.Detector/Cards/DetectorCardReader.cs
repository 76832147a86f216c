using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards;

/// <summary>Reads a detector card (YAML). Everything doubtful is refused with file, line, key, what was found and what was expected.</summary>
public static class DetectorCardReader
{
    /// <summary>Largest card accepted, bytes.</summary>
    public const int MaximumBytes = 1 << 20;

    private static readonly string[] Known =
    [
        "title", "activeVolume", "cryostat", "density", "drift", "planes", "readout", "electronics", "recombination", "light",
        "overburden", "spaceCharge", "variations",
    ];

    /// <summary>Reads the card at <paramref name="path"/>.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, is not a card, or does not make physical sense.</exception>
    public static DetectorCard Read(string path) => Parse(path, InputFile.ReadBytes(path, MaximumBytes));

    /// <summary>Reads a card from memory; <paramref name="path"/> is used in messages.</summary>
    /// <exception cref="UserErrorException">As <see cref="Read"/>.</exception>
    public static DetectorCard Parse(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumBytes)
        {
            throw new UserErrorException(path, null, $"more than {MaximumBytes / 1024} KiB", $"at most {MaximumBytes / 1024} KiB of text");
        }

        YamlNode root = YamlTree.ReadOne(path, InputFile.Decode(path, bytes));
        if (root is YamlScalar { IsNull: true })
        {
            throw new UserErrorException(path, null, "an empty file", "keys and values in YAML");
        }

        if (root is not YamlMap map)
        {
            throw new UserErrorException($"{path}:{root.Line}", null, root.Kind, "keys and values in YAML, as in \"density: 1.396\"");
        }

        SectionReader card = new(path, "", map, Known);
        TransportVolume active = card.Box("activeVolume") ?? throw card.Missing("activeVolume", "x, y and z of the active liquid, cm");
        TransportVolume cryostat = card.Box("cryostat") ?? active;
        if (!cryostat.Contains(active.XLow, active.YLow, active.ZLow) || !cryostat.Contains(active.XHigh, active.YHigh, active.ZHigh))
        {
            throw new UserErrorException($"{path}:{map.Find("cryostat")!.Value.Line}", "cryostat", "a box that does not hold all of activeVolume", "a larger box");
        }

        ReadoutSettings readout = DetectorCardSections.Readout(card);
        return new DetectorCard
        {
            Title = card.Text("title", null) ?? Path.GetFileNameWithoutExtension(path),
            ActiveVolume = active,
            Cryostat = cryostat,
            Density = card.Number("density", LiquidArgon.Density, static v => v is >= 1.0 and <= 1.8, "g/cm3, from 1 to 1.8"),
            Drift = DetectorCardSections.Drift(card),
            Planes = PlaneReader.Planes(card, active, readout),
            Readout = readout,
            Electronics = DetectorCardSections.Electronics(card),
            Recombination = DetectorCardSections.Recombination(card),
            Light = DetectorCardSections.Light(card),
            Overburden = DetectorCardSections.Overburden(card),
            SpaceCharge = DetectorCardSections.SpaceCharge(card),
            Variations = DetectorCardSections.Variations(card),
        };
    }
}

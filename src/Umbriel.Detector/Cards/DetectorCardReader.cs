using Umbriel.Core;
using Umbriel.Detector.Cards.Keys;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards;

/// <summary>Reads a detector card (YAML). Everything doubtful is refused with file, line, key, what was found and what was expected.</summary>
public static class DetectorCardReader
{
    /// <summary>Largest card accepted, bytes.</summary>
    public const int MaximumBytes = 1 << 20;

    /// <summary>The documentation of every key, in the order of the canonical text.</summary>
    public static IReadOnlyList<KeyRow> Keys { get; } = [.. DetectorCardKeys.All.Describe("", DetectorCardKeys.Start("card.yaml"))];

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
        SectionReader card = SectionReader.OfDocument(path, root, DetectorCardKeys.All.Names, "density: 1.396");
        return DetectorCardKeys.All.Read(card, DetectorCardKeys.Start(path));
    }
}

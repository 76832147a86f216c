using Umbriel.Core;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;
using Umbriel.Reconstruction.Keys;

namespace Umbriel.Reconstruction;

/// <summary>Reads a card of settings (YAML). Everything doubtful is refused with file, line, key, what was found and what was expected.</summary>
public static class ReconstructionSettingsReader
{
    private const int MaximumBytes = 64 * 1024;

    /// <summary>The documentation of every key, in the order of the canonical text.</summary>
    public static IReadOnlyList<KeyRow> Keys { get; } = [.. ReconstructionKeys.All.Describe("", new ReconstructionSettings())];

    /// <summary>Reads the card at <paramref name="path"/>; what it does not say stays as it comes with Umbriel.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, is not a card of settings, or has a value that is not accepted.</exception>
    public static ReconstructionSettings Read(string path) => Parse(path, InputFile.ReadBytes(path, MaximumBytes));

    /// <summary>Reads a card from memory; <paramref name="path"/> is used in messages.</summary>
    /// <exception cref="UserErrorException">As <see cref="Read"/>.</exception>
    public static ReconstructionSettings Parse(string path, ReadOnlySpan<byte> bytes)
    {
        YamlNode root = YamlTree.ReadOne(path, InputFile.Decode(path, bytes));
        return ReconstructionKeys.All.Read(SectionReader.OfDocument(path, root, ReconstructionKeys.All.Names, "link: 1.5"), new ReconstructionSettings());
    }
}

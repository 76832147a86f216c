using Umbriel.Core;
using Umbriel.Interchange.Text;
using Umbriel.Interchange.Yaml;

namespace Umbriel.Interchange.Cards;

/// <summary>
/// Reads a model card in YAML. Everything doubtful is refused with file, line, key, what was found and what was expected.
/// </summary>
public static class CardReader
{
    /// <summary>Largest card accepted, bytes.</summary>
    public const int MaximumBytes = 1 << 20;

    /// <summary>Reads the card at <paramref name="path"/>.</summary>
    /// <exception cref="UserErrorException">The file cannot be read, is not a card, or does not make physical sense.</exception>
    public static Card Read(string path) => Parse(path, InputFile.ReadBytes(path, MaximumBytes));

    /// <summary>Reads a card from memory; <paramref name="path"/> is used in messages and to resolve relative paths.</summary>
    /// <exception cref="UserErrorException">As <see cref="Read"/>.</exception>
    public static Card Parse(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumBytes)
        {
            throw new UserErrorException(path, null, $"more than {MaximumBytes / 1024} KiB", $"at most {MaximumBytes / 1024} KiB of text");
        }

        string text = InputFile.Decode(path, bytes);
        return YamlCard.Interpret(path, YamlTree.ReadOne(path, text));
    }
}

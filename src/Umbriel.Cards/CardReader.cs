using Umbriel.Cards.DarkNews;
using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Cards;

/// <summary>
/// Reads a model card: YAML, or a DarkNews parameter file, told apart by content (a first line <c>name = value</c> is
/// DarkNews's). Everything doubtful is refused with file, line, key, what was found and what was expected.
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
        return DarkNewsFile.Recognises(text) ? DarkNewsFile.Parse(path, text) : YamlCard.Interpret(path, YamlTree.ReadOne(path, text), ModelDefaults.Letter);
    }

    /// <summary>
    /// Reads back <see cref="Card.ToCanonicalText"/>, as a manifest keeps it. Differs from <see cref="Parse"/> in one
    /// point: dark mixings that are not unitary, which only a DarkNews file may bring, are accepted.
    /// </summary>
    /// <exception cref="UserErrorException">The text is not a canonical card.</exception>
    public static Card ParseCanonical(string path, string text) =>
        YamlCard.Interpret(path, YamlTree.ReadOne(path, text), ModelDefaults.Letter with { UnitaryDarkMixing = false });
}

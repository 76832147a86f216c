using Umbriel.Cards.DarkNews;
using Umbriel.Cards.Keys;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;
using Umbriel.Generation.Sites;

namespace Umbriel.Cards;

/// <summary>
/// Reads a model card: YAML, or a DarkNews parameter file, told apart by content (a first line <c>name = value</c> is
/// DarkNews's). Everything doubtful is refused with file, line, key, what was found and what was expected.
/// </summary>
public static class CardReader
{
    /// <summary>Largest card accepted, bytes.</summary>
    public const int MaximumBytes = 1 << 20;

    private static readonly Lazy<IReadOnlyList<KeyRow>> Rows = new(() => [.. CardKeys.Letter.Describe("", CardKeys.Letter.Start("card.yaml"))]);

    /// <summary>The documentation of every key, in the order of the canonical text.</summary>
    /// <exception cref="UserErrorException">The default site cannot be read.</exception>
    public static IReadOnlyList<KeyRow> Keys => Rows.Value;

    /// <summary>Reads the card at <paramref name="path"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="site">A site that takes the place of the card's; null for the card's own.</param>
    /// <param name="settings">Values that take the place of the card's, each <c>key=value</c> with a key of <see cref="Keys"/>.</param>
    /// <exception cref="UserErrorException">The file cannot be read, is not a card, or does not make physical sense.</exception>
    public static Card Read(string path, DetectorSite? site = null, IReadOnlyList<string>? settings = null) => Parse(path, InputFile.ReadBytes(path, MaximumBytes), site, settings);

    /// <summary>Reads a card from memory; <paramref name="path"/> is used in messages and to resolve relative paths.</summary>
    /// <exception cref="UserErrorException">As <see cref="Read"/>.</exception>
    public static Card Parse(string path, ReadOnlySpan<byte> bytes, DetectorSite? site = null, IReadOnlyList<string>? settings = null)
    {
        if (bytes.Length > MaximumBytes)
        {
            throw new UserErrorException(path, null, $"more than {MaximumBytes / 1024} KiB", $"at most {MaximumBytes / 1024} KiB of text");
        }

        string text = InputFile.Decode(path, bytes);
        return DarkNewsFile.Recognises(text) ? With(settings ?? [], DarkNewsFile.Parse(path, text, site)) : Interpret(path, text, site is null ? CardKeys.Letter : CardKeys.At(site), settings ?? []);
    }

    /// <summary>
    /// Reads back <see cref="Card.ToCanonicalText"/>, as a manifest keeps it. Differs from <see cref="Parse"/> in one
    /// point: dark mixings that are not unitary, which only a DarkNews file may bring, are accepted.
    /// </summary>
    /// <exception cref="UserErrorException">The text is not a canonical card.</exception>
    public static Card ParseCanonical(string path, string text) =>
        Interpret(path, text, CardKeys.Canonical, []);

    private static Card Interpret(string path, string text, CardKeys keys, IReadOnlyList<string> settings)
    {
        YamlNode written = YamlTree.ReadOne(path, text);
        SectionReader section = SectionReader.OfDocument(path, written is YamlMap map ? CardOverrides.Apply(map, settings) : written, keys.Names, "m4: 0.1");
        Card card = keys.Read(section, keys.Start(path));
        return card with { Notes = Notes(section, card.Model), Settings = settings };
    }

    /// <summary>A DarkNews file has no place for most keys: they are set in the card that it makes.</summary>
    private static Card With(IReadOnlyList<string> settings, Card file) => settings.Count == 0
        ? file
        : Interpret(file.SourcePath, $"title: {ValueKinds.Text.Write(file.Title)}\n{file.ToCanonicalText()}", CardKeys.Canonical, settings) with { Format = file.Format, Notes = file.Notes };

    private static List<string> Notes(SectionReader card, DarkSectorParameters model)
    {
        List<string> notes = [];
        string mixing = model.Scenario == Scenario.Single ? "Umu4" : "Umu5";
        if (card.Map.Find(mixing) is null)
        {
            notes.Add($"{mixing} is not given: the letter's example |U|^2 = 2e-10 is used where one value is needed");
        }

        if (model is { Scenario: Scenario.Dual, UD4: null, Umu4: not 0.0 })
        {
            notes.Add("Umu4 has no effect in the letter's dual scenario (|V_mu5| = |U_mu5|); give UD4 and UD5 for the general vertices");
        }

        return notes;
    }
}

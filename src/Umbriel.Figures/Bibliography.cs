using System.Text.RegularExpressions;
using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>References of everything Umbriel uses, as BibTeX; the keys follow INSPIRE's pattern.</summary>
public static partial class Bibliography
{
    private static readonly Lazy<SortedDictionary<string, BibliographyEntry>> s_entries = new(() => Parse(EmbeddedText.Read("refs.bib")));

    /// <summary>All keys, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Keys => s_entries.Value.Keys;

    /// <summary>The entry of one key.</summary>
    /// <exception cref="UserErrorException">There is no such key.</exception>
    public static BibliographyEntry Get(string key) =>
        s_entries.Value.TryGetValue(key, out BibliographyEntry? entry)
            ? entry
            : throw new UserErrorException("citation", null, $"'{key}'", "one of " + string.Join(", ", Keys));

    /// <summary>A .bib file of the given keys, each once, in the order given.</summary>
    /// <exception cref="UserErrorException">A key is unknown.</exception>
    public static string BibTeX(IEnumerable<string> keys) =>
        string.Join('\n', keys.Distinct(StringComparer.Ordinal).Select(key => Get(key).BibTeX + "\n"));

    internal static SortedDictionary<string, BibliographyEntry> Parse(string text)
    {
        SortedDictionary<string, BibliographyEntry> entries = new(StringComparer.Ordinal);
        foreach (Match match in EntryPattern().Matches(text))
        {
            Dictionary<string, string> fields = new(StringComparer.Ordinal);
            foreach (Match field in FieldPattern().Matches(match.Value))
            {
                fields.Add(field.Groups["name"].Value, field.Groups["value"].Value);
            }

            string key = match.Groups["key"].Value;
            entries.Add(key, new BibliographyEntry(key, match.Value.TrimEnd(), fields));
        }

        return entries;
    }

    // One entry runs from an @ at the start of a line to a } at the start of a line; refs.bib is written so.
    [GeneratedRegex(@"^@\w+\{(?<key>[^,\s]+),\n(?:.*\n)*?\}", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex EntryPattern();

    [GeneratedRegex(@"^  (?<name>\w+) = \{(?<value>.*)\},?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FieldPattern();
}

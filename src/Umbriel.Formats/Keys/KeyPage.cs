using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Umbriel.Core;

namespace Umbriel.Formats.Keys;

/// <summary>The documentation of keys as Markdown, between the marks that a page has for it.</summary>
public static partial class KeyPage
{
    private const string End = "<!-- end of keys -->";

    /// <summary>A table with one row a key; neighbours that say the same share a row.</summary>
    public static string Table(IEnumerable<KeyRow> rows)
    {
        StringBuilder text = new("| key | default | values | meaning |\n|---|---|---|---|\n");
        List<KeyRow> alike = [];
        foreach (KeyRow row in rows)
        {
            if (alike.Count > 0 && (row.Default, row.Values, row.Meaning) != (alike[0].Default, alike[0].Values, alike[0].Meaning))
            {
                Append(text, alike);
                alike.Clear();
            }

            alike.Add(row);
        }

        if (alike.Count > 0)
        {
            Append(text, alike);
        }

        return text.ToString();
    }

    /// <summary>The page with what stands between <c>&lt;!-- keys: NAME --&gt;</c> and <c>&lt;!-- end of keys --&gt;</c> replaced by the table.</summary>
    /// <exception cref="ArgumentException">The page has no such marks.</exception>
    public static string Insert(string page, string name, IEnumerable<KeyRow> rows)
    {
        string begin = $"<!-- keys: {name} -->\n";
        int start = page.IndexOf(begin, StringComparison.Ordinal);
        int end = start < 0 ? -1 : page.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0
            ? throw new ArgumentException($"no marks for the keys of a {name}", nameof(page))
            : $"{page[..(start + begin.Length)]}\n{Table(rows)}\n{page[end..]}";
    }

    /// <summary>A canonical value as a page shows it: numbers as they are, all else as code.</summary>
    public static string Value(string canonical)
    {
        string shown = Exponent().Replace(canonical, "e$1$2");
        return double.TryParse(canonical, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? shown : $"`{shown}`";
    }

    private static void Append(StringBuilder text, List<KeyRow> alike) => text.Append(
        CultureInfo.InvariantCulture,
        $"| {string.Join(", ", alike.Select(row => $"`{row.Name}`"))} | {Cell(alike[0].Default)} | {Cell(Units(alike[0].Values))} | {Cell(alike[0].Meaning)} |\n");

    // Messages are plain ASCII; pages are not.
    private static string Units(string words) => Microseconds().Replace(words, "µs").Replace("cm2", "cm²", StringComparison.Ordinal).Replace("cm3", "cm³", StringComparison.Ordinal);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=\d)E\+?(-?)0*(\d+)")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"\bus\b")]
    private static partial Regex Microseconds();
}

using System.Text;

namespace Umbriel.Figures;

/// <summary>One reference.</summary>
/// <param name="Key">Citation key.</param>
/// <param name="BibTeX">The whole entry.</param>
/// <param name="Fields">Fields by lower-case name, values as in the entry (without the outer braces).</param>
public sealed record BibliographyEntry(string Key, string BibTeX, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The reference as one line of plain text: authors, title, where it appeared, arXiv number or DOI.</summary>
    public string PlainText
    {
        get
        {
            StringBuilder line = new(Authors);
            line.Append(", ").Append(Plain(Field("title")));
            foreach (string where in new[] { Journal, Plain(Field("publisher")), Plain(Field("howpublished")) })
            {
                if (where.Length > 0)
                {
                    line.Append(", ").Append(where);
                }
            }

            line.Append(" (").Append(Field("year")).Append(')');
            if (Field("eprint").Length > 0)
            {
                line.Append(", arXiv:").Append(Field("eprint"));
            }

            if (Field("doi").Length > 0)
            {
                line.Append(", doi:").Append(Field("doi"));
            }

            return line.ToString();
        }
    }

    private string Journal
    {
        get
        {
            string journal = Plain(Field("journal"));
            journal = journal.Length > 0 ? journal : Plain(Field("booktitle"));
            string place = Field("volume").Length > 0 ? $"{journal} {Field("volume")}" : journal;
            return Field("pages").Length > 0 ? $"{place}, {Plain(Field("pages"))}" : place;
        }
    }

    private string Field(string name) => Fields.TryGetValue(name, out string? value) ? value : "";

    // Titles hold braces that protect capitals, and at most $x^+$ of mathematics.
    private static string Plain(string value)
    {
        StringBuilder text = new(value);
        foreach ((string from, string to) in new[] { ("{", ""), ("}", ""), ("$", ""), ("\\mu ", "μ"), ("\\_", "_"), ("^+", "⁺"), ("^-", "⁻"), ("--", "–") })
        {
            text.Replace(from, to);
        }

        return text.ToString();
    }

    private string Authors
    {
        get
        {
            string[] names = Plain(Field("author")).Split(" and ");
            return names[^1] == "others" ? string.Join(", ", names[..^1]) + " et al." : string.Join(", ", names);
        }
    }
}

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
            line.Append(", ").Append(TexText.ToPlain(Field("title")));
            foreach (string where in new[] { Journal, TexText.ToPlain(Field("publisher")), TexText.ToPlain(Field("howpublished")) })
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
            string journal = TexText.ToPlain(Field("journal"));
            journal = journal.Length > 0 ? journal : TexText.ToPlain(Field("booktitle"));
            string place = Field("volume").Length > 0 ? $"{journal} {Field("volume")}" : journal;
            return Field("pages").Length > 0 ? $"{place}, {TexText.ToPlain(Field("pages"))}" : place;
        }
    }

    private string Field(string name) => Fields.TryGetValue(name, out string? value) ? value : "";

    private string Authors
    {
        get
        {
            string[] names = TexText.ToPlain(Field("author")).Split(" and ");
            return names[^1] == "others" ? string.Join(", ", names[..^1]) + " et al." : string.Join(", ", names);
        }
    }
}

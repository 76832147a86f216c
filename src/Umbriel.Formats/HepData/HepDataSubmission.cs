using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.HepData;

/// <summary>Words that a table is found by.</summary>
/// <param name="Name"><c>reactions</c>, <c>observables</c>, <c>cmenergies</c> or <c>phrases</c>.</param>
/// <param name="Values">The words: at most 128 characters each, without LaTeX.</param>
public sealed record HepDataKeyword(string Name, IReadOnlyList<string> Values);

/// <summary>A table to be submitted.</summary>
/// <param name="FileName">Name of its data file, ending in <c>.yaml</c>.</param>
/// <param name="Name">Title of the table, its own and of at most 64 characters.</param>
/// <param name="Location">Where in the paper it belongs, as "Figure 4(a)"; at most 256 characters.</param>
/// <param name="Description">One sentence or two.</param>
/// <param name="Table">The table.</param>
/// <param name="Keywords">Words that it is found by.</param>
/// <param name="Picture">Stem of the picture that shows it: <c>NAME.png</c> and <c>thumb_NAME.png</c> beside the data file; null for none.</param>
public sealed record HepDataEntry(string FileName, string Name, string Location, string Description, HepDataTable Table, IReadOnlyList<HepDataKeyword> Keywords, string? Picture)
{
    /// <summary>A table without keywords and picture.</summary>
    public HepDataEntry(string fileName, string name, string location, string description, HepDataTable table)
        : this(fileName, name, location, description, table, [], null)
    {
    }
}

/// <summary>Writes HEPData-layout YAML: one data file a table and <c>submission.yaml</c>.</summary>
public static class HepDataSubmission
{
    /// <summary>Writes the whole submission into an existing directory.</summary>
    /// <param name="directory">Where to write.</param>
    /// <param name="comment">What the submission holds.</param>
    /// <param name="entries">Its tables.</param>
    /// <returns>Paths written, <c>submission.yaml</c> last.</returns>
    /// <exception cref="UserErrorException">The file system refuses.</exception>
    public static IReadOnlyList<string> Write(string directory, string comment, IReadOnlyList<HepDataEntry> entries)
    {
        List<string> written = [];
        StringBuilder submission = new();
        submission.Append("comment: ").Append(Quote(comment)).Append('\n');
        foreach (HepDataEntry entry in entries)
        {
            string path = Path.Combine(directory, entry.FileName);
            AtomicFile.WriteText(path, Format(entry.Table));
            written.Add(path);
            submission.Append("---\n");
            submission.Append("name: ").Append(Quote(entry.Name)).Append('\n');
            submission.Append("location: ").Append(Quote(entry.Location)).Append('\n');
            submission.Append("description: ").Append(Quote(entry.Description)).Append('\n');
            submission.Append("keywords:").Append(entry.Keywords.Count == 0 ? " []\n" : "\n");
            foreach (HepDataKeyword keyword in entry.Keywords)
            {
                submission.Append($"- {{name: {keyword.Name}, values: [{string.Join(", ", keyword.Values.Select(Quote))}]}}\n");
            }

            submission.Append("data_file: ").Append(Quote(entry.FileName)).Append('\n');
            if (entry.Picture is { } picture)
            {
                submission.Append("additional_resources:\n");
                submission.Append($"- {{description: Image file, location: {Quote(picture + ".png")}}}\n");
                submission.Append($"- {{description: Thumbnail image file, location: {Quote($"thumb_{picture}.png")}}}\n");
            }
        }

        string index = Path.Combine(directory, "submission.yaml");
        AtomicFile.WriteText(index, submission.ToString());
        written.Add(index);
        return written;
    }

    /// <summary>The YAML text of one table; NaN is written as <c>-</c>, HEPData's sign for a missing value.</summary>
    public static string Format(HepDataTable table)
    {
        StringBuilder text = new();
        text.Append("independent_variables:\n");
        foreach (HepDataIndependent variable in table.Independent)
        {
            Header(text, variable.Name, variable.Units);
            text.Append("  values:\n");
            foreach (HepDataBin bin in variable.Bins)
            {
                text.Append(bin.IsPoint ? $"  - {{value: {Show.Number(bin.Low)}}}\n" : $"  - {{low: {Show.Number(bin.Low)}, high: {Show.Number(bin.High)}}}\n");
            }
        }

        text.Append("dependent_variables:\n");
        foreach (HepDataDependent variable in table.Dependent)
        {
            Header(text, variable.Name, variable.Units);
            if (variable.Qualifiers.Count > 0)
            {
                text.Append("  qualifiers:\n");
                foreach (HepDataQualifier qualifier in variable.Qualifiers)
                {
                    string units = qualifier.Units.Length == 0 ? "" : $", units: {Quote(qualifier.Units)}";
                    text.Append($"  - {{name: {Quote(qualifier.Name)}, value: {Quote(qualifier.Value)}{units}}}\n");
                }
            }

            text.Append("  values:\n");
            foreach (HepDataValue value in variable.Values)
            {
                text.Append("  - {value: ").Append(Value(value.Value)).Append(Errors(value.Errors)).Append("}\n");
            }
        }

        return text.ToString();
    }

    private static void Header(StringBuilder text, string name, string units) =>
        text.Append($"- header: {{name: {Quote(name)}, units: {Quote(units)}}}\n");

    private static string Value(double value) => double.IsNaN(value) ? "'-'" : Show.Number(value);

    private static string Errors(IReadOnlyList<HepDataError> errors)
    {
        if (errors.Count == 0)
        {
            return "";
        }

        IEnumerable<string> parts = errors.Select(e =>
        {
            string label = e.Label.Length == 0 ? "" : $", label: {Quote(e.Label)}";
            return e.Minus == e.Plus
                ? $"{{symerror: {Show.Number(e.Plus)}{label}}}"
                : $"{{asymerror: {{minus: {Show.Number(-e.Minus)}, plus: {Show.Number(e.Plus)}}}{label}}}";
        });
        return ", errors: [" + string.Join(", ", parts) + "]";
    }

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                _ when char.IsControl(c) => quoted.Append(' '),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}

using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.HepData;

/// <summary>A table to be submitted.</summary>
/// <param name="FileName">Name of its data file, ending in <c>.yaml</c>.</param>
/// <param name="Name">Title of the table.</param>
/// <param name="Location">Where in the paper it belongs, as "Figure 4(a)".</param>
/// <param name="Description">One sentence or two.</param>
/// <param name="Table">The table.</param>
public sealed record HepDataEntry(string FileName, string Name, string Location, string Description, HepDataTable Table);

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
            submission.Append("keywords: []\n");
            submission.Append("data_file: ").Append(Quote(entry.FileName)).Append('\n');
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
                foreach ((string name, string value) in variable.Qualifiers)
                {
                    text.Append($"  - {{name: {Quote(name)}, value: {Quote(value)}}}\n");
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

using System.Text;
using System.Text.Json;
using Umbriel.Formats.Json;

namespace Umbriel.Formats.Text;

/// <summary>A plain table: columns padded to their widest entry, two spaces between, numbers to the right.</summary>
public sealed class TextTable(params string[] header)
{
    private readonly List<string[]> rows = [header];

    /// <summary>Adds a row of as many entries as there are titles.</summary>
    public void Add(params string[] row)
    {
        if (row.Length != header.Length)
        {
            throw new ArgumentException($"A row of {row.Length} in a table of {header.Length} columns.", nameof(row));
        }

        rows.Add(row);
    }

    /// <summary>Writes it as text.</summary>
    public void Write(TextWriter output)
    {
        bool[] isNumeric = [.. header.Select((_, column) => rows.Count > 1 && rows.Skip(1).All(row => IsNumber(row[column])))];
        int[] widths = [.. header.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            StringBuilder line = new();
            for (int column = 0; column < row.Length; column++)
            {
                line.Append(isNumeric[column] ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column])).Append("  ");
            }

            output.WriteLine(line.ToString().TrimEnd());
        }
    }

    /// <summary>Writes each row as an object with the titles as names; what is a number becomes one.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        foreach (string[] row in rows.Skip(1))
        {
            writer.WriteStartObject();
            for (int column = 0; column < header.Length; column++)
            {
                if (double.TryParse(row[column], out double number))
                {
                    writer.WriteFinite(header[column], number);
                }
                else
                {
                    writer.WriteString(header[column], row[column]);
                }
            }

            writer.WriteEndObject();
        }
    }

    private static bool IsNumber(string text) => text is "-" or "inf" || double.TryParse(text, out _);
}

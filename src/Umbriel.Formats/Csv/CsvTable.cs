using System.Globalization;
using System.IO.Compression;
using Umbriel.Core;

namespace Umbriel.Formats.Csv;

/// <summary>A table of plain numbers with named columns, no quoting; lines that start with '#' are comments.</summary>
public sealed class CsvTable
{
    private readonly string path;
    private readonly List<double[]> rows = [];
    private readonly List<int> lines = [];

    private CsvTable(string path, string[] header)
    {
        this.path = path;
        Header = header;
    }

    /// <summary>Column names.</summary>
    public string[] Header { get; }

    /// <summary>Numbers, row by row.</summary>
    public IReadOnlyList<double[]> Rows => rows;

    /// <summary>Where a row stands, "file:line", for error messages.</summary>
    /// <param name="row">Position in <see cref="Rows"/>, from zero.</param>
    public string LocationOf(int row) => $"{path}:{lines[row]}";

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file; a name that ends with .gz is a gzip file.</param>
    /// <exception cref="UserErrorException">Unreadable, ragged, or with a cell that is not a finite number.</exception>
    public static CsvTable Read(string path)
    {
        string[] lines;
        try
        {
            lines = ReadLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UserErrorException($"{path}: cannot be read ({e.Message})", e);
        }

        CsvTable? table = null;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
            {
                continue;
            }

            string[] cells = lines[i].Split(',', StringSplitOptions.TrimEntries);
            if (table is null)
            {
                table = new CsvTable(path, cells);
            }
            else
            {
                table.AddRow(cells, i + 1);
            }
        }

        return table ?? throw new UserErrorException(path, null, "an empty file", "a header line and rows of numbers");
    }

    /// <summary>One column by name.</summary>
    /// <exception cref="UserErrorException">There is no such column.</exception>
    public double[] Column(string name)
    {
        int index = Array.IndexOf(Header, name);
        return index >= 0
            ? [.. rows.Select(row => row[index])]
            : throw new UserErrorException(path, "header", $"columns {string.Join(", ", Header)}", $"a column '{name}'");
    }

    private static string[] ReadLines(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            return File.ReadAllLines(path);
        }

        using FileStream packed = File.OpenRead(path);
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        return reader.ReadToEnd().Split('\n');
    }

    private void AddRow(string[] cells, int line)
    {
        if (cells.Length != Header.Length)
        {
            throw new UserErrorException($"{path}:{line}", null, $"{cells.Length} cells", $"{Header.Length}, as in the header");
        }

        double[] row = new double[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out row[i]) || !double.IsFinite(row[i]))
            {
                throw new UserErrorException($"{path}:{line}", Header[i], $"'{cells[i]}'", "a finite number");
            }
        }

        rows.Add(row);
        lines.Add(line);
    }
}

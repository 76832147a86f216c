using System.Globalization;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>A table of validation/reference/hadrons: columns by the names of its header, # comments.</summary>
internal sealed class HadronTable
{
    private readonly string[] header;
    private readonly string[] cells;

    private HadronTable(string[] header, string[] cells) => (this.header, this.cells) = (header, cells);

    /// <summary>Rows whose columns have the values given.</summary>
    public static IReadOnlyList<HadronTable> Read(string name, params (string Column, string Value)[] where)
    {
        string[][] lines =
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "validation", "reference", "hadrons", name))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(',')),
        ];
        return [.. lines.Skip(1).Select(cells => new HadronTable(lines[0], cells)).Where(row => where.All(w => row[w.Column] == w.Value))];
    }

    public string this[string column] => cells[Array.IndexOf(header, column)];

    public double Number(string column) => double.Parse(this[column], CultureInfo.InvariantCulture);

    /// <summary>Kinetic energy, GeV.</summary>
    public double Energy => 1e-3 * Number("T_MeV");
}

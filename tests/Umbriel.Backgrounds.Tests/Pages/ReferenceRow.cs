using System.Globalization;

namespace Umbriel.Backgrounds.Tests.Pages;

/// <summary>A row of a table of a folder of validation/reference, by column.</summary>
internal sealed class ReferenceRow
{
    private readonly Dictionary<string, string> cells;
    private readonly Dictionary<string, double> numbers = [];

    private ReferenceRow(string[] header, string[] row) => cells = header.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second);

    public string this[string column] => cells[column];

    public static ReferenceRow[] Read(string name, string folder = "neutrinos")
    {
        string[][] lines = [.. File.ReadAllLines(Repository.PathOf($"validation/reference/{folder}/{name}.csv")).Where(line => !line.StartsWith('#')).Select(line => line.Split(','))];
        return [.. lines.Skip(1).Select(line => new ReferenceRow(lines[0], line))];
    }

    public bool Has(string column) => cells.ContainsKey(column);

    public double Number(string column)
    {
        if (!numbers.TryGetValue(column, out double value))
        {
            numbers[column] = value = double.Parse(cells[column], CultureInfo.InvariantCulture);
        }

        return value;
    }

    /// <summary>Length of a bin along an axis.</summary>
    public double Extent(string axis) => Number(axis + "high") - Number(axis + "low");

    public int Neutrino => cells["neutrino"] switch
    {
        "nu_mu" => 14,
        "nu_mu_bar" => -14,
        "nu_e" => 12,
        _ => -12,
    };
}

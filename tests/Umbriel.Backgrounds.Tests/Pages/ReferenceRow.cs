using System.Globalization;

namespace Umbriel.Backgrounds.Tests.Pages;

/// <summary>A row of a table of validation/reference/neutrinos, by column.</summary>
internal sealed class ReferenceRow
{
    private readonly Dictionary<string, string> cells;

    private ReferenceRow(string[] header, string[] row) => cells = header.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second);

    public string this[string column] => cells[column];

    public static ReferenceRow[] Read(string name)
    {
        string[][] lines = [.. File.ReadAllLines(Repository.PathOf($"validation/reference/neutrinos/{name}.csv")).Where(line => !line.StartsWith('#')).Select(line => line.Split(','))];
        return [.. lines.Skip(1).Select(line => new ReferenceRow(lines[0], line))];
    }

    public double Number(string column) => double.Parse(cells[column], CultureInfo.InvariantCulture);

    public int Neutrino => cells["neutrino"] switch
    {
        "nu_mu" => 14,
        "nu_mu_bar" => -14,
        "nu_e" => 12,
        _ => -12,
    };
}

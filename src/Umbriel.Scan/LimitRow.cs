using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Scan;

/// <summary>One line of <c>limits.csv</c>.</summary>
/// <param name="Scenario"><c>single</c> or <c>dual</c>.</param>
/// <param name="MZPrime">Z' mass, GeV.</param>
/// <param name="Mass">Mass of the upscattered dark neutrino, GeV.</param>
/// <param name="ObservedU2">Smallest |U|² excluded by the data; null if none is.</param>
/// <param name="ExpectedU2">The same for data equal to the background.</param>
public sealed record LimitRow(string Scenario, double MZPrime, double Mass, double? ObservedU2, double? ExpectedU2)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "limits.csv";

    /// <summary>The columns that scripts rely on.</summary>
    public const string Header = "scenario,mzprime_GeV,mass_GeV,observed_U2,expected_U2";

    /// <summary>One row per scenario, Z' mass and mass.</summary>
    public static LimitRow[] Of(SearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Planes.SelectMany(p => p.Limits.Limits.Select(l => new LimitRow(Scenarios.Name(p.Scenario), p.MZPrime, l.Mass, l.ObservedU2, l.ExpectedU2)))];
    }

    /// <summary>The file's text; a limit that does not exist is an empty field.</summary>
    public static string ToCsv(IEnumerable<LimitRow> rows)
    {
        StringBuilder text = new(Header + "\n");
        foreach (LimitRow row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Scenario},{row.MZPrime:R},{row.Mass:R},{row.ObservedU2:R},{row.ExpectedU2:R}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads the file back.</summary>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="UserErrorException">It is not such a file.</exception>
    public static LimitRow[] FromCsv(string path, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0 || lines[0] != Header)
        {
            throw new UserErrorException($"{path}:1", null, lines.Count == 0 ? "nothing" : $"'{lines[0]}'", $"'{Header}'");
        }

        return [.. lines.Skip(1).Select((line, i) => FromCsv($"{path}:{i + 2}", line))];
    }

    private static LimitRow FromCsv(string place, string line)
    {
        string[] fields = line.Split(',');
        return fields.Length == 5 && Number(fields[1]) is { } mediator && Number(fields[2]) is { } mass && IsLimit(fields[3]) && IsLimit(fields[4])
            ? new LimitRow(fields[0], mediator, mass, Number(fields[3]), Number(fields[4]))
            : throw new UserErrorException(place, null, $"'{line}'", Header);
    }

    private static bool IsLimit(string field) => field.Length == 0 || Number(field) is not null;

    private static double? Number(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}

using System.Globalization;
using System.Text;

namespace Umbriel.Cli.Search;

/// <summary>One line of <c>limits.csv</c>.</summary>
/// <param name="Scenario"><c>single</c> or <c>dual</c>.</param>
/// <param name="MZPrime">Z' mass, GeV.</param>
/// <param name="Mass">Mass of the upscattered dark neutrino, GeV.</param>
/// <param name="ObservedU2">Smallest |U|² excluded by the data; null if none is.</param>
/// <param name="ExpectedU2">The same for data equal to the background.</param>
internal sealed record LimitRow(string Scenario, double MZPrime, double Mass, double? ObservedU2, double? ExpectedU2)
{
    /// <summary>The columns that scripts rely on.</summary>
    public const string Header = "scenario,mzprime_GeV,mass_GeV,observed_U2,expected_U2";

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
}

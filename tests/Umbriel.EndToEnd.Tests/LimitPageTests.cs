using System.Globalization;
using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

/// <summary>The limits on validation/limits.md are those of the program.</summary>
[Trait("Category", "Validation")]
public sealed class LimitPageTests
{
    public static TheoryData<string, double, double> Rows
    {
        get
        {
            TheoryData<string, double, double> rows = [];
            foreach (string line in File.ReadLines(Repository.PathOf(Path.Combine("validation", "limits.md"))).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
            {
                string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
                rows.Add(cells[1], double.Parse(cells[3], CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture));
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Page_has_the_programs_limits(string covariance, double observed, double expected)
    {
        string card = Path.Combine(Path.GetTempPath(), $"umbriel-limit-{covariance}.yaml");
        File.WriteAllText(card, File.ReadAllText(Repository.PathOf(Path.Combine("cards", "key-point.yaml"))) + $"\nfit:\n  covariance: {covariance}\n");
        Outcome outcome = Shell.Umbriel("limit", card, "--json");
        File.Delete(card);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("covariance").GetString().ShouldBe(covariance);
        document.RootElement.GetProperty("observed_U2").GetDouble().ShouldBe(observed, 0.01 * observed);
        document.RootElement.GetProperty("expected_U2").GetDouble().ShouldBe(expected, 0.01 * expected);
    }
}

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
                string changes = $"{cells[1]}\nresponse: {{mixture: {cells[2]}}}\nfit: {{covariance: {cells[3]}, backgroundScaling: {cells[4]}, correlation: {cells[5]}}}\n";
                rows.Add(changes, double.Parse(cells[7], CultureInfo.InvariantCulture), double.Parse(cells[8], CultureInfo.InvariantCulture));
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Page_has_the_programs_limits(string changes, double observed, double expected)
    {
        using TemporaryFolder folder = new();
        string card = folder.Write("card.yaml", File.ReadAllText(Repository.PathOf(Path.Combine("cards", "key-point.yaml"))).Replace("gD: 2.0\n", "", StringComparison.Ordinal) + "\n" + changes);
        Outcome outcome = Shell.Umbriel("limit", card, "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("observed_U2").GetDouble().ShouldBe(observed, 0.01 * observed);
        document.RootElement.GetProperty("expected_U2").GetDouble().ShouldBe(expected, 0.01 * expected);
    }
}

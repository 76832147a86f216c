using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Umbriel.EndToEnd.Tests;

/// <summary>The programs of examples/ against the verbs that do the same.</summary>
public sealed partial class ExampleTests
{
    [Fact]
    public void Limit_agrees_with_the_verb()
    {
        Outcome example = Shell.Bash("examples/Limit/bin/Release/net10.0/Limit cards/key-point.yaml");
        example.ExitCode.ShouldBe(0, example.Error);
        Match numbers = Numbers().Match(example.Output);
        Outcome verb = Shell.Umbriel("limit", "cards/key-point.yaml", "--json");
        using JsonDocument limit = JsonDocument.Parse(verb.Output);
        double.Parse(numbers.Groups["observed"].Value, CultureInfo.InvariantCulture).ShouldBe(limit.RootElement.GetProperty("observed_U2").GetDouble());
        double.Parse(numbers.Groups["expected"].Value, CultureInfo.InvariantCulture).ShouldBe(limit.RootElement.GetProperty("expected_U2").GetDouble());
    }

    [Fact]
    public void Limit_is_a_program_of_twenty_lines() =>
        File.ReadAllLines(Repository.PathOf("examples/Limit/Program.cs")).Length.ShouldBeLessThanOrEqualTo(20);

    [GeneratedRegex(@"observed (?<observed>\S+), expected (?<expected>\S+)")]
    private static partial Regex Numbers();
}

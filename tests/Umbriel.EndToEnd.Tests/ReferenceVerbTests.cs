using System.Text.RegularExpressions;

namespace Umbriel.EndToEnd.Tests;

public sealed class ReferenceVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ListsEveryCard()
    {
        string list = Shell.Umbriel("list", "cards").Output;
        foreach (string path in Directory.GetFiles(Repository.PathOf("cards"), "*.yaml"))
        {
            list.ShouldContain($"cards/{Path.GetFileName(path)}");
        }
    }

    [Fact]
    public void ListsAllKinds()
    {
        string list = Shell.Umbriel("list").Output;
        foreach (string title in new[] { "cards:", "targets:", "covariances:", "systematics:", "references:", "keys:" })
        {
            list.ShouldContain(title);
        }

        list.ShouldMatch(@"Ar40 +18 +40 ");
        Shell.Umbriel("list", "everything").Error.ShouldContain("expected one of cards, targets, covariances, systematics, references, keys");
    }

    [Fact]
    public void ListsKeysOfBothCards()
    {
        string list = Shell.Umbriel("list", "keys").Output;
        list.ShouldMatch(@"fit\.correlation +0 +correlation of the drawn errors of any two bins[^(]*\(a correlation between -1 and 1\)");
        list.ShouldMatch(@"planes\[\]\.pitch +0\.3 +distance of neighbouring wires");
    }

    [Fact]
    public void CitesWhatACardUses()
    {
        string helm = folder.Write("helm.yaml", "m4: 0.1\nmzprime: 0.03\nformFactor: helm\nfit:\n  statistic: pearson\n");
        string[] letter = Keys(Shell.Umbriel("cite", Repository.PathOf("cards/letter.yaml")));
        letter.ShouldContain("MicroBooNE:2025darksector");
        letter.ShouldContain("DeVries:1987atn");
        letter.ShouldContain("Ji:2019yca");
        string[] other = Keys(Shell.Umbriel("cite", helm));
        other.ShouldContain("Helm:1956zz");
        other.ShouldNotContain("DeVries:1987atn");
        other.ShouldNotContain("Ji:2019yca");
        Keys(Shell.Umbriel("cite")).Length.ShouldBeGreaterThan(letter.Length);
    }

    private static string[] Keys(Outcome outcome)
    {
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return [.. Regex.Matches(outcome.Output, @"^@\w+\{(?<key>[^,]+),$", RegexOptions.Multiline | RegexOptions.ExplicitCapture).Select(match => match.Groups["key"].Value)];
    }
}

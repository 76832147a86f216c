using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void PrintsItsVersionOnStdout()
    {
        Outcome outcome = Shell.Umbriel("--version");
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldMatch(@"\Aumbriel \d+\.\d+\.\d+\n\z");
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public void TheChangeLogDescribesThisVersion()
    {
        string version = Shell.Umbriel("--version").Output.Trim().Split(' ')[1];
        File.ReadAllText(Repository.PathOf("CHANGELOG.md")).ShouldContain($"## {version}");
        File.ReadAllText(Repository.PathOf("CITATION.cff")).ShouldContain($"version: {version}\n");
    }

    [Fact]
    public void VersionAsJsonNamesTheCodeToTheBit()
    {
        using JsonDocument document = JsonDocument.Parse(Shell.Umbriel("version", "--json").Output);
        document.RootElement.GetProperty("identity").GetString()!.ShouldMatch("^[0-9a-f]{64}$");
        document.RootElement.GetProperty("runtime").GetString()!.ShouldStartWith(".NET 10.");
    }

    [Theory]
    [InlineData("serch")]
    [InlineData("--jsonn")]
    [InlineData("version", "--jsn")]
    [InlineData("version", "extra")]
    [InlineData("version", "--json", "maybe")]
    [InlineData("")]
    public void AWrongCommandLineIsOneLineAndTwo(params string[] arguments)
    {
        Outcome outcome = Shell.Umbriel(arguments);
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
    }

    [Fact]
    public void SuggestsTheNearestWord()
    {
        Shell.Umbriel("verison").Error.ShouldContain("did you mean 'version'?");
        Shell.Umbriel("version", "--jsn").Error.ShouldContain("did you mean '--json'?");
    }

    [Fact]
    public void EveryVerbHasHelpWithExamplesOfItself()
    {
        string[] verbs = Verbs();
        verbs.ShouldContain("version");
        foreach (string verb in verbs)
        {
            Outcome help = Shell.Umbriel(verb, "--help");
            help.ExitCode.ShouldBe(0);
            help.Output.ShouldMatch($@"Examples?:\n(?:  umbriel [^\n]*\n)*  umbriel {verb}\b");
        }
    }

    private static string[] Verbs() =>
        [.. Shell.Umbriel("--help").Output.Split("Commands:\n")[1].Split("\n\n")[0]
            .Split('\n').Select(line => line.Trim().Split(' ')[0])];
}

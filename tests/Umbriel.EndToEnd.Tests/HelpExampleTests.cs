using System.Text.RegularExpressions;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Runs the examples that --help shows, in a folder with the cards and an earlier result, the big ones made small.</summary>
public sealed class HelpExampleTests(SmallSearch search) : IDisposable
{
    private static readonly string[] Slow = ["search", "limit", "rate", "verify"];

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void TheSlowVerbsAreVerbs() => Slow.ShouldBeSubsetOf(Verbs());

    [Fact]
    public void EveryQuickExampleRuns() => RunExamples(["", .. Verbs().Except(Slow, StringComparer.Ordinal)]);

    [Fact]
    [Trait("Category", "Validation")]
    public void EverySlowExampleRuns() => RunExamples(Slow);

    private static string[] Verbs() =>
        [.. Shell.Umbriel("--help").Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Select(line => line.Trim().Split(' ')[0])];

    private void RunExamples(IEnumerable<string> verbs)
    {
        Results.Copy(Repository.PathOf("cards"), sandbox["cards"]);
        foreach (string verb in verbs)
        {
            string help = Shell.Umbriel([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output;
            string[] examples = [.. Regex.Match(help, @"^Examples?:\n(?:  (?<command>umbriel [^\n]*)\n)+\z", RegexOptions.Multiline).Groups["command"].Captures.Select(capture => capture.Value)];
            examples.ShouldNotBeEmpty(verb);
            foreach (string example in examples)
            {
                RunExample(example);
            }
        }
    }

    private void RunExample(string example)
    {
        if (!Directory.Exists(sandbox["out/letter"]))
        {
            search.CopyTo(sandbox["out/letter"]);
        }

        string command = Regex.Replace(example.Replace("VERB", "search", StringComparison.Ordinal), "-n [0-9e]+", "-n 500");
        if (command.StartsWith("umbriel search ", StringComparison.Ordinal))
        {
            File.WriteAllText(sandbox["cards/letter.yaml"], Sandbox.SmallCard);
        }

        Outcome outcome = sandbox.Bash(command);
        outcome.ExitCode.ShouldBe(0, $"{example}\n{outcome.Error}");
    }
}

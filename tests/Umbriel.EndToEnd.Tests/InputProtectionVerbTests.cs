namespace Umbriel.EndToEnd.Tests;

/// <summary>An input is never an output: in every verb that writes, by any path and link, and before anything is read.</summary>
public sealed class InputProtectionVerbTests : IDisposable
{
    private const string Content = "what a user would not like to lose\n";

    private static readonly string[] WithoutOutput = ["limit", "rate", "figure", "background", "xsec", "width", "list", "cite", "verify", "cache", "version"];

    private readonly Sandbox sandbox = new();

    /// <summary>Commands in which INPUT is read and OUTPUT written; a name that ends in / is a folder of results that holds the input.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "search INPUT -o OUTPUT", "results/" },
        { "miniboone INPUT -o OUTPUT", "results/" },
        { "generate INPUT -o OUTPUT", "a.h5" },
        { "generate INPUT -o OUTPUT", "a.hepmc3" },
        { "simulate INPUT -o OUTPUT", "a.h5" },
        { "simulate --events-from INPUT --site microboone -o OUTPUT", "a.h5" },
        { "simulate --detector INPUT --particle e- --energy 100 -o OUTPUT", "a.hdf5" },
        { "reconstruct INPUT -o OUTPUT", "a.h5" },
        { "reconstruct --events-from INPUT --site microboone -o OUTPUT", "a.h5" },
        { "reconstruct other.h5 --settings INPUT -o OUTPUT", "a.h5" },
        { "display INPUT --svg OUTPUT", "a.svg" },
        { "display other.h5 -r INPUT --svg OUTPUT", "a.svg" },
        { "train track-score --detector INPUT -o OUTPUT", "a.json" },
        { "train track-score --detector d.yaml --settings INPUT -o OUTPUT", "a.json" },
        { "train track-score --detector DETECTOR --models INPUT.d -o OUTPUT", "stub.json" },
        { "validate reconstruction --detector INPUT -o OUTPUT", "results/" },
        { "validate reconstruction --detector d.yaml --settings INPUT -o OUTPUT", "results/" },
        { "validate reconstruction --detector d.yaml --models INPUT.d -o OUTPUT", "results/" },
    };

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void IsRefused(string command, string name)
    {
        bool isFolder = name.EndsWith('/');
        string folder = isFolder ? name : command.Contains("INPUT.d", StringComparison.Ordinal) ? "models/" : "";
        string input = isFolder ? "results/card.yaml" : folder + name;
        Directory.CreateDirectory(sandbox[folder + "sub"]);
        sandbox.Write(input, Content);
        sandbox.Write(isFolder ? "results/manifest.json" : "manifest.json", "{}");
        string whole = isFolder ? "results" : input;
        string bare = Path.GetFileName(whole);
        sandbox.Bash($"mkdir links; ln -s ../{whole} links/{bare}; {(isFolder ? "" : $"ln {whole} links/hard-{bare}")}").ExitCode.ShouldBe(0);

        string spelled = isFolder ? "results/sub/.." : $"./{folder}sub/../{bare}";
        foreach (string output in new[] { whole, spelled, sandbox[whole], $"links/{bare}" }.Concat(isFolder ? [] : [$"links/hard-{bare}"]))
        {
            string[] before = sandbox.Entries();
            Outcome outcome = sandbox.Umbriel(command.Replace("DETECTOR", Repository.PathOf("cards/detectors/microboone.yaml"), StringComparison.Ordinal).Replace("INPUT.d", Path.GetDirectoryName(input)!, StringComparison.Ordinal).Replace("INPUT", input, StringComparison.Ordinal).Replace("OUTPUT", output, StringComparison.Ordinal).Split(' '));
            outcome.Error.ShouldMatch(@"\Aumbriel: --(output|svg): found [^\n]*, which (is|holds) the input [^\n]+\n\z", output);
            outcome.ExitCode.ShouldBe(2);
            outcome.Output.ShouldBeEmpty();
            File.ReadAllText(sandbox[input]).ShouldBe(Content);
            sandbox.Entries().ShouldBe(before);
        }
    }

    [Fact]
    public void EveryVerbThatWritesIsThere()
    {
        string[] written = [.. Commands.Select(row => row.Data.Item1.Split(' ')[0]).Distinct()];
        string[] verbs = [.. sandbox.Umbriel("--help").Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Select(line => line.Trim().Split(' ')[0])];
        verbs.Order(StringComparer.Ordinal).ShouldBe(written.Concat(WithoutOutput).Order(StringComparer.Ordinal));
        foreach (string verb in WithoutOutput)
        {
            sandbox.Umbriel(verb, "--help").Output.ShouldNotContain("--output");
        }
    }

    [Fact]
    public void WhatACardNamesIsAnInputToo()
    {
        string site = Repository.PathOf("data/sites/sbnd.yaml");
        sandbox.Write("card.yaml", "m4: 0.1\nmzprime: 0.03\nsite: sbnd\n");
        File.CreateSymbolicLink(sandbox["events.h5"], site);
        string before = File.ReadAllText(site);
        foreach (string[] command in (string[][])[["generate", "card.yaml", "-n", "10"], ["generate", "card.yaml", "--set", "site=sbnd"], ["simulate", "card.yaml"], ["reconstruct", "--site", "sbnd", "--cosmics"]])
        {
            Outcome outcome = sandbox.Umbriel([.. command, "-o", "events.h5"]);
            outcome.ExitCode.ShouldBe(2, outcome.Error);
            outcome.Error.ShouldMatch(@"\Aumbriel: --output: found events.h5, which is the input [^\n]*sbnd.yaml; [^\n]*\n\z");
        }

        File.ReadAllText(site).ShouldBe(before);
    }
}

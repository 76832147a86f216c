using System.Text.Json;
using System.Text.RegularExpressions;

namespace Umbriel.EndToEnd.Tests;

/// <summary><c>--set</c>: a value given beside the card counts as if it stood in it, in every verb that takes one.</summary>
public sealed partial class SettingTests(SmallSearch search) : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void EveryVerbThatTakesACardHasIt()
    {
        string[] verbs = [.. sandbox.Umbriel("--help").Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Select(line => line.Trim().Split(' ')[0])];
        string[] with = [.. verbs.Where(verb => Card().IsMatch(sandbox.Umbriel(verb, "--help").Output))];
        with.ShouldBe(["search", "miniboone", "limit", "rate", "generate", "simulate", "reconstruct", "xsec", "width", "cite"], ignoreOrder: true);
        with.ShouldAllBe(verb => sandbox.Umbriel(verb, "--help").Output.Contains("--set <KEY=VALUE>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("width CARD --json")]
    [InlineData("xsec CARD --json")]
    [InlineData("cite CARD --json")]
    [InlineData("rate CARD --json")]
    [InlineData("limit CARD --json")]
    [InlineData("generate CARD -n 100 -o OUTPUT.h5")]
    [InlineData("generate CARD -n 100 -o OUTPUT.hepmc3")]
    [InlineData("simulate CARD -n 1 -o OUTPUT.h5")]
    [InlineData("reconstruct CARD -n 1 -o OUTPUT.h5")]
    public void ItIsAsIfTheCardSaidSo(string command)
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        sandbox.Write("meant.yaml", Sandbox.SmallCard.Replace("m4: 0.106", "m4: 0.13", StringComparison.Ordinal).Replace("alphaD: 0.25 ", "gD: 1.5 ", StringComparison.Ordinal) + "olderLimits: [daum1987]\n");

        Outcome set = sandbox.Umbriel([.. Words("card.yaml", "set"), "--set", "m4=0.13", "--set", "gD=1.5", "--set", "olderLimits=[daum1987]"]);
        Outcome meant = sandbox.Umbriel(Words("meant.yaml", "meant"));
        Outcome plain = sandbox.Umbriel(Words("card.yaml", "plain"));

        (set.ExitCode, meant.ExitCode, plain.ExitCode).ShouldBe((0, 0, 0), set.Error);
        Result(set, "set").ShouldBe(Result(meant, "meant"));
        Result(set, "set").ShouldNotBe(Result(plain, "plain"));

        string[] Words(string card, string output) => command.Replace("CARD", card, StringComparison.Ordinal).Replace("OUTPUT", output, StringComparison.Ordinal).Split(' ');

        byte[] Result(Outcome outcome, string output)
        {
            int dot = command.LastIndexOf('.');
            return dot < 0 ? System.Text.Encoding.UTF8.GetBytes(outcome.Output) : File.ReadAllBytes(sandbox[output + command[dot..]]);
        }
    }

    [Fact]
    public void TheManifestSaysSo()
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        Outcome outcome = sandbox.Bash($"XDG_CACHE_HOME='{search.Cache}' umbriel search card.yaml --set fit.statistic=pearson -o out --quiet --json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(sandbox["out/manifest.json"]));
        manifest.RootElement.GetProperty("arguments").EnumerateArray().Select(word => word.GetString()).ShouldBe(["search", "card.yaml", "--set", "fit.statistic=pearson"]);
        File.ReadAllText(sandbox["out/card.txt"]).ShouldContain("  statistic: pearson\n");
        sandbox.Umbriel("verify", "out", "--hashes-only").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("width card.yaml --set m4=heavy", "--set m4: found \"heavy\"; expected a finite number")]
    [InlineData("search card.yaml -o out --set scan.mass.points=1", "--set scan.mass.points: found \"1\"; expected a whole number from 2 to 10000")]
    [InlineData("rate card.yaml --set", "--set")]
    [InlineData("rate card.yaml --set mzprme=0.1", "--set mzprme: found an unknown key; expected a known name, did you mean \"mzprime\"?")]
    [InlineData("simulate --site microboone --particle e- --energy 9 --set m4=1 -o s.h5", "--set: found no CARD; expected a model card")]
    [InlineData("reconstruct s.h5 --set m4=1 -o r.h5", "--set: found s.h5, which is simulated already; expected a model card")]
    [InlineData("cite . --set m4=1", "--set: found ., a folder of results; expected a model card")]
    public void AMistakeIsOneLine(string command, string message)
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        Outcome outcome = sandbox.Umbriel(command.Split(' '));
        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
        outcome.Error.ShouldContain(message);
        sandbox.Entries().ShouldBe(["card.yaml"]);
    }

    [GeneratedRegex(@"Usage:\n[^\n]*\b(CARD|FILE\|CARD)\b")]
    private static partial Regex Card();
}

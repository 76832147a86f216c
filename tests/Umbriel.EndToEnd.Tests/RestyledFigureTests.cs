using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

/// <summary>A user's changes of figures' scripts: no fault to verify, kept by the next run, replaced when asked.</summary>
public sealed class RestyledFigureTests(SmallSearch search) : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void VerifyAcceptsAChangedScriptAndWhatItDraws()
    {
        search.CopyTo(sandbox["out"]);
        string script = sandbox["out/figures/limits_single.gp"];
        File.WriteAllText(script, File.ReadAllText(script).Replace("set logscale xy", "set logscale xy\nset grid", StringComparison.Ordinal));
        sandbox.Umbriel("figure", "out/figures/limits_single.gp").ExitCode.ShouldBe(0);
        Outcome outcome = sandbox.Umbriel("verify", "out", "--hashes-only", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Output);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("restyled").EnumerateArray().Select(e => e.GetString()).ShouldBe(["figures/limits_single.gp"]);
        sandbox.Umbriel("verify", "out", "--hashes-only").Output.ShouldContain("changed scripts: figures/limits_single.gp;");

        // What no changed script draws, and tables, still have to be what was written.
        File.AppendAllText(sandbox["out/figures/spectrum_energy.svg"], " ");
        File.AppendAllText(sandbox["out/figures/limits_single.csv"], "\n");
        Outcome bad = sandbox.Umbriel("verify", "out", "--hashes-only");
        bad.ExitCode.ShouldBe(1);
        bad.Output.ShouldMatch(@"(?m)^figures/limits_single\.csv: sha256 ");
        bad.Output.ShouldMatch(@"(?m)^figures/spectrum_energy\.svg: sha256 ");
        bad.Output.ShouldContain("\n2 differences\n");

        // With another style every drawing is another.
        File.AppendAllText(sandbox["out/figures/style.gp"], "Ink = '#000080'\n");
        sandbox.Umbriel("verify", "out", "--hashes-only").Output.ShouldContain("\n1 differences\n");
    }

    [Fact]
    public void TheNextSearchKeepsChangedScriptsUnlessAskedToReplaceThem()
    {
        search.CopyTo(sandbox["out"]);
        Results.Copy(search.Cache, sandbox.Cache);
        string style = sandbox["out/figures/style.gp"], script = sandbox["out/figures/limits_single.gp"];
        string ownStyle = File.ReadAllText(style), ownScript = File.ReadAllText(script);
        byte[] drawn = File.ReadAllBytes(sandbox["out/figures/limits_single.svg"]);
        File.AppendAllText(style, "LineScale = 3.0\n");
        File.WriteAllText(sandbox["out/figures/mine.gp"], "plot x\n");

        Outcome kept = sandbox.Umbriel("search", search.Card, "-o", "out", "--quiet");
        kept.ExitCode.ShouldBe(0, kept.Error);
        kept.Error.ShouldMatch(@"\Aumbriel: out/figures: changed scripts are kept \(mine\.gp, style\.gp\); --replace-figures replaces them\n\z");
        File.ReadAllText(style).ShouldBe(ownStyle + "LineScale = 3.0\n");
        File.ReadAllText(sandbox["out/figures/mine.gp"]).ShouldBe("plot x\n");
        File.ReadAllBytes(sandbox["out/figures/limits_single.svg"]).ShouldNotBe(drawn);
        sandbox.Umbriel("verify", "out", "--hashes-only").ExitCode.ShouldBe(0);

        // Kept the second time too, also a script that gnuplot refuses.
        File.WriteAllText(script, "set nonsense\n");
        Outcome again = sandbox.Umbriel("search", search.Card, "-o", "out", "--quiet");
        again.ExitCode.ShouldBe(0, again.Error);
        again.Error.ShouldMatch(@"\Aumbriel: out/figures: changed scripts are kept \(limits_single\.gp, mine\.gp, style\.gp\); drawn with Umbriel's own, since one of them fails[^\n]*nonsense[^\n]*\n\z");
        File.ReadAllText(script).ShouldBe("set nonsense\n");
        File.ReadAllBytes(sandbox["out/figures/limits_single.svg"]).ShouldBe(drawn);

        Outcome replaced = sandbox.Umbriel("search", search.Card, "-o", "out", "--quiet", "--replace-figures");
        replaced.ExitCode.ShouldBe(0, replaced.Error);
        replaced.Error.ShouldBeEmpty();
        File.ReadAllText(style).ShouldBe(ownStyle);
        File.ReadAllText(script).ShouldBe(ownScript);
        File.Exists(sandbox["out/figures/mine.gp"]).ShouldBeFalse();
    }

    [Fact]
    public void UmbrielsOwnScriptStandsBesideAChangedOneThatItWouldWriteDifferently()
    {
        search.CopyTo(sandbox["out"]);
        Results.Copy(search.Cache, sandbox.Cache);

        // As if an earlier version had written another script: the manifest's hash is of neither.
        Results.Forge(sandbox["out"], "figures/limits_single.gp", text => text + "# of an earlier version\n");
        string script = sandbox["out/figures/limits_single.gp"];
        File.AppendAllText(script, "# and changed\n");
        Outcome outcome = sandbox.Umbriel("search", search.Card, "-o", "out", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]*Umbriel's own of limits_single\.gp has changed too and is beside it as \.gp\.new; --replace-figures replaces them\n\z");
        File.ReadAllText(script).ShouldEndWith("# and changed\n");
        File.ReadAllText(script + ".new").ShouldBe(File.ReadAllText(Path.Combine(search.Folder, "figures", "limits_single.gp")));
    }
}

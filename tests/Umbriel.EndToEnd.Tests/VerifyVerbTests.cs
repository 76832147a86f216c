using System.Globalization;
using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class VerifyVerbTests(SmallSearch search) : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void LimitsComeOutAgainToTheBit()
    {
        Outcome outcome = sandbox.Umbriel("verify", search.Folder, "--json", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("agrees").GetBoolean().ShouldBeTrue();
        string[] rows = File.ReadAllLines(Path.Combine(search.Folder, "limits.csv"));
        JsonElement[] limits = [.. document.RootElement.GetProperty("rederived").EnumerateArray()];
        limits.Length.ShouldBe(6);
        foreach (JsonElement limit in limits)
        {
            limit.EnumerateObject().Select(member => member.Name).ShouldBe(["scenario", "mzprime_GeV", "mass_GeV", "limit", "file_U2", "recomputed_U2"]);
            string file = limit.GetProperty("file_U2").GetRawText();
            limit.GetProperty("recomputed_U2").GetRawText().ShouldBe(file);
            string row = rows.Single(line => line.StartsWith($"single,0.03,{limit.GetProperty("mass_GeV").GetRawText()},", StringComparison.Ordinal));
            int column = limit.GetProperty("limit").GetString() == "observed" ? 3 : 4;
            double.Parse(row.Split(',')[column]).ShouldBe(double.Parse(file));
        }

        // It must not have looked into a cache, nor made one.
        sandbox.CacheEntries().ShouldBeEmpty();
    }

    [Fact]
    public void HashesFindAChangedLimit()
    {
        string folder = search.CopyTo(sandbox["out"]);
        string limits = Path.Combine(folder, "limits.csv");
        File.WriteAllText(limits, Scaled(File.ReadAllText(limits), 1.001));
        Outcome outcome = sandbox.Umbriel("verify", "out");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldStartWith("limits.csv: sha256 ");
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("figures/limits_single.pdf")]
    public void HashesFindAMissingFile(string name)
    {
        File.Delete(Path.Combine(search.CopyTo(sandbox["out"]), name));
        Outcome outcome = sandbox.Umbriel("verify", "out", "--hashes-only");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldStartWith($"{name}: missing\n");
    }

    [Fact]
    public void ComputingAgainFindsAForgedLimit()
    {
        string folder = search.CopyTo(sandbox["out"]);
        Results.Forge(folder, "limits.csv", text => Scaled(text, 1.00001));
        sandbox.Umbriel("verify", "out", "--hashes-only").ExitCode.ShouldBe(0);

        Outcome outcome = sandbox.Umbriel("verify", "out", "--quiet");
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Output.ShouldMatch(@"(?m)^limits\.csv: single, m_Z' 0\.03, mass [0-9.]+: observed \|U\|\^2 \S+, computed again \S+$");
        outcome.Output.ShouldEndWith("\n6 differences\n");
    }

    [Fact]
    [Trait("Category", "Validation")]
    public void OtherCodeMayDifferByAPercentAndIsSaid()
    {
        string folder = search.CopyTo(sandbox["out"]);
        string manifest = Path.Combine(folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"version\": \"", "\"version\": \"0", StringComparison.Ordinal));
        Results.Forge(folder, "limits.csv", text => Scaled(text, 1.005));
        Outcome outcome = sandbox.Umbriel("verify", "out", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        outcome.Output.ShouldMatch(@"6 limits computed again agree within 0\.01 ");
        outcome.Output.ShouldMatch(@"made by 00\.[^;]+; this is 0\.");

        Results.Forge(folder, "limits.csv", text => Scaled(text, 1.02));
        sandbox.Umbriel("verify", "out", "--quiet").ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("single", "double")]
    [InlineData("scenario,", "scenarios,")]
    [InlineData("0.05", "0.06")]
    public void LimitsOfAnotherScanAreRefused(string word, string other)
    {
        Results.Forge(search.CopyTo(sandbox["out"]), "limits.csv", text => text.Replace(word, other, StringComparison.Ordinal));
        Outcome outcome = sandbox.Umbriel("verify", "out", "--quiet");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldMatch(@"\Aumbriel: out/limits\.csv:\d+: [^\n]+\n\z");
    }

    private static string Scaled(string limits, double factor) => string.Join('\n', limits.Split('\n').Select((line, i) => i == 0 || line.Length == 0
        ? line
        : string.Join(',', line.Split(',').Select((field, column) => column < 3 || field.Length == 0 ? field : (factor * double.Parse(field)).ToString("R", CultureInfo.InvariantCulture)))));
}

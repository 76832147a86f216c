using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class ValidateVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void AReportHasTheSameBytesForAnyNumberOfThreads()
    {
        string[] Validate(string threads, string output) => ["validate", "reconstruction", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--events", "3", "--threads", threads, "-o", output, "--json", "--quiet"];
        Outcome one = sandbox.Umbriel(Validate("1", "one"));
        one.ExitCode.ShouldBe(0, one.Error);
        JsonElement[] numbers = [.. JsonDocument.Parse(one.Output).RootElement.GetProperty("numbers").EnumerateArray()];
        JsonElement electrons = numbers.Single(n => n.GetProperty("quantity").GetString() == "found: electrons of 100 to 800 MeV");
        electrons.GetProperty("count").GetInt32().ShouldBe(3);
        electrons.GetProperty("value").GetDouble().ShouldBeGreaterThan(0.0);
        sandbox.Umbriel(Validate("3", "three")).ExitCode.ShouldBe(0);
        File.ReadAllBytes(sandbox["three/manifest.json"]).ShouldBe(File.ReadAllBytes(sandbox["one/manifest.json"]));
        sandbox.Umbriel("verify", "three", "--hashes-only").ExitCode.ShouldBe(0);
        File.ReadAllText(sandbox["one/report.html"]).ShouldNotContain("https://cdn");
        File.ReadAllLines(sandbox["one/summary.md"]).Length.ShouldBe(numbers.Length + 2);
        File.Exists(sandbox["one/figures/shape_opening.svg"]).ShouldBeTrue();
        File.ReadAllLines(sandbox["one/timing.csv"]).Length.ShouldBe(9);
    }

    /// <summary>Everything that the numbers depend on is in the manifest.</summary>
    [Fact]
    public void TheManifestHasEveryModelAndTheSettings()
    {
        Directory.CreateDirectory(sandbox["mine"]);
        string[] files = [.. Directory.GetFiles(Repository.PathOf("data/reconstruction")).Select(static f => Path.GetFileName(f)).Where(static f => f != "README.md")];
        foreach (string file in files)
        {
            File.Copy(Repository.PathOf($"data/reconstruction/{file}"), sandbox[$"mine/{file}"]);
        }

        sandbox.Write("settings.yaml", "hits: {threshold: 5}\n");
        string[] run = ["validate", "reconstruction", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--samples", "electrons", "--events", "1", "--quiet"];
        Outcome outcome = sandbox.Umbriel([.. run, "--models", "mine", "--settings", "settings.yaml", "-o", "mine-out"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        sandbox.Umbriel([.. run, "-o", "usual-out"]).ExitCode.ShouldBe(0);
        JsonElement mine = JsonDocument.Parse(File.ReadAllText(sandbox["mine-out/manifest.json"])).RootElement;
        JsonElement usual = JsonDocument.Parse(File.ReadAllText(sandbox["usual-out/manifest.json"])).RootElement;
        Inputs(mine).Where(static p => p.Contains("/mine/", StringComparison.Ordinal)).Select(static p => Path.GetFileName(p)).ShouldBe(files, ignoreOrder: true);
        Inputs(usual).Where(static p => p.StartsWith("data/reconstruction/", StringComparison.Ordinal)).Select(static p => Path.GetFileName(p)).ShouldBe(files, ignoreOrder: true);
        mine.GetProperty("settings").GetString().ShouldNotBeNull().ShouldContain("  threshold: 5\n");
        usual.GetProperty("settings").GetString().ShouldNotBeNull().ShouldContain("  threshold: 4.5\n");
        File.ReadAllText(sandbox["mine-out/settings.txt"]).ShouldBe(mine.GetProperty("settings").GetString());
    }

    private static IEnumerable<string> Inputs(JsonElement manifest) => manifest.GetProperty("inputs").EnumerateArray().Select(static i => i.GetProperty("path").GetString()!);

    [Theory]
    [InlineData("detector -o x", "WHAT: found 'detector'; expected reconstruction")]
    [InlineData("reconstruction -o x --events 0", "--events: found 0; expected 1 to 100000")]
    [InlineData("reconstruction -o x --seed 1", "--seed: found 1; expected 100 or more")]
    [InlineData("reconstruction -o x --samples electron", "--samples: found 'electron'; expected some of electrons, photons")]
    public void MistakesAreOneLine(string arguments, string expected)
    {
        Outcome outcome = sandbox.Umbriel(["validate", .. arguments.Split(' '), "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--quiet"]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(expected);
        outcome.Error.TrimEnd('\n').ShouldNotContain("\n");
        Directory.Exists(sandbox["x"]).ShouldBeFalse();
    }
}

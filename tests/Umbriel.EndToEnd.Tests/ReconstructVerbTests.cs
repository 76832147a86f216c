using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class ReconstructVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public ReconstructVerbTests() =>
        sandbox.Umbriel("simulate", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "e-", "--energy", "200", "--vertex", "128,0,300", "--events", "5", "-o", "s.h5", "--quiet").ExitCode.ShouldBe(0);

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void ShowersAreFoundWithTheSameBytesForAnyNumberOfThreads()
    {
        Outcome outcome = sandbox.Umbriel("reconstruct", "s.h5", "-o", "one.h5", "--threads", "1", "--json", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement totals = JsonDocument.Parse(outcome.Output).RootElement;
        totals.GetProperty("events").GetInt64().ShouldBe(5);
        totals.GetProperty("events_with_particle").GetInt64().ShouldBe(5);
        totals.GetProperty("points").GetInt64().ShouldBeGreaterThan(500);
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "three.h5", "--threads", "3", "--quiet").ExitCode.ShouldBe(0);
        File.ReadAllBytes(sandbox["three.h5"]).ShouldBe(File.ReadAllBytes(sandbox["one.h5"]));
    }

    [Fact]
    public void AReadoutFullOfCosmicsIsReconstructed()
    {
        sandbox.Umbriel("simulate", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--cosmics", "--events", "1", "-o", "cosmics.h5", "--quiet").ExitCode.ShouldBe(0);
        Outcome outcome = sandbox.Umbriel("reconstruct", "cosmics.h5", "-o", "found.h5", "--json", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonDocument.Parse(outcome.Output).RootElement.GetProperty("particles").GetInt64().ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("none.h5 -o x.h5", "none.h5: no such file")]
    [InlineData("s.h5 -o x.txt", "--output")]
    [InlineData("s.h5 -o nowhere/x.h5", "nowhere")]
    [InlineData("text.h5 -o x.h5", "text.h5")]
    public void MistakesAreOneLine(string arguments, string expected)
    {
        sandbox.Write("text.h5", "no HDF5");
        Outcome outcome = sandbox.Umbriel(["reconstruct", .. arguments.Split(' '), "--quiet"]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(expected);
        outcome.Error.TrimEnd('\n').ShouldNotContain("\n");
        File.Exists(sandbox["x.h5"]).ShouldBeFalse();
    }
}

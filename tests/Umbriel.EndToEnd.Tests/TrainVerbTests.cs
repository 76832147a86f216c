using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class TrainVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void AModelHasTheSameBytesForAnyNumberOfThreads()
    {
        string[] Train(string threads, string output) => ["train", "track-score", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--events", "160", "--seed", "4", "--threads", threads, "-o", output, "--json", "--quiet"];
        Outcome one = sandbox.Umbriel(Train("1", "one.json"));
        Assert.SkipWhen(one.Error.Contains("libxgboost0", StringComparison.Ordinal), "libxgboost0 is not installed");
        one.ExitCode.ShouldBe(0, one.Error);
        JsonElement report = JsonDocument.Parse(one.Output).RootElement;
        report.GetProperty("target").GetString().ShouldBe("track-score");
        report.GetProperty("rows_trained").GetInt32().ShouldBeGreaterThan(40);

        // 80 events train: the area is well above 1/2, whose spread for some 35 against 55 rows is 0.06.
        report.GetProperty("area_under_curve").GetDouble().ShouldBeGreaterThan(0.7);
        sandbox.Umbriel(Train("3", "three.json")).ExitCode.ShouldBe(0);
        File.ReadAllBytes(sandbox["three.json"]).ShouldBe(File.ReadAllBytes(sandbox["one.json"]));
        JsonElement attributes = JsonDocument.Parse(File.ReadAllText(sandbox["one.json"])).RootElement.GetProperty("learner").GetProperty("attributes");
        attributes.GetProperty("seed").GetString().ShouldBe("4");
        attributes.GetProperty("events").GetString().ShouldBe("160");
    }

    [Theory]
    [InlineData("track-scores", "x.json", "60", "TARGET: found 'track-scores'; expected one of start, prong, piece, track-score")]
    [InlineData("track-score", "x.h5", "60", "--output: found 'x.h5'; expected a name that ends in .json")]
    [InlineData("track-score", "x.json", "3", "--events: found 3; expected 20 to 1000000")]
    [InlineData("track-score", "nowhere/x.json", "100000", "nowhere/x.json: cannot be written (there is no folder ")]
    public void MistakesAreOneLine(string target, string output, string events, string expected)
    {
        Outcome outcome = sandbox.Umbriel("train", target, "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--events", events, "-o", output, "--quiet");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(expected);
        outcome.Error.TrimEnd('\n').ShouldNotContain("\n");
        File.Exists(sandbox["x.json"]).ShouldBeFalse();
    }
}

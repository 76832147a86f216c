using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Umbriel.EndToEnd.Tests;

public sealed class DisplayVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public DisplayVerbTests() =>
        sandbox.Umbriel("simulate", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "e-", "--energy", "60", "--events", "3", "-o", "s.h5", "--quiet").ExitCode.ShouldBe(0);

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void APictureIsWrittenAndIsTheSameTwice()
    {
        Outcome outcome = sandbox.Umbriel("display", "s.h5", "--event", "2", "--svg", "a.svg", "--truth");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldBe("a.svg\n");
        sandbox.Umbriel("display", "s.h5", "--event", "2", "--svg", "b.svg", "--truth").ExitCode.ShouldBe(0);
        string picture = File.ReadAllText(sandbox["a.svg"]);
        picture.ShouldBe(File.ReadAllText(sandbox["b.svg"]));
        picture.ShouldContain("MicroBooNE, simulation · event 2");
        picture.ShouldContain("e⁻ 60 MeV");
    }

    [Fact]
    public void WhatWasFoundIsDrawnOverTheEventItWasFoundIn()
    {
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "r.h5", "--quiet").ExitCode.ShouldBe(0);
        Outcome outcome = sandbox.Umbriel("display", "s.h5", "--reconstructed", "r.h5", "--event", "1", "--svg", "a.svg");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        File.ReadAllText(sandbox["a.svg"]).ShouldContain("class=\"hits\"");
        sandbox.Umbriel("reconstruct", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "e-", "--energy", "61", "--events", "3", "-o", "o.h5", "--quiet").ExitCode.ShouldBe(0);
        Outcome refused = sandbox.Umbriel("display", "s.h5", "--reconstructed", "o.h5", "--svg", "b.svg");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("another simulation");
        sandbox.Umbriel("display", "s.h5", "--reconstructed", "s.h5", "--svg", "b.svg").Error.ShouldContain("umbriel reconstruct");
        File.Exists(sandbox["b.svg"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public async Task ThePageIsServedUntilASignalComes(int signal)
    {
        using Process process = sandbox.Start("display", "s.h5", "--event", "1");
        try
        {
            string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Match address = Regex.Match(line ?? "", @"\Ahttp://127\.0\.0\.1:[0-9]+/");
            address.Success.ShouldBeTrue(line);
            using HttpClient client = new();
            (await client.GetStringAsync(address.Value + "detector.json", TestContext.Current.CancellationToken)).ShouldContain("\"first\":1");
        }
        finally
        {
            Shell.Run("/bin/kill", [$"-{signal}", $"{process.Id}"]).ExitCode.ShouldBe(0);
        }

        process.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("none.h5", "none.h5: no such file")]
    [InlineData("text.h5", "text.h5")]
    [InlineData("half.h5", "half.h5")]
    [InlineData("s.h5 --event 3", "--event")]
    [InlineData("s.h5 --event -1", "--event")]
    [InlineData("s.h5 --port 70000", "--port")]
    [InlineData("s.h5 --svg picture.png", "--svg")]
    [InlineData("s.h5 --svg nowhere/p.svg", "nowhere")]
    [InlineData("s.h5 --truth", "--svg")]
    public void AMistakeIsOneLine(string options, string named)
    {
        sandbox.Write("text.h5", "no HDF5");
        File.WriteAllBytes(sandbox["half.h5"], File.ReadAllBytes(sandbox["s.h5"])[..5000]);
        Outcome outcome = sandbox.Umbriel(["display", .. options.Split(' ')]);
        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
        outcome.Error.ShouldContain(named);
    }

    [Fact]
    public void APortThatIsTakenIsRefused()
    {
        using System.Net.Sockets.TcpListener taken = new(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        int port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        Outcome outcome = sandbox.Umbriel("display", "s.h5", "--port", $"{port}");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain($"--port: {port}");
    }
}

using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Runs that are killed or interrupted, and continued by the same command.</summary>
public sealed class SimulateResumeTests : IDisposable
{
    private const int Events = 400;
    private static readonly string Detector = Repository.PathOf("cards/detectors/microboone.yaml");

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void KilledAtRandomTimesItGivesTheSameBytes()
    {
        byte[] expected = Uninterrupted();
        RandomStream random = new(20, RandomStage.Generation, 0);
        int kills = 0;
        int continued = 0;
        for (int trial = 0; trial < 30 && !File.Exists(sandbox["s.h5"]); trial++)
        {
            using Process process = sandbox.Start(Arguments("s.h5", 1 + (trial % 3)));
            WaitFor(process, () => File.Exists(sandbox["s.h5.journal"]) || File.Exists(sandbox["s.h5"]));
            if (!process.WaitForExit(TimeSpan.FromSeconds(1.0 + (5.0 * random.NextDouble()))))
            {
                Shell.Bash($"kill -KILL -- -{process.Id}").ExitCode.ShouldBe(0);
                kills++;
            }

            process.WaitForExit();
            continued += process.StandardError.ReadToEnd().Contains("umbriel: continues s.h5.journal after", StringComparison.Ordinal) ? 1 : 0;
        }

        if (!File.Exists(sandbox["s.h5"]))
        {
            sandbox.Umbriel(Arguments("s.h5", 2)).ExitCode.ShouldBe(0);
        }

        kills.ShouldBeGreaterThan(0);
        (continued > 0 || kills < 3).ShouldBeTrue("later runs continue earlier ones");
        File.ReadAllBytes(sandbox["s.h5"]).AsSpan().SequenceEqual(expected).ShouldBeTrue($"{kills} kills");
        sandbox.Entries().Where(entry => !entry.EndsWith(".tmp", StringComparison.Ordinal)).ShouldBe(["s.h5", "whole.h5"]);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void InterruptedItSaysHowToGoOnAndLosesNothing(string signal)
    {
        byte[] expected = Uninterrupted();
        using Process process = sandbox.Start(Arguments("s.h5", 2));
        WaitFor(process, () => File.Exists(sandbox["s.h5.journal"]) && new FileInfo(sandbox["s.h5.journal"]).Length > 1 << 16);
        Shell.Bash($"kill -{signal} -- -{process.Id}").ExitCode.ShouldBe(0);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(130, error);
        error.ShouldMatch($@"umbriel: interrupted after [1-9]\d* of {Events} events; the same command continues \(s\.h5\.journal\)\n\z");
        process.StandardOutput.ReadToEnd().ShouldBeEmpty();
        sandbox.Entries().ShouldBe(["s.h5.journal", "whole.h5"]);
        string done = error[(error.IndexOf("after ", StringComparison.Ordinal) + 6)..].Split(' ')[0];

        Outcome other = sandbox.Umbriel([.. Arguments("s.h5", 1), "--seed", "2"]);
        other.ExitCode.ShouldBe(2);
        other.Error.ShouldMatch(@"\Aumbriel: s\.h5\.journal: [^\n]+\n\z");

        Outcome outcome = sandbox.Umbriel(Arguments("s.h5", 1));
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldStartWith($"umbriel: continues s.h5.journal after {done} of {Events} events\n");
        File.ReadAllBytes(sandbox["s.h5"]).AsSpan().SequenceEqual(expected).ShouldBeTrue();
        sandbox.Entries().ShouldBe(["s.h5", "whole.h5"]);
    }

    private byte[] Uninterrupted()
    {
        Outcome outcome = sandbox.Umbriel(Arguments("whole.h5", 2));
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return File.ReadAllBytes(sandbox["whole.h5"]);
    }

    private static string[] Arguments(string output, int threads) =>
        ["simulate", "--detector", Detector, "--particle", "gamma", "--energy", "300", "--events", $"{Events}", "-o", output, "--threads", $"{threads}"];

    private static void WaitFor(Process process, Func<bool> condition)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!condition())
        {
            (process.HasExited && !condition()).ShouldBeFalse();
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            Thread.Sleep(2);
        }
    }
}

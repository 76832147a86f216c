using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Runs that are killed or interrupted, and continued by the same command.</summary>
public sealed class SimulateResumeTests : IDisposable
{
    private const int Events = 300;
    private static readonly string Detector = Repository.PathOf("cards/detectors/microboone.yaml");

    private static readonly Lazy<byte[]> Expected = new(Uninterrupted);

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void KilledAtRandomTimesItGivesTheSameBytes()
    {
        byte[] expected = Expected.Value;
        RandomStream random = new(20, RandomStage.Generation, 0);
        int kills = 0;
        int continued = 0;
        for (int trial = 0; trial < 12 && !File.Exists(sandbox["s.h5"]); trial++)
        {
            using Process process = sandbox.Start(Arguments("s.h5", 1 + (trial % 3)));
            WaitFor(process, () => File.Exists(sandbox["s.h5.journal"]) || File.Exists(sandbox["s.h5"]));

            // Longer and longer, so that slow machines come to checkpoints too.
            if (!process.WaitForExit(TimeSpan.FromSeconds(0.3 + ((1.0 + (0.5 * trial)) * random.NextDouble()))))
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
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {continued} runs continued");
        File.ReadAllBytes(sandbox["s.h5"]).AsSpan().SequenceEqual(expected).ShouldBeTrue($"{kills} kills");
        sandbox.Entries().ShouldBe(["s.h5"]);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void InterruptedItSaysHowToGoOnAndLosesNothing(string signal)
    {
        byte[] expected = Expected.Value;
        using Process process = sandbox.Start(Arguments("s.h5", 2));
        WaitFor(process, () => File.Exists(sandbox["s.h5.journal"]) && new FileInfo(sandbox["s.h5.journal"]).Length > 1 << 16);
        Shell.Bash($"kill -{signal} -- -{process.Id}").ExitCode.ShouldBe(0);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(130, error);
        error.ShouldMatch($@"umbriel: interrupted after [1-9]\d* of {Events} events; the same command continues \(s\.h5\.journal\)\n\z");
        process.StandardOutput.ReadToEnd().ShouldBeEmpty();
        sandbox.Entries().ShouldBe(["s.h5.journal"]);
        string done = error[(error.IndexOf("after ", StringComparison.Ordinal) + 6)..].Split(' ')[0];

        Outcome other = sandbox.Umbriel([.. Arguments("s.h5", 1), "--seed", "2"]);
        other.ExitCode.ShouldBe(2);
        other.Error.ShouldMatch(@"\Aumbriel: s\.h5\.journal: [^\n]+\n\z");

        Outcome outcome = sandbox.Umbriel(Arguments("s.h5", 1));
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldStartWith($"umbriel: continues s.h5.journal after {done} of {Events} events\n");
        File.ReadAllBytes(sandbox["s.h5"]).AsSpan().SequenceEqual(expected).ShouldBeTrue();
        sandbox.Entries().ShouldBe(["s.h5"]);
    }

    private static byte[] Uninterrupted()
    {
        using Sandbox other = new();
        Outcome outcome = other.Umbriel(Arguments("whole.h5", 2));
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return File.ReadAllBytes(other["whole.h5"]);
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

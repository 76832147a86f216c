using System.Diagnostics;

namespace Umbriel.EndToEnd.Tests;

/// <summary>The same bytes however a search is run, and nothing left of one that was stopped.</summary>
public sealed class ReproducibilityTests(SmallSearch search) : IDisposable
{
    /// <summary>One curve per mass in MicroBooNE and one in MiniBooNE, and two in MicroBooNE where the limit bends in its steps of 57% in mass.</summary>
    private const int CurvesOfTheSearch = 12;

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    // The shared search ran on two threads.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void ThreadsDoNotChangeAByte(int threads)
    {
        sandbox.Umbriel("search", search.Card, "-o", "out", "--threads", $"{threads}", "--quiet").ExitCode.ShouldBe(0);
        Results.Hashes(sandbox["out"]).ShouldBe(Results.Hashes(search.Folder));
        sandbox.CacheEntries().Count.ShouldBe(CurvesOfTheSearch);
    }

    [Fact]
    public void AKilledSearchResumesToTheSameBytes()
    {
        // Once at a random time, most likely while the response is built; then as soon as points are being finished.
        Random random = new(20260101);
        using (Process process = sandbox.Start("search", search.Card, "-o", "out", "--threads", "1", "--quiet"))
        {
            Thread.Sleep(random.Next(100, 1500));
            Kill(process);
        }

        using (Process process = sandbox.Start("search", search.Card, "-o", "out", "--threads", "1", "--quiet"))
        {
            WaitFor(process, () => sandbox.CacheEntries().Keys.Any(file => !file.EndsWith(".tmp", StringComparison.Ordinal)));
            Kill(process);
        }

        Dictionary<string, DateTime> finished = sandbox.CacheEntries();
        foreach (string temporary in finished.Keys.Where(file => file.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            finished.Remove(temporary);
        }

        finished.ShouldNotBeEmpty();
        Directory.Exists(sandbox["out"]).ShouldBeFalse();

        sandbox.Umbriel("search", search.Card, "-o", "out", "--quiet").ExitCode.ShouldBe(0);
        Results.Hashes(sandbox["out"]).ShouldBe(Results.Hashes(search.Folder));
        Dictionary<string, DateTime> resumed = sandbox.CacheEntries();
        foreach ((string file, DateTime written) in finished)
        {
            resumed[file].ShouldBe(written, "a finished point was computed again");
        }
    }

    [Fact]
    public void ARepeatedSearchComputesNoPointAgain()
    {
        Results.Copy(search.CopyTo(sandbox["out"]), sandbox["before"]);
        Results.Copy(search.Cache, sandbox.Cache);
        File.WriteAllText(sandbox["out/stale.txt"], "of an earlier run");
        Dictionary<string, DateTime> before = sandbox.CacheEntries();
        before.Count.ShouldBe(CurvesOfTheSearch);

        sandbox.Umbriel("search", search.Card, "-o", "out", "--quiet").ExitCode.ShouldBe(0);
        sandbox.CacheEntries().ShouldBe(before, ignoreOrder: true);
        Results.Hashes(sandbox["out"]).ShouldBe(Results.Hashes(sandbox["before"]));
    }

    [Fact]
    public void AnInterruptedSearchLeavesOnlyFinishedPoints()
    {
        string card = sandbox.Write("long.yaml", Sandbox.SmallCard.Replace("points: 5", "points: 400", StringComparison.Ordinal));
        using Process process = sandbox.Start("search", card, "-o", "out", "--quiet");
        WaitFor(process, () => sandbox.CacheEntries().Count > 3);
        Interrupt(process, "INT");
        sandbox.Entries().ShouldBe(["long.yaml"]);
        sandbox.CacheEntries().Keys.ShouldAllBe(file => !file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void InterruptedWhileDrawingItIsStillAnInterruption()
    {
        // Ctrl-C reaches gnuplot as well, being in the same process group.
        Results.Copy(search.Cache, sandbox.Cache);
        using Process process = sandbox.Start("search", search.Card, "-o", "out", "--quiet");
        WaitFor(process, () => sandbox.Entries().Any(entry => entry.Contains("/figures/", StringComparison.Ordinal)));
        Interrupt(process, "INT");
        sandbox.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void AnInterruptedSearchLeavesTheEarlierResult()
    {
        search.CopyTo(sandbox["out"]);
        SortedDictionary<string, string> before = Results.Hashes(sandbox["out"]);
        using Process process = sandbox.Start("search", search.Card, "-o", "out", "--quiet");
        WaitFor(process, () => sandbox.Entries().Any(entry => entry.StartsWith(".out.", StringComparison.Ordinal)));
        Interrupt(process, "TERM");
        Results.Hashes(sandbox["out"]).ShouldBe(before);
        sandbox.Entries().ShouldNotContain(entry => entry.StartsWith('.'));
    }

    [Fact]
    public void ASecondInterruptEndsAtOnceAndLeavesNothing()
    {
        using Process process = sandbox.Start("search", search.Card, "-o", "out", "--quiet");
        WaitFor(process, () => sandbox.Entries().Any(entry => entry.StartsWith(".out.", StringComparison.Ordinal)));
        Shell.Bash($"kill -INT -- -{process.Id}; sleep 0.2; kill -INT -- -{process.Id} 2>/dev/null || true");
        process.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        process.ExitCode.ShouldBe(130);
        sandbox.Entries().ShouldBeEmpty();
    }

    private static void WaitFor(Process process, Func<bool> condition)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!condition())
        {
            process.HasExited.ShouldBeFalse();
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5));
            Thread.Sleep(2);
        }
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.ExitCode.ShouldBe(137);
    }

    private static void Interrupt(Process process, string signal)
    {
        Shell.Bash($"kill -{signal} -- -{process.Id}").ExitCode.ShouldBe(0);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(130, error);
        error.ShouldBe("umbriel: interrupted; nothing was left half-written\n");
        process.StandardOutput.ReadToEnd().ShouldBeEmpty();
    }
}


namespace Umbriel.Core.Tests;

public sealed class ProgressReporterTests
{
    [Fact]
    public void ShortWorkSaysNothing()
    {
        using ManualClock clock = new();
        StringWriter error = new();
        using (ProgressReporter progress = new("generating", "events", 100, error, isTerminal: false, quiet: false, clock))
        {
            progress.Report(100);
            clock.Advance(TimeSpan.FromSeconds(1.9));
        }

        error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void LongWorkReportsRateAndRemainingTimeInPlainLines()
    {
        using ManualClock clock = new();
        StringWriter error = new();
        using (ProgressReporter progress = new("generating", "events", 100, error, isTerminal: false, quiet: false, clock))
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            progress.Report(20);
            progress.Report(10);
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        // 30 of 100 in 12 s is 2.5 a second: 28 s for the other 70.
        error.ToString().ShouldBe(
            "generating: 0 of 100 events (0%), 2 s\n" +
            "generating: 30 of 100 events (30%), 12 s, 2.5 events/s, about 28 s left\n");
    }

    [Fact]
    public void ATerminalKeepsOneLineAndLosesItAtTheEnd()
    {
        using ManualClock clock = new();
        StringWriter error = new();
        using (ProgressReporter progress = new("a", "b", 1, error, isTerminal: true, quiet: false, clock))
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            error.ToString().ShouldBe("\ra: 0 of 1 b (0%), 2 s");
        }

        error.ToString().ShouldEndWith("\r" + new string(' ', "a: 0 of 1 b (0%), 2 s".Length) + "\r");
        error.ToString().ShouldNotContain('\n');
    }

    [Fact]
    public void QuietIsQuiet()
    {
        using ManualClock clock = new();
        StringWriter error = new();
        using (ProgressReporter progress = new("a", "b", 1, error, isTerminal: true, quiet: true, clock))
        {
            progress.Report(1);
            clock.Advance(TimeSpan.FromHours(1));
        }

        error.ToString().ShouldBeEmpty();
    }
}

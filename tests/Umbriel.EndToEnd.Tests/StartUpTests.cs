namespace Umbriel.EndToEnd.Tests;

/// <summary>Runs when no other test does, since it measures time.</summary>
[CollectionDefinition(nameof(StartUpTests), DisableParallelization = true)]
[Collection(nameof(StartUpTests))]
public sealed class StartUpTests
{
    [Fact]
    public void StartingCostsLessThanAFifthOfASecond()
    {
        // Processor time, launcher included, of the best of several starts: elapsed time would measure whatever else
        // the machine does as well.
        Outcome outcome = Shell.Bash("TIMEFORMAT='%U %S'; ./umbriel --version; for i in {1..15}; do time ./umbriel --version >/dev/null; done");
        double best = outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => char.IsAsciiDigit(line[0]))
            .Min(line => line.Split(' ').Sum(seconds => double.Parse(seconds)));
        best.ShouldBeLessThan(0.2);
    }
}

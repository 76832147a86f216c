using System.Diagnostics;
using System.Text;
using Umbriel.Core;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Tests.Simulation;

/// <summary>Mutated detector cards are read or refused in one line, in bounded time; what is read has a canonical text that reads the same.</summary>
public sealed class DetectorCardFuzzTests
{
    [Fact]
    public void Two_thousand_mutations_are_read_or_refused()
    {
        (long refused, TimeSpan slowest) = Run(1, 2_000);

        refused.ShouldBeInRange(700, 1_999);
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    /// <summary>Run with <c>UMBRIEL_VALIDATE=1</c>; the result is recorded in validation/fuzz.md.</summary>
    [Fact]
    [Trait("Category", "Validation")]
    public void Two_hundred_thousand_mutations_are_read_or_refused()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("UMBRIEL_VALIDATE") == "1", "a validation run: set UMBRIEL_VALIDATE=1");
        Stopwatch watch = Stopwatch.StartNew();

        (long refused, TimeSpan slowest) = Run(2, 200_000);

        TestContext.Current.TestOutputHelper?.WriteLine($"refused {refused} of 200000; slowest {slowest.TotalMilliseconds:F1} ms; total {watch.Elapsed.TotalSeconds:F0} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static (long Refused, TimeSpan Slowest) Run(ulong seed, long count)
    {
        byte[][] cards = [.. Directory.GetFiles(Path.Combine(Repository.Root, "cards", "detectors")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        cards = [.. cards, Encoding.UTF8.GetBytes(DetectorCardReader.Parse("first", cards[0]).ToCanonicalText())];
        long refused = 0;
        TimeSpan slowest = TimeSpan.Zero;
        for (long i = 0; i < count; i++)
        {
            RandomStream random = new(seed, RandomStage.Generation, (ulong)i);
            byte[] mutated = Mutation.Of(ref random, cards[Mutation.Pick(ref random, cards.Length)]);
            long start = Stopwatch.GetTimestamp();
            try
            {
                string canonical = DetectorCardReader.Parse("card.yaml", mutated).ToCanonicalText();
                DetectorCardReader.Parse("again.yaml", Encoding.UTF8.GetBytes(canonical)).ToCanonicalText().ShouldBe(canonical, $"mutation {i} of seed {seed}");
            }
            catch (UserErrorException e)
            {
                refused++;
                (e.Message.StartsWith("card.yaml", StringComparison.Ordinal) && !e.Message.Contains('\n')).ShouldBeTrue($"mutation {i} of seed {seed}: {e.Message}");
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"mutation {i} of seed {seed}: {e.GetType().Name}: {e.Message}\n{Encoding.UTF8.GetString(mutated)}", e);
            }

            TimeSpan took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
        }

        return (refused, slowest);
    }
}

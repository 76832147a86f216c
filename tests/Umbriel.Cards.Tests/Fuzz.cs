using System.Diagnostics;
using System.Text;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Formats.HepData;
using Umbriel.Formats.HepEvt;

namespace Umbriel.Cards.Tests;

/// <summary>
/// Mutates valid cards, DarkNews files and tables (bytes flipped, inserted, deleted, ranges copied, tokens of the formats
/// put in, truncation) and reads the result: only <see cref="UserErrorException"/> may come out, in bounded time.
/// Mutation i depends on (seed, i) alone, so a failure names what to repeat.
/// </summary>
internal static class Fuzz
{
    /// <summary>Runs mutations and returns how many were refused, and the longest one took.</summary>
    public static (long Refused, TimeSpan Slowest) Run(ulong seed, long count) => Run(seed, count, [.. Samples()]);

    private static (long Refused, TimeSpan Slowest) Run(ulong seed, long count, (string Name, byte[] Text)[] samples)
    {
        long refused = 0;
        TimeSpan slowest = TimeSpan.Zero;
        for (long i = 0; i < count; i++)
        {
            RandomStream random = new(seed, RandomStage.Generation, (ulong)i);
            (string name, byte[] text) = samples[Mutation.Pick(ref random, samples.Length)];
            byte[] mutated = Mutation.Of(ref random, text);
            long start = Stopwatch.GetTimestamp();
            try
            {
                if (name.EndsWith(".events", StringComparison.Ordinal))
                {
                    ReadAll(name, mutated);
                }
                else if (name.EndsWith(".table", StringComparison.Ordinal))
                {
                    HepDataTable.Parse(name, mutated);
                }
                else
                {
                    _ = CardReader.Parse(name, mutated).ToCanonicalText();
                }
            }
            catch (UserErrorException e)
            {
                refused++;
                if (e.Message.Contains('\n') || !e.Message.StartsWith(name, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"mutation {i} of seed {seed}: message \"{e.Message}\"", e);
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"mutation {i} of seed {seed} of {name}: {e.GetType().Name}: {e.Message}\n{Encoding.UTF8.GetString(mutated)}", e);
            }

            TimeSpan took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
        }

        return (refused, slowest);
    }

    /// <summary>Runs mutations of event files alone.</summary>
    public static (long Refused, TimeSpan Slowest) RunEvents(ulong seed, long count) => Run(seed, count, [.. Events()]);

    /// <summary>Runs mutations of event files in the layouts of other programs.</summary>
    public static (long Refused, TimeSpan Slowest) RunLayouts(ulong seed, long count) => Run(seed, count, [.. Layouts()]);

    /// <summary>Every event, the last first.</summary>
    private static void ReadAll(string name, byte[] text)
    {
        using GeneratedEventFile file = GeneratedEventFile.Parse(name, text);
        GeneratedEvent generated = new();
        for (long i = file.Count - 1; i >= 0; i--)
        {
            file.Read(i, generated);
            foreach (GeneratedParticle p in generated.Particles)
            {
                double.IsFinite(p.Px + p.Py + p.Pz + p.Mass + p.X + p.Y + p.Z + p.Time + generated.Weight).ShouldBeTrue(name);
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Text)> Events()
    {
        yield return ("small.hepmc3.events", Encoding.UTF8.GetBytes(SmallFiles.HepMc3));
        yield return ("small.hepevt.events", Encoding.UTF8.GetBytes(SmallFiles.HepEvt));
        yield return ("example.hepevt.events", File.ReadAllBytes(Path.Combine(Inputs.Cards, "events", "example.hepevt")));
    }

    private static IEnumerable<(string Name, byte[] Text)> Layouts() =>
        Directory.GetFiles(Repository.PathOf("tests/Umbriel.Formats.Tests/cases"), "*.hep*").Order(StringComparer.Ordinal).Select(static path => ($"{Path.GetFileName(path)}.events", File.ReadAllBytes(path)));

    private static IEnumerable<(string Name, byte[] Text)> Samples()
    {
        foreach ((string Name, byte[] Text) sample in Events())
        {
            yield return sample;
        }

        foreach (string path in Directory.GetFiles(Inputs.Cards))
        {
            yield return (Path.GetFileName(path), File.ReadAllBytes(path));
        }

        yield return ("canonical.yaml", Encoding.UTF8.GetBytes(CardReader.Read(Path.Combine(Inputs.Cards, "heavy-dual.yaml")).ToCanonicalText()));
        yield return ("lists.params", Encoding.UTF8.GetBytes("gD = 2.0\nalphaD = gD^2 / (4*PI)\nchi = 0.0031\nUD5 = 35.0\nm4 = 0.080\nm5 = 0.140\nm6 = None\nHNLtype = 'majorana'\nnu_flavors = [\n  \"nu_mu\",\n \"nu_mu_bar\"]\nx = sum([1, 2.5, exp(-2*abs(gD))])\nnocoh = True\n"));
        yield return ("small.table", Encoding.UTF8.GetBytes(SmallFiles.HepDataTable));
        foreach (string file in (string[])["dark_portal_ncpi0rejection.yaml", "dark_portal_energy.yaml"])
        {
            yield return (file + ".table", File.ReadAllBytes(Path.Combine(Inputs.Published, file)));
        }
    }
}

public class FuzzTests
{
    /// <summary>Seeds differ, so that `make validate` adds to what the ordinary tests cover.</summary>
    [Fact]
    public void Ten_thousand_mutations_are_read_or_refused()
    {
        (long refused, TimeSpan slowest) = Fuzz.Run(1, 10_000);

        refused.ShouldBeInRange(3_000, 9_999);
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Event_files_are_read_or_refused()
    {
        (long refused, TimeSpan slowest) = Fuzz.RunEvents(1, 5_000);

        refused.ShouldBeInRange(2_000, 4_999);
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Event_files_in_layouts_of_other_programs_are_read_or_refused()
    {
        (long refused, TimeSpan slowest) = Fuzz.RunLayouts(1, 5_000);

        refused.ShouldBeInRange(2_000, 4_999);
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    /// <summary>Run with <c>UMBRIEL_VALIDATE=1</c>; the result is recorded in validation/fuzz.md.</summary>
    [Fact]
    [Trait("Category", "Validation")]
    public void Two_hundred_thousand_event_files_are_read_or_refused()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("UMBRIEL_VALIDATE") == "1", "a validation run: set UMBRIEL_VALIDATE=1");
        Stopwatch watch = Stopwatch.StartNew();

        (long refused, TimeSpan slowest) = Fuzz.RunEvents(3, 200_000);

        TestContext.Current.TestOutputHelper?.WriteLine($"refused {refused} of 200000; slowest {slowest.TotalMilliseconds:F1} ms; total {watch.Elapsed.TotalSeconds:F0} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    /// <summary>Run with <c>UMBRIEL_VALIDATE=1</c>; the result is recorded in validation/fuzz.md.</summary>
    [Fact]
    [Trait("Category", "Validation")]
    public void A_million_mutations_are_read_or_refused()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("UMBRIEL_VALIDATE") == "1", "a validation run: set UMBRIEL_VALIDATE=1");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch watch = Stopwatch.StartNew();

        (long refused, TimeSpan slowest) = Fuzz.Run(2, 1_000_000);

        watch.Stop();
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.SendDiagnosticMessage("refused {0}, slowest {1}, total {2}", refused, slowest, watch.Elapsed);
        TestContext.Current.TestOutputHelper?.WriteLine($"refused {refused} of 1000000; slowest {slowest.TotalMilliseconds:F1} ms; total {watch.Elapsed.TotalSeconds:F0} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB; kept {kept >> 10} KiB");
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        kept.ShouldBeLessThan(16L << 20);
    }
}

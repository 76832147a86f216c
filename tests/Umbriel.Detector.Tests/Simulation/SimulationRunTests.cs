using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;

namespace Umbriel.Detector.Tests.Simulation;

/// <summary>Runs with many threads, stopped and continued.</summary>
public sealed class SimulationRunTests : IDisposable
{
    private const int Count = 60;
    private static readonly DetectorCard Card = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", "microboone.yaml"));
    private static readonly SingleParticleSource Source = new(ParticleKind.Electron, 0.02, (0.0, 1.0, 1.0), new Box(50.0, 200.0, -50.0, 50.0, 750.0, 900.0));

    private static readonly DetectorSimulation Simulation = new(Card, Source, 9);

    private readonly string folder = Directory.CreateTempSubdirectory("umbriel-run-").FullName;

    private string Output => Path.Combine(folder, "s.h5");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Threads_and_the_way_of_writing_do_not_change_a_byte()
    {
        string plain = Path.Combine(folder, "plain.h5");
        PlainSimulationFile.Write(plain, Simulation.Events(Count), Metadata());
        byte[] expected = File.ReadAllBytes(plain);
        foreach (int threads in new[] { 1, 2, 5 })
        {
            Run(new RunOptions { Count = Count, Threads = threads, Cancellation = TestContext.Current.CancellationToken }).Events.ShouldBe(Count);
            File.ReadAllBytes(Output).AsSpan().SequenceEqual(expected).ShouldBeTrue($"{threads} threads");
            Directory.GetFiles(folder).Length.ShouldBe(2);
        }
    }

    [Fact]
    public void Stopped_again_and_again_it_gives_the_same_bytes_and_sums()
    {
        RunTotals whole = Run(new RunOptions { Count = Count, Threads = 2 });
        byte[] expected = File.ReadAllBytes(Output);
        File.Delete(Output);
        RunTotals? totals = null;
        long last = 0;
        int stops = 0;
        while (totals is null)
        {
            using CancellationTokenSource cancellation = new();
            long resumed = 0;
            Progress progress = new(seen =>
            {
                if (seen == 7)
                {
                    cancellation.Cancel();
                }
            });
            try
            {
                totals = Run(new RunOptions { Count = Count, Threads = 1 + (stops % 3), Continued = done => resumed = done, Progress = progress, Cancellation = cancellation.Token });
                resumed.ShouldBeGreaterThanOrEqualTo(last);
            }
            catch (RunInterruptedException e)
            {
                stops++;
                resumed.ShouldBeGreaterThanOrEqualTo(last);
                last = resumed + 7;
                File.Exists(Output).ShouldBeFalse();
                e.Message.ShouldContain(SimulationRun.JournalOf(Output));
            }
        }

        stops.ShouldBeGreaterThan(2);
        File.ReadAllBytes(Output).AsSpan().SequenceEqual(expected).ShouldBeTrue();
        Directory.GetFiles(folder).ShouldBe([Output]);
        (totals.Deposited, totals.Visible, totals.Samples, totals.PhotoElectrons, totals.Events).ShouldBe((whole.Deposited, whole.Visible, whole.Samples, whole.PhotoElectrons, Count));
    }

    [Fact]
    public void A_journal_torn_or_damaged_anywhere_gives_the_same_bytes()
    {
        Run(new RunOptions { Count = Count, Threads = 1 });
        byte[] expected = File.ReadAllBytes(Output);
        byte[] journal = Journal();
        RandomStream random = new(3, RandomStage.Generation, 0);
        for (int trial = 0; trial < 8; trial++)
        {
            int at = (int)(random.NextDouble() * journal.Length);
            byte[] torn = trial % 2 == 0 || at < 48 ? journal[..at] : [.. journal];
            if (torn.Length > at)
            {
                torn[at] ^= 0x10;
            }

            File.WriteAllBytes(SimulationRun.JournalOf(Output), torn);
            File.Delete(Output);
            Run(new RunOptions { Count = Count, Threads = 2 });
            File.ReadAllBytes(Output).AsSpan().SequenceEqual(expected).ShouldBeTrue($"at {at} of {journal.Length}");
        }
    }

    [Fact]
    public void The_journal_of_another_run_is_refused_and_kept()
    {
        byte[] journal = Journal();
        File.WriteAllBytes(SimulationRun.JournalOf(Output), journal);
        UserErrorException error = Should.Throw<UserErrorException>(() => Run(new RunOptions { Count = Count + 1, Threads = 1 }));
        error.Message.ShouldStartWith(SimulationRun.JournalOf(Output));
        error.Message.ShouldContain("delete");
        File.ReadAllBytes(SimulationRun.JournalOf(Output)).ShouldBe(journal);
        File.WriteAllText(SimulationRun.JournalOf(Output), "a letter");
        Should.Throw<UserErrorException>(() => Run(new RunOptions { Count = Count, Threads = 1 })).Message.ShouldContain("another kind");
        File.ReadAllText(SimulationRun.JournalOf(Output)).ShouldBe("a letter");
    }

    [Fact]
    public void Two_runs_do_not_write_the_same_file()
    {
        using FileStream other = new(SimulationRun.JournalOf(Output), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Should.Throw<UserErrorException>(() => Run(new RunOptions { Count = Count, Threads = 1 })).Message.ShouldContain("another run");
    }

    /// <summary>A journal with many checkpoints, of a run that was stopped near its end.</summary>
    private byte[] Journal()
    {
        using CancellationTokenSource cancellation = new();
        Progress progress = new(seen =>
        {
            if (seen == Count - 5)
            {
                cancellation.Cancel();
            }
        });
        Should.Throw<RunInterruptedException>(() => Run(new RunOptions { Count = Count, Threads = 1, CheckpointEvery = TimeSpan.Zero, Progress = progress, Cancellation = cancellation.Token }));
        byte[] journal = File.ReadAllBytes(SimulationRun.JournalOf(Output));
        File.Delete(SimulationRun.JournalOf(Output));
        return journal;
    }

    private RunTotals Run(RunOptions options) => SimulationRun.Write(Output, Simulation, Metadata(), options);

    private static SimulationMetadata Metadata() => new() { Version = "test", DetectorTitle = Card.Title, DetectorCard = Card.ToCanonicalText(), Source = Source.ToCanonicalText(), Seed = 9 };

    private sealed class Progress(Action<long> seen) : IProgress<long>
    {
        private long sum;

        public void Report(long value) => seen(Interlocked.Add(ref sum, value));
    }
}

using System.IO.Compression;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Tests.Simulation;

/// <summary>What an event is in truth goes through simulation files, interrupted runs included.</summary>
public class EventLabelTests
{
    private static readonly DetectorCard Card = DetectorCardReader.Read(Repository.PathOf("cards/detectors/microboone.yaml"));

    [Fact]
    public void Labels_with_named_weights_are_read_back_and_survive_an_interruption()
    {
        const int Count = 40;
        using TemporaryFolder folder = new();
        (string whole, string resumed) = (Path.Combine(folder.Path, "whole.h5"), Path.Combine(folder.Path, "resumed.h5"));
        SimulationRun.Write(whole, new DetectorSimulation(Card, new Labelled(), 3), Metadata(), new RunOptions { Count = Count, Threads = 2 });
        using (CancellationTokenSource stop = new())
        {
            Should.Throw<RunInterruptedException>(() => SimulationRun.Write(resumed, new DetectorSimulation(Card, new Labelled(), 3), Metadata(), new RunOptions
            {
                Count = Count,
                Threads = 2,
                Progress = new StopAfter(stop, 11),
                Cancellation = stop.Token,
            }));
        }

        SimulationRun.Write(resumed, new DetectorSimulation(Card, new Labelled(), 3), Metadata(), new RunOptions { Count = Count, Threads = 1 });
        File.ReadAllBytes(resumed).ShouldBe(File.ReadAllBytes(whole));
        using SimulationReader reader = SimulationReader.Open(resumed);
        reader.Metadata.ShouldBe(Metadata());
        for (int i = Count - 1; i >= 0; i--)
        {
            reader.Read(i).Summary.Label.ShouldBe(Labelled.Label(i));
        }
    }

    [Fact]
    public void The_words_stand_beside_the_numbers()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "words.h5");
        SimulationRun.Write(path, new DetectorSimulation(Card, new NoPrimaries(), 3), Metadata() with { WeightNames = WeightNames.None }, new RunOptions { Count = 1, Threads = 1 });
        using Hdf5Reader file = Hdf5Reader.Open(path);
        string[] tokens = file.Text("/events/category", "tokens")!.Split(' ');
        tokens[file.Read<byte>("/events/category")[0]].ShouldBe("cosmic");
        file.Text("/events/region", "tokens")!.Split(' ')[file.Read<byte>("/events/region")[0]].ShouldBe("none");
        file.Count("/weights/value").ShouldBe(0);
    }

    /// <summary>Two electrons of 5 MeV, as version 0.1.0 wrote them.</summary>
    [Fact]
    public void A_file_of_version_0_1_0_is_read_as_not_known()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "old.h5");
        using (FileStream packed = File.OpenRead(Repository.PathOf("tests/Umbriel.Detector.Tests/files/simulated-0.1.0.h5.gz")))
        using (GZipStream unpack = new(packed, CompressionMode.Decompress))
        using (FileStream file = File.Create(path))
        {
            unpack.CopyTo(file);
        }

        using SimulationReader reader = SimulationReader.Open(path);
        reader.Count.ShouldBe(2);
        reader.Metadata.WeightNames.ShouldBe(WeightNames.None);
        reader.Read(1).Summary.Label.ShouldBe(EventLabel.Unknown);
        reader.Read(1).Summary.Given.ShouldBe(0.005, 1e-12);
    }

    private static SimulationMetadata Metadata() => new() { Version = "test", DetectorTitle = Card.Title, DetectorCard = Card.ToCanonicalText(), Source = "labelled", WeightNames = Labelled.Names, Seed = 3 };

    /// <summary>An electron an event, with a label that depends on its number.</summary>
    private sealed class Labelled : IPrimarySource
    {
        public static WeightNames Names { get; } = WeightNames.Of(["CV", "pion absorption +1", "pion absorption -1"]);

        public WeightNames WeightNames => Names;

        public static EventLabel Label(long index) => new()
        {
            Category = (EventCategory)(index % EventTokens.Categories.Count),
            Region = (EventRegion)(index % EventTokens.Regions.Count),
            Neutrino = index % 3 == 0 ? null : new EventNeutrino(-14, 0.1 * index, -211),
            Process = (int)(100 + index),
            Target = 1000180400,
            InputNumber = 5_000_000_000 + index,
            Weight = 0.5 * index,
            NamedWeights = [0.5 * index, 1.0 + index, -index],
        };

        public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
        {
            simulated.Add(new ParticleState { Kind = ParticleKind.Electron, Energy = 0.003, X = 128.0, Z = 500.0, DZ = 1.0 }, -1, CreationProcess.Primary);
            return Label(eventIndex);
        }
    }

    private sealed class StopAfter(CancellationTokenSource stop, int events) : IProgress<long>
    {
        private int seen;

        public void Report(long value)
        {
            if (Interlocked.Increment(ref seen) == events)
            {
                stop.Cancel();
            }
        }
    }
}

using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Tests.Simulation;

public sealed class SimulationFileTests : IDisposable
{
    private static readonly DetectorCard Card = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", "microboone.yaml"));

    private readonly string folder = Directory.CreateTempSubdirectory("umbriel-simulation-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_event_is_read_back_as_it_was_simulated()
    {
        const int Count = 35;
        string path = Path.Combine(folder, "s.h5");
        SimulationRun.Write(path, new DetectorSimulation(Card, Source(), 9), Metadata(), new RunOptions { Count = Count, Threads = 1 });
        using Hdf5Reader reader = Hdf5Reader.Open(path);
        reader.Text("/", "format").ShouldBe("umbriel-simulation");
        reader.Whole("/", "format_version").ShouldBe(2UL);
        reader.Whole("/", "seed").ShouldBe(9UL);
        reader.Text("/", "detector_card").ShouldBe(Card.ToCanonicalText());
        reader.Read<int>("/events/event").ShouldBe(Enumerable.Range(0, Count));

        int[] pdg = reader.Read<int>("/particles/pdg");
        double[] energy = reader.Read<double>("/deposits/energy");
        float[] endZ = reader.Read<float>("/deposits/end_z");
        int[] wires = reader.Read<int>("/regions/wire");
        int[] lengths = reader.Read<int>("/regions/length");
        long[] sampleOffset = reader.Read<long>("/regions/offset");
        short[] adc = reader.Read<short>("/samples/adc");
        double[] flashTime = reader.Read<double>("/flashes/time");
        long[] particleOffset = reader.Read<long>("/events/particle_offset");
        long[] depositOffset = reader.Read<long>("/events/deposit_offset");
        long[] regionOffset = reader.Read<long>("/events/region_offset");
        long[] flashOffset = reader.Read<long>("/events/flash_offset");
        int[] particleCount = reader.Read<int>("/events/particle_count");

        int events = 0;
        foreach (EventResult result in new DetectorSimulation(Card, Source(), 9).Events(Count))
        {
            int e = events++;
            particleCount[e].ShouldBe(result.Simulated.Particles.Count);
            pdg[(int)particleOffset[e]].ShouldBe(11);
            for (int i = 0; i < result.Simulated.Deposits.Count; i++)
            {
                energy[depositOffset[e] + i].ShouldBe(result.Simulated.Deposits[i].Energy);
                endZ[depositOffset[e] + i].ShouldBe((float)result.Simulated.Deposits[i].EndZ);
            }

            for (int i = 0; i < result.Signals.Regions.Count; i++)
            {
                WireRegion region = result.Signals.Regions[i];
                wires[regionOffset[e] + i].ShouldBe(region.Wire);
                lengths[regionOffset[e] + i].ShouldBe(region.Length);
                adc.AsSpan((int)sampleOffset[regionOffset[e] + i], region.Length).SequenceEqual(result.Signals.Samples(region)).ShouldBeTrue();
            }

            flashTime[flashOffset[e]].ShouldBe(result.Flashes[0].Time);
        }

        events.ShouldBe(Count);
        lengths.Sum().ShouldBe(adc.Length);
        adc.Max().ShouldBeGreaterThan((short)20);
    }

    [Fact]
    public void A_cancelled_run_leaves_no_file()
    {
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        string path = Path.Combine(folder, "s.h5");
        Should.Throw<OperationCanceledException>(() => SimulationRun.Write(path, new DetectorSimulation(Card, Source(), 9), Metadata(), new RunOptions { Count = 40, Threads = 1, Cancellation = cancellation.Token }));
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gama", "gamma")]
    [InlineData("Mu-", "mu-")]
    [InlineData("protn", "proton")]
    [InlineData("zebra", "one of")]
    public void An_unknown_particle_is_refused_with_the_nearest_name(string name, string named) =>
        Should.Throw<UserErrorException>(() => ParticleName.Parse("--particle", name)).Message.ShouldContain(named);

    [Fact]
    public void Names_are_read_as_they_are_written()
    {
        foreach (ParticleKind kind in Enum.GetValues<ParticleKind>())
        {
            ParticleName.Parse("--particle", ParticleName.Of(kind)).ShouldBe(kind);
        }
    }

    private static SingleParticleSource Source() => new(ParticleKind.Electron, 0.02, (0.0, 1.0, 1.0), new Box(50.0, 200.0, -50.0, 50.0, 750.0, 900.0));

    private static SimulationMetadata Metadata() => new() { Version = "test", DetectorTitle = Card.Title, DetectorCard = Card.ToCanonicalText(), Source = Source().ToCanonicalText(), Seed = 9 };
}

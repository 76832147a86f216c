using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Tests.Simulation;

public sealed class SimulationReaderTests : IDisposable
{
    private static readonly DetectorCard Card = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", "microboone.yaml"));

    private readonly string folder = Directory.CreateTempSubdirectory("umbriel-reader-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_simulated_is_read_back()
    {
        const int Count = 35;
        string path = Write(Count);
        using SimulationReader reader = SimulationReader.Open(path);
        reader.Count.ShouldBe(Count);
        reader.Metadata.ShouldBe(Metadata());
        reader.Card.ToCanonicalText().ShouldBe(Card.ToCanonicalText());
        List<EventResult> simulated = [.. new DetectorSimulation(Card, Source(), 9).Events(Count)];
        foreach (EventResult result in simulated)
        {
            Compare(reader.Read(reader.Find(result.Index)), result);
            Compare(StoredEvent.Of(result), result);
        }

        // Not in order, and again.
        Compare(reader.Read(Count - 1), simulated[^1]);
        reader.Read(0).Summary.Number.ShouldBe(0);
        Compare(reader.Read(Count - 2), simulated[^2]);
        reader.Find(Count).ShouldBe(-1);
        reader.Find(-1).ShouldBe(-1);
        Should.Throw<ArgumentOutOfRangeException>(() => reader.Read(Count));
    }

    [Fact]
    public void An_event_is_found_by_its_number_where_some_are_missing()
    {
        string path = Path.Combine(folder, "gaps.h5");
        PlainSimulationFile.Write(path, new DetectorSimulation(Card, Source(), 9).Events(10).Where(static e => e.Index % 3 == 1), Metadata());
        using SimulationReader reader = SimulationReader.Open(path);
        new[] { 0, 1, 4, 5, 7, 9 }.Select(n => reader.Find(n)).ShouldBe([-1L, 0, 1, -1, 2, -1]);
        reader.Read(2).Summary.Number.ShouldBe(7);
    }

    [Theory]
    [InlineData("format", "umbriel-events")]
    [InlineData("format_version", "1")]
    [InlineData("detector_card", "density: 7")]
    [InlineData("source", null)]
    [InlineData("seed", null)]
    public void Another_kind_of_file_is_refused(string attribute, string? value)
    {
        string path = Path.Combine(folder, "other.h5");
        using (Hdf5Writer writer = Hdf5Writer.Create(path))
        {
            foreach ((string name, string text) in new[] { ("format", "umbriel-simulation"), ("umbriel_version", "1"), ("detector_title", "sample"), ("cosmics", "none"), ("detector_card", Card.ToCanonicalText()), ("source", "x") })
            {
                if (name != attribute || value is not null)
                {
                    writer.Attribute("/", name, name == attribute ? value! : text);
                }
            }

            writer.Attribute("/", "format_version", attribute == "format_version" ? 1UL : 2UL);
            if (attribute != "seed")
            {
                writer.Attribute("/", "seed", 1UL);
            }

            writer.Finish();
        }

        UserErrorException error = Should.Throw<UserErrorException>(() => SimulationReader.Open(path));
        error.Message.ShouldContain(path);
        error.Message.ShouldContain(attribute == "format_version" ? "version 1" : attribute);
    }

    [Fact]
    public void What_is_no_simulation_is_refused()
    {
        string text = Path.Combine(folder, "text.h5");
        File.WriteAllText(text, "not HDF5");
        Should.Throw<UserErrorException>(() => SimulationReader.Open(text)).Message.ShouldContain("not readable as an HDF5 file");
        Should.Throw<UserErrorException>(() => SimulationReader.Open(Path.Combine(folder, "none.h5"))).Message.ShouldContain("no such file");
        string empty = Path.Combine(folder, "empty.h5");
        using (Hdf5Writer writer = Hdf5Writer.Create(empty))
        {
            writer.Finish();
        }

        Should.Throw<UserErrorException>(() => SimulationReader.Open(empty)).Message.ShouldContain("umbriel simulate");
    }

    [Fact]
    public void Damage_is_an_error_of_one_line_or_does_no_harm()
    {
        byte[] whole = File.ReadAllBytes(Write(2));
        string path = Path.Combine(folder, "damaged.h5");
        // A seed without a chunk size that damage makes 0: HDF5 1.10.8 divides by it, and the process dies whoever reads the file, h5dump too.
        Random random = new(7);
        int refused = 0;
        for (int i = 0; i < 150; i++)
        {
            byte[] bytes = (byte[])whole.Clone();
            if (i % 5 == 0)
            {
                bytes = bytes[..random.Next(bytes.Length)];
            }
            else
            {
                // Most of the structure is at the beginning.
                for (int k = 0; k < 8; k++)
                {
                    bytes[random.Next(i % 2 == 0 ? bytes.Length : Math.Min(bytes.Length, 60_000))] ^= (byte)(1 << random.Next(8));
                }
            }

            File.WriteAllBytes(path, bytes);
            try
            {
                using SimulationReader reader = SimulationReader.Open(path);
                for (long e = 0; e < Math.Min(2, reader.Count); e++)
                {
                    _ = reader.Read(e);
                }
            }
            catch (UserErrorException e)
            {
                refused++;
                e.Message.ShouldContain("damaged.h5");
                e.Message.ShouldNotContain("\n");
            }
        }

        // At least every truncation.
        refused.ShouldBeGreaterThanOrEqualTo(30);
    }

    private static void Compare(StoredEvent stored, EventResult result)
    {
        SimulatedEvent simulated = result.Simulated;
        stored.Summary.ShouldBe(new StoredEventSummary((int)result.Index, result.Label, result.Primaries, result.Given, simulated.Released, result.Deposited, result.Visible, simulated.Escaped, simulated.Lost, result.BeamParticles, result.BeamDeposits));
        stored.Particles.Count.ShouldBe(simulated.Particles.Count);
        for (int i = 0; i < stored.Particles.Count; i++)
        {
            SimulatedParticle expected = simulated.Particles[i];
            ParticleState start = expected.Start;
            (start.DX, start.DY, start.DZ) = ((float)start.DX, (float)start.DY, (float)start.DZ);
            stored.Particles[i].ShouldBe(expected with { Start = start });
        }

        stored.Deposits.ShouldBe(simulated.Deposits.Select(static d => d with
        {
            X = (float)d.X,
            Y = (float)d.Y,
            Z = (float)d.Z,
            EndX = (float)d.EndX,
            EndY = (float)d.EndY,
            EndZ = (float)d.EndZ,
        }));
        stored.Flashes.ShouldBe(result.Flashes);
        stored.Signals.Regions.ShouldBe(result.Signals.Regions);
        stored.Signals.Buffer.SequenceEqual(result.Signals.Buffer).ShouldBeTrue();
    }

    private static SingleParticleSource Source() => new(ParticleKind.Electron, 0.02, (0.0, 1.0, 1.0), new Box(50.0, 200.0, -50.0, 50.0, 750.0, 900.0));

    private static SimulationMetadata Metadata() => new() { Version = "test", DetectorTitle = Card.Title, DetectorCard = Card.ToCanonicalText(), Source = Source().ToCanonicalText(), Seed = 9 };

    private string Write(int count)
    {
        string path = Path.Combine(folder, "s.h5");
        SimulationRun.Write(path, new DetectorSimulation(Card, Source(), 9), Metadata(), new RunOptions { Count = count, Threads = 1 });
        return path;
    }
}

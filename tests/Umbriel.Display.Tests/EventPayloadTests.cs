using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;
using Umbriel.Display.Serving;
using Umbriel.Reconstruction.Output;

namespace Umbriel.Display.Tests;

public class EventPayloadTests
{
    [Fact]
    public void The_page_gets_what_the_file_holds()
    {
        using SimulationReader reader = SimulationReader.Open(Samples.Pairs);
        StoredEvent stored = reader.Read(1);
        byte[] payload = EventPayload.Write(new DisplayDetector(reader.Card), stored);
        (JsonNode head, Func<string, byte[]> array) = Decode(payload);
        head["number"]!.GetValue<int>().ShouldBe(1);
        head["weight"]!.GetValue<double>().ShouldBe(1.5);
        head["energyMeV"]!["given"]!.GetValue<double>().ShouldBe(430.0, 1e-9);
        head["primaries"]!.AsArray().Select(p => (string)p!["symbol"]!).ShouldBe(["e⁻", "e⁺"]);
        MemoryMarshal.Cast<byte, short>(array("samples")).SequenceEqual(stored.Signals.Buffer).ShouldBeTrue();
        int[] regions = MemoryMarshal.Cast<byte, int>(array("regions")).ToArray();
        regions.Length.ShouldBe(4 * stored.Signals.Regions.Count);
        regions[^3].ShouldBe(stored.Signals.Regions[^1].Wire);
        float[] deposits = MemoryMarshal.Cast<byte, float>(array("deposits")).ToArray();
        deposits.Length.ShouldBe(5 * stored.Deposits.Count);
        deposits.Where((_, i) => i % 5 == 4).Sum(e => (double)e).ShouldBe(1e3 * stored.Summary.Deposited, 1e-3);
        int[] lengths = MemoryMarshal.Cast<byte, int>(array("trackLengths")).ToArray();
        array("trackPoints").Length.ShouldBe(16 * lengths.Sum());
        array("trackStyles").Length.ShouldBe(lengths.Length);
        array("depositStyles").Length.ShouldBe(stored.Deposits.Count);
    }

    [Fact]
    public void The_page_gets_what_was_found()
    {
        using SimulationReader reader = SimulationReader.Open(Samples.Pairs);
        using ReconstructionReader found = ReconstructionReader.Open(Samples.Found);
        DisplayDetector detector = new(reader.Card);
        (JsonNode without, Func<string, byte[]> none) = Decode(EventPayload.Write(detector, reader.Read(1)));
        without["found"].ShouldBeNull();
        none("hits").ShouldBeEmpty();
        StoredReconstruction stored = found.Read(1);
        stored.Particles.ShouldNotBeEmpty();
        (JsonNode head, Func<string, byte[]> array) = Decode(EventPayload.Write(detector, reader.Read(1), stored with { Vertex = new(1.0, 2.0, 3.0) }));
        JsonNode told = head["found"]!;
        told["vertex"]!.AsArray().Select(v => v!.GetValue<double>()).ShouldBe([1.0, 2.0, 3.0]);
        told["particles"]!.AsArray().Select(p => p!["charge"]!.GetValue<double>()).ShouldBe(stored.Particles.Select(static p => p.Charge));
        told["particles"]!.AsArray().Select(p => p!["trackScore"]!.GetValue<double>()).ShouldBe(stored.Particles.Select(static p => p.TrackScore!.Value));
        array("hitPlanes").Length.ShouldBe(stored.Hits.Count);
        array("points").Length.ShouldBe(12 * stored.Points.Count);
        int[] owners = MemoryMarshal.Cast<byte, int>(array("hitParticles")).ToArray();
        owners.ShouldBe(stored.HitParticles().Select(static p => p ?? -1));
        owners.ShouldContain(0);
        MemoryMarshal.Cast<byte, int>(array("pointParticles")).ToArray().ShouldBe(stored.Points.Select(static p => p.Particle ?? -1));

        // Hits of the collection plane are drawn on peaks: of those within 30 samples of the largest of a region, half are within two samples, 1 µs, of it.
        float[] hits = MemoryMarshal.Cast<byte, float>(array("hits")).ToArray();
        List<double> distances = [];
        StoredEvent simulated = reader.Read(1);
        for (int i = 0; i < stored.Hits.Count; i++)
        {
            foreach (Detector.Readout.WireRegion region in simulated.Signals.Regions.Where(r => r.Plane == 2 && stored.Hits[i].Plane == 2 && r.Wire == stored.Hits[i].Wire))
            {
                short[] samples = simulated.Signals.Samples(region).ToArray();
                int peak = Array.IndexOf(samples, samples.Max());
                if (samples[peak] > 60 && Math.Abs(region.StartTick + peak - hits[(4 * i) + 1]) < 30.0)
                {
                    distances.Add(Math.Abs(region.StartTick + peak + 0.5 - hits[(4 * i) + 1]));
                }
            }
        }

        distances.Sort();
        distances.Count.ShouldBeGreaterThan(50);
        distances[distances.Count / 2].ShouldBeLessThan(2.0);
    }

    [Fact]
    public void A_readout_with_30_muons_is_a_few_megabytes()
    {
        using SimulationReader reader = SimulationReader.Open(Samples.Muons);
        DisplayDetector detector = new(reader.Card);
        StoredEvent stored = reader.Read(0);
        byte[] payload = EventPayload.Write(detector, stored);
        stored.Summary.Primaries.ShouldBe(30);
        payload.Length.ShouldBeInRange(500_000, 20_000_000);
    }

    [Fact]
    public void Truth_lies_on_the_signals()
    {
        // On every collection wire with a large pulse, the peak is near a deposit's projection: the median distance of the
        // nearest is below one sample of 0.5 us (0.55 mm of drift), the pulse being ten samples wide.
        using SimulationReader reader = SimulationReader.Open(Samples.Pairs);
        DisplayDetector detector = new(reader.Card);
        StoredEvent stored = reader.Read(0);
        ILookup<int, double> projected = stored.Deposits.ToLookup(
            d => detector.Planes[2].Nearest(0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ)),
            d => detector.Tick(2, 0.5 * (d.X + d.EndX), d.Time));
        List<double> distances = [];
        foreach (Detector.Readout.WireRegion region in stored.Signals.Regions.Where(r => r.Plane == 2))
        {
            short[] samples = stored.Signals.Samples(region).ToArray();
            int peak = Array.IndexOf(samples, samples.Max());
            if (samples[peak] > 60 && projected[region.Wire].Any())
            {
                // A sample is drawn from its number to the next.
                distances.Add(projected[region.Wire].Select(tick => region.StartTick + peak + 0.5 - tick).MinBy(Math.Abs));
            }
        }

        distances.Count.ShouldBeGreaterThan(50);
        distances.Sort();
        distances[distances.Count / 2].ShouldBe(0.0, 1.0);
        detector.X(2, detector.Tick(2, 123.0, 0.0)).ShouldBe(123.0, 1e-9);
    }

    [Fact]
    public void Tracks_begin_at_the_vertex_and_photons_are_joined_to_what_they_make()
    {
        using SimulationReader reader = SimulationReader.Open(Samples.Pairs);
        StoredEvent stored = reader.Read(0);
        IReadOnlyList<TruthTrack> tracks = TruthTracks.Of(stored);
        tracks.Take(2).Select(t => t.Particle).ShouldBe([0, 1]);
        tracks[0].Points[0].ShouldBe(new TrackPoint(150.0, 10.0, 400.0, stored.Particles[0].Start.Time));

        // The first steps go along the given direction, within 30 degrees after the first centimetre.
        TrackPoint on = tracks[1].Points.First(p => Math.Abs(p.Z - 400.0) > 1.0);
        double length = Math.Sqrt(Math.Pow(on.X - 150.0, 2) + Math.Pow(on.Y - 10.0, 2) + Math.Pow(on.Z - 400.0, 2));
        (((on.X - 150.0) * -0.05) + ((on.Y - 10.0) * 0.1) + ((on.Z - 400.0) * Math.Sqrt(0.9875))).ShouldBeGreaterThan(0.86 * length);
        TruthTrack photon = tracks.First(t => stored.Particles[t.Particle].Start.Kind == ParticleKind.Photon);
        SimulatedParticle child = stored.Particles.First(p => p.Parent == photon.Particle);
        photon.Points.ShouldContain(p => Math.Abs(p.X - child.Start.X) < 1e-4 && Math.Abs(p.Z - child.Start.Z) < 1e-4);
    }

    private static (JsonNode Head, Func<string, byte[]> Array) Decode(byte[] payload)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(payload);
        ((length + 4) % 8).ShouldBe(0);
        JsonNode head = JsonNode.Parse(payload.AsSpan(4, length))!;
        return (head, name =>
        {
            JsonNode array = head["arrays"]!.AsArray().Single(a => (string)a!["name"]! == name)!;
            int offset = array["offset"]!.GetValue<int>();
            (offset % 4).ShouldBe(0);
            return payload.AsSpan(4 + length + offset, array["bytes"]!.GetValue<int>()).ToArray();
        }
        );
    }
}

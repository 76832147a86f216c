using System.IO.Compression;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Hdf5;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Output;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Reconstruction.Tests;

public sealed class ReconstructionReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static readonly ReconstructionMetadata Metadata = ReconstructionMetadata.Of(
        "here",
        new SimulationMetadata { Version = "there", DetectorTitle = Detectors.Alive.Title, DetectorCard = Detectors.Alive.ToCanonicalText(), Source = "particle: sample\n", WeightNames = WeightNames.Of(["CV", "knob"]), Seed = 7 },
        new ReconstructionSettings { Link = 1.25 },
        ReconstructionModels.Default());

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_written_is_read_back()
    {
        ReconstructedEvent[] events = [.. Sample(3), new ReconstructedEvent(7, EventLabel.None with { Weight = 2.0, NamedWeights = [2.0, 3.0] }, [], [], [], new SliceResult([], null, SliceOutcome.NoPoints, []), null)];
        string path = folder["found.h5"];
        ReconstructionFile.Write(path, events, Metadata, Task.FromResult(new HashedInput("in.h5", "abc")));
        using ReconstructionReader reader = ReconstructionReader.Open(path);
        reader.Count.ShouldBe(4);
        reader.Metadata.ShouldBe(Metadata);
        reader.Find(7).ShouldBe(3);
        reader.Find(4).ShouldBe(-1);
        foreach (int place in new[] { 3, 0, 2, 1 })
        {
            (ReconstructedEvent expected, StoredReconstruction found) = (events[place], reader.Read(place));
            (found.Number, found.Label, found.Vertex).ShouldBe((expected.Number, expected.Label, expected.Interaction?.Vertex));
            found.Hits.ShouldBe(expected.Hits.Select(static h => h with { Width = (float)h.Width, Goodness = (float?)h.Goodness }));
            found.Points.Select(static p => p.Point).ShouldBe(expected.Points);
            found.Points.Select(static p => p.Fragment).ShouldBe(expected.Fragments);
            found.Particles.ShouldBe(expected.Particles.Select((p, k) => new StoredParticle(p.Start, p.Direction, p.Length, p.Charge, p.Core, expected.Interaction!.Measurements[k].TrackScore, expected.Interaction.Measurements[k].Energy)));
            for (int k = 0; k < found.Particles.Count; k++)
            {
                Enumerable.Range(0, found.Points.Count).Where(i => found.Points[i].Particle == k).ShouldBe(expected.Particles[k].Points);
            }

            // A hit belongs to a particle of one of its points.
            IReadOnlyList<int?> owners = found.HitParticles();
            owners.Count.ShouldBe(found.Hits.Count);
            for (int h = 0; h < owners.Count; h++)
            {
                int?[] ofPoints = [.. found.Points.Where(p => p.Point.Hit(found.Hits[h].Plane) == h && p.Particle is not null).Select(static p => p.Particle)];
                (ofPoints.Length == 0 ? owners[h] is null : ofPoints.Contains(owners[h])).ShouldBeTrue();
            }
        }

        using Hdf5Reader file = Hdf5Reader.Open(path);
        file.Text("/events/category", "tokens").ShouldBe(string.Join(' ', EventTokens.Categories));
        file.Text("/", "input").ShouldBe("in.h5");
        file.Text("/", "input_sha256").ShouldBe("abc");
    }

    [Fact]
    public void Columns_that_a_file_may_have_are_read()
    {
        string path = folder["more.h5"];
        using (Hdf5Writer writer = Hdf5Writer.Create(path, path))
        {
            EventFileHeader.Write(writer, ReconstructionFile.Format, ReconstructionFile.FormatVersion, Metadata.Simulation);
            writer.Attribute("/", "simulated_by", "there");
            using HitTable hits = new(writer);
            using PointTable points = new(writer);
            using Hdf5Table<int> particles = new(writer, "/particles");
            particles.Column("event", "", "", static _ => 0).Column("track_score", "", "", static i => i == 0 ? 0.25 : double.NaN).Column("energy", "GeV", "", static i => i == 0 ? 0.5 : double.NaN);
            foreach (string name in new[] { "start_x", "start_y", "start_z", "dx", "dy", "dz", "length", "charge", "core" })
            {
                particles.Column(name, "", "", static i => (double)i);
            }

            using Hdf5Table<int> events = new(writer, "/events");
            events.Column("event", "", "", static i => i).Column("weight", "", "", static _ => 1.0);
            foreach (string name in new[] { "hit", "point", "particle" })
            {
                events.Column($"{name}_offset", "", "", static i => 2L * i).Column($"{name}_count", "", "", i => name == "particle" && i == 0 ? 2 : 0);
                events.Column($"unknown_{name}", "", "", static i => i);
            }

            foreach (string axis in new[] { "x", "y", "z" })
            {
                events.Column($"vertex_{axis}", "cm", "", i => i == 0 ? axis[0] : double.NaN);
            }

            particles.Add(0);
            particles.Add(1);
            events.Add(0);
            particles.Flush();
            events.Flush();
            writer.Finish();
        }

        using ReconstructionReader reader = ReconstructionReader.Open(path);
        StoredReconstruction found = reader.Read(0);
        found.Vertex.ShouldBe(new SpaceVector('x', 'y', 'z'));
        found.Particles.Select(static p => (p.TrackScore, p.Energy)).ShouldBe([(0.25, 0.5), (null, null)]);
    }

    [Fact]
    public void Damage_is_an_error_of_one_line_or_does_no_harm()
    {
        string whole = folder["whole.h5"];
        ReconstructionFile.Write(whole, Sample(1), Metadata);
        byte[] good = File.ReadAllBytes(whole);
        string path = folder["damaged.h5"];
        Random random = new(5);
        int refused = 0;
        for (int i = 0; i < 120; i++)
        {
            byte[] bytes = (byte[])good.Clone();
            if (i % 4 == 0)
            {
                bytes = bytes[..random.Next(bytes.Length)];
            }
            else
            {
                for (int k = 0; k < 8; k++)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }
            }

            File.WriteAllBytes(path, bytes);
            try
            {
                using ReconstructionReader reader = ReconstructionReader.Open(path);
                _ = reader.Read(0).HitParticles();
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

    [Fact]
    public void Another_kind_of_file_and_wrong_indices_are_refused()
    {
        string path = folder["other.h5"];
        using (Hdf5Writer writer = Hdf5Writer.Create(path, path))
        {
            EventFileHeader.Write(writer, SimulationFile.Format, 1, Metadata.Simulation);
            writer.Finish();
        }

        Should.Throw<UserErrorException>(() => ReconstructionReader.Open(path)).Message.ShouldContain("umbriel reconstruct");

        ReconstructedEvent good = Sample(1).Single();
        ReconstructionFile.Write(path, [good with { Hits = [.. good.Hits.Select(static h => h with { Wire = 5000 })] }], Metadata);
        Refused("wire 5000");
        ReconstructionFile.Write(path, [good with { Points = [.. good.Points.Select(static p => p with { Second = 1_000_000 })] }], Metadata);
        Refused("1000000");
        ReconstructionFile.Write(path, [good with { Hits = [.. good.Hits.Select(static h => h with { Charge = double.NaN })] }], Metadata);
        Refused("/hits/charge");

        void Refused(string expected)
        {
            using ReconstructionReader reader = ReconstructionReader.Open(path);
            Should.Throw<UserErrorException>(() => reader.Read(0)).Message.ShouldContain(expected);
        }
    }

    /// <summary>An electron of 5 MeV, found by version 0.1.0.</summary>
    [Fact]
    public void A_file_of_version_0_1_0_is_read_as_not_known()
    {
        string path = folder["old.h5"];
        using (FileStream packed = File.OpenRead(Repository.PathOf("tests/Umbriel.Reconstruction.Tests/files/reconstructed-0.1.0.h5.gz")))
        using (GZipStream unpack = new(packed, CompressionMode.Decompress))
        using (FileStream file = File.Create(path))
        {
            unpack.CopyTo(file);
        }

        using ReconstructionReader reader = ReconstructionReader.Open(path);
        reader.Count.ShouldBe(2);
        reader.Read(1).Label.ShouldBe(EventLabel.Unknown);
        reader.Metadata.Simulation.WeightNames.ShouldBe(WeightNames.None);
    }

    /// <summary>What the events depend on is in the file: another setting or model is another file.</summary>
    [Fact]
    public void Settings_and_models_are_in_the_file()
    {
        ReconstructionFile.Write(folder["x.h5"], [], Metadata);
        using Hdf5Reader file = Hdf5Reader.Open(folder["x.h5"]);
        ReconstructionSettingsReader.Parse("settings", System.Text.Encoding.UTF8.GetBytes(file.Text("/", "settings")!)).ShouldBe(new ReconstructionSettings { Link = 1.25 });
        string[] models = file.Text("/", "models")!.TrimEnd('\n').Split('\n');
        models.Length.ShouldBe(7);
        models.ShouldContain($"stub.json: {ContentHash.OfFile(Repository.PathOf("data/reconstruction/stub.json"))}");
    }

    /// <summary>Files of earlier versions have neither.</summary>
    [Fact]
    public void Without_them_they_are_unknown()
    {
        ReconstructionFile.Write(folder["x.h5"], [], new ReconstructionMetadata("here", Metadata.Simulation, 90.0));
        using ReconstructionReader reader = ReconstructionReader.Open(folder["x.h5"]);
        (reader.Metadata.FlashReach, reader.Metadata.Settings, reader.Metadata.Models).ShouldBe((90.0, null, null));
    }

    private static EventLabel LabelOf(long index) => new()
    {
        Category = EventCategory.NcPi0,
        Region = EventRegion.Cryostat,
        Neutrino = new EventNeutrino(14, 1.1, 211),
        Process = 450,
        Target = 1000180400,
        InputNumber = 1L << 40,
        Weight = 1.5,
        NamedWeights = [1.5, index],
    };

    private static ReconstructedEvent[] Sample(int count)
    {
        EventReconstructor reconstructor = new(new Detector.Readout.DetectorResponse(Detectors.Alive), new ReconstructionSettings(), ReconstructionModels.Default());
        return [.. Events.Single(Detectors.Alive, ParticleKind.Electron, 0.15, (0.1, 0.2, 0.9), count).Select(e => reconstructor.Reconstruct(e.Signals, e.Flashes, (int)e.Index, LabelOf(e.Index)))];
    }
}

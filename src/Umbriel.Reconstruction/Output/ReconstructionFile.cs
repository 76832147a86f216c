using Umbriel.Core;
using Umbriel.Interchange.Hdf5;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Output;

/// <summary>Reconstructed events in HDF5; see docs/formats.md.</summary>
public static class ReconstructionFile
{
    /// <summary>Value of the attribute <c>format</c>.</summary>
    public const string Format = "umbriel-reconstruction";

    /// <summary>Value of the attribute <c>format_version</c>.</summary>
    public const ulong FormatVersion = 1;

    /// <summary>Writes events, holding one at a time; the file appears when it is complete.</summary>
    /// <exception cref="UserErrorException">HDF5 is not installed or the file cannot be written.</exception>
    public static void Write(string path, IEnumerable<ReconstructedEvent> events, ReconstructionMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(metadata);
        AtomicFile.WriteVia(path, temporary =>
        {
            using Hdf5Writer writer = Hdf5Writer.Create(temporary, path);
            writer.Attribute("/", "format", Format);
            writer.Attribute("/", "format_version", FormatVersion);
            writer.Attribute("/", "umbriel_version", metadata.Version);
            writer.Attribute("/", "detector_title", metadata.DetectorTitle);
            writer.Attribute("/", "detector_card", metadata.DetectorCard);
            writer.Attribute("/", "input", metadata.Input);
            writer.Attribute("/", "input_sha256", metadata.InputHash);
            Tables(writer, events);
            writer.Finish();
        });
    }

    private static void Tables(Hdf5Writer writer, IEnumerable<ReconstructedEvent> events)
    {
        using Hdf5Table<Summary> summaries = new(writer, "/events");
        summaries
            .Column("event", "", "number of the event", static r => r.Number)
            .Column("weight", "", "weight of the event", static r => r.Weight)
            .Column("hit_offset", "", "first row in /hits", static r => r.FirstHit)
            .Column("hit_count", "", "rows in /hits", static r => r.Hits)
            .Column("point_offset", "", "first row in /points", static r => r.FirstPoint)
            .Column("point_count", "", "rows in /points", static r => r.Points)
            .Column("particle_offset", "", "first row in /particles", static r => r.FirstParticle)
            .Column("particle_count", "", "rows in /particles", static r => r.Particles);
        using Hdf5Table<(int Event, Hit Hit)> hits = new(writer, "/hits");
        hits.Column("event", "", "number of the event", static r => r.Event)
            .Column("plane", "", "wire plane, in the card's order", static r => (byte)r.Hit.Plane)
            .Column("wire", "", "wire", static r => r.Hit.Wire)
            .Column("time", "samples", "arrival at the first plane", static r => r.Hit.Time)
            .Column("width", "samples", "Gaussian width, smoothing included", static r => (float)r.Hit.Width)
            .Column("charge", "electrons", "charge", static r => r.Hit.Charge)
            .Column("start", "samples", "first sample of the pulse", static r => r.Hit.Start)
            .Column("end", "samples", "last sample of the pulse", static r => r.Hit.End)
            .Column("multiplicity", "", "hits of the pulse", static r => r.Hit.Multiplicity)
            .Column("goodness", "", "chi-square per degree of freedom of the fit, NaN for a piece of a long pulse", static r => (float)(r.Hit.Goodness ?? double.NaN));
        using Hdf5Table<(int Event, SpacePoint Point, int Fragment, int? Particle)> points = new(writer, "/points");
        points
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("x", "cm", "place, for charge of time zero", static r => r.Point.X)
            .Column("y", "cm", "place", static r => r.Point.Y)
            .Column("z", "cm", "place", static r => r.Point.Z)
            .Column("charge", "electrons", "what its hits have in common", static r => r.Point.Charge)
            .Column("planes", "", "bit p is set if plane p has a hit", static r => r.Point.Planes)
            .Column("hit_0", "", "hit of plane 0 within the event, if there is one", static r => Math.Max(0, r.Point.First))
            .Column("hit_1", "", "hit of plane 1 within the event, if there is one", static r => Math.Max(0, r.Point.Second))
            .Column("hit_2", "", "hit of plane 2 within the event, if there is one", static r => Math.Max(0, r.Point.Third))
            .Column("fragment", "", "connected points, 0 with most charge", static r => r.Fragment)
            .Column("in_particle", "", "1 if the point belongs to a particle", static r => (byte)(r.Particle is null ? 0 : 1))
            .Column("particle", "", "its particle within the event, if it has one", static r => r.Particle ?? 0);
        using Hdf5Table<(int Event, Particle Particle, int Points)> particles = new(writer, "/particles");
        particles
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("start_x", "cm", "start", static r => r.Particle.Start.X)
            .Column("start_y", "cm", "start", static r => r.Particle.Start.Y)
            .Column("start_z", "cm", "start", static r => r.Particle.Start.Z)
            .Column("dx", "", "unit vector of the direction", static r => r.Particle.Direction.X)
            .Column("dy", "", "unit vector of the direction", static r => r.Particle.Direction.Y)
            .Column("dz", "", "unit vector of the direction", static r => r.Particle.Direction.Z)
            .Column("length", "cm", "extent along the direction", static r => r.Particle.Length)
            .Column("charge", "electrons", "charge of its points", static r => r.Particle.Charge)
            .Column("core", "", "share of the charge within 1 cm of the axis", static r => r.Particle.Core)
            .Column("points", "", "number of its points", static r => r.Points);
        foreach (ReconstructedEvent found in events)
        {
            summaries.Add(new Summary(found.Number, found.Weight, found.Hits.Count, hits.Count, found.Points.Count, points.Count, found.Particles.Count, particles.Count));
            foreach (Hit hit in found.Hits)
            {
                hits.Add((found.Number, hit));
            }

            int?[] owners = new int?[found.Points.Count];
            for (int k = 0; k < found.Particles.Count; k++)
            {
                particles.Add((found.Number, found.Particles[k] with { Points = [] }, found.Particles[k].Points.Count));
                foreach (int point in found.Particles[k].Points)
                {
                    owners[point] = k;
                }
            }

            for (int i = 0; i < found.Points.Count; i++)
            {
                points.Add((found.Number, found.Points[i], found.Fragments[i], owners[i]));
            }
        }

        summaries.Flush();
        particles.Flush();
        hits.Flush();
        points.Flush();
    }

    /// <summary>A row of /events: numbers alone, since rows are held until many are written together.</summary>
    private readonly record struct Summary(int Number, double Weight, int Hits, long FirstHit, int Points, long FirstPoint, int Particles, long FirstParticle);
}

using Umbriel.Interchange.Hdf5;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Output;

/// <summary>/particles.</summary>
internal sealed class ParticleTable : ReconstructionTable<(int Event, Particle Particle, int Points)>
{
    public ParticleTable(Hdf5Writer writer)
        : base(writer, "/particles") =>
        Rows
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

    public override string Row => "particle";

    public override void Add(ReconstructedEvent found)
    {
        foreach (Particle particle in found.Particles)
        {
            Rows.Add((found.Number, particle with { Points = [] }, particle.Points.Count));
        }
    }
}

using Umbriel.Formats.Hdf5;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Reconstruction.Output;

/// <summary>/particles.</summary>
internal sealed class ParticleTable : ReconstructionTable<ParticleTable.ParticleRow>
{
    public ParticleTable(Hdf5Writer writer)
        : base(writer, "/particles")
    {
        Rows
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("start_x", "cm", "start", static r => r.Particle.Start.X)
            .Column("start_y", "cm", "start", static r => r.Particle.Start.Y)
            .Column("start_z", "cm", "start", static r => r.Particle.Start.Z)
            .Column("end_x", "cm", "point farthest from the start", static r => r.Particle.End.X)
            .Column("end_y", "cm", "point farthest from the start", static r => r.Particle.End.Y)
            .Column("end_z", "cm", "point farthest from the start", static r => r.Particle.End.Z)
            .Column("dx", "", "unit vector of the direction", static r => r.Particle.Direction.X)
            .Column("dy", "", "unit vector of the direction", static r => r.Particle.Direction.Y)
            .Column("dz", "", "unit vector of the direction", static r => r.Particle.Direction.Z)
            .Column("length", "cm", "extent along the direction", static r => r.Particle.Length)
            .Column("charge", "electrons", "charge of its points", static r => r.Particle.Charge)
            .Column("core", "", "share of the charge within 1 cm of the axis", static r => r.Particle.Core)
            .Column("points", "", "number of its points", static r => r.Points)
            .Column("track_score", "", "0 shower to 1 track", static r => r.Measured.TrackScore)
            .Column("is_track", "", "1 if it counts as a track", static r => (byte)(r.Measured.IsTrack ? 1 : 0))
            .OptionalIndex("parent", "particle of the event at whose end it starts", static r => r.Measured.Parent)
            .Optional("energy", "GeV", "kinetic energy: calibrated charge of a shower, of a track by its range", static r => r.Measured.Energy)
            .Column("conversion_distance", "cm", "from the vertex to the start", static r => r.Measured.Relation.ConversionDistance)
            .Column("impact_parameter", "cm", "distance of its line from the vertex", static r => r.Measured.Relation.ImpactParameter)
            .Column("wall_distance", "cm", "of the start from the nearest side of the active volume, negative outside", static r => r.Measured.Surroundings.WallDistance);
        Shower();
        Track();
        Rows
            .OptionalIndex("true_particle", "particle of the simulation that left most of its charge", static r => r.Truth?.TrueParticle)
            .Optional("purity", "", "share of its charge that the true particle left", static r => r.Truth?.Purity)
            .Optional("completeness", "", "share of the true particle's charge in all points that it has", static r => r.Truth?.Completeness)
            .Optional("overlay_fraction", "", "share of its charge that cosmic muons left", static r => r.Truth?.OverlayFraction);
    }

    public override string Row => "particle";

    public override void Add(ReconstructedEvent found)
    {
        for (int k = 0; k < found.Particles.Count; k++)
        {
            ParticleMeasurement measured = found.Interaction!.Measurements[k];
            Rows.Add(new ParticleRow(
                found.Number,
                found.Particles[k] with { Points = [] },
                found.Particles[k].Points.Count,
                measured with { Track = measured.Track with { Samples = [] } },
                found.Truth?[k]));
        }
    }

    private void Shower()
    {
        for (int plane = 0; plane < 3; plane++)
        {
            int p = plane;
            Rows
                .Column($"hits_{p}", "", $"hits in plane {p}", r => r.Measured.Shower.HitCounts[p])
                .Optional($"shower_energy_{p}", "GeV", $"calibrated energy of its charge in plane {p}", r => r.Measured.Shower.Energies[p])
                .Optional($"start_loss_{p}", "MeV/cm", $"dE/dx of the first 4 cm in plane {p}", r => r.Measured.Shower.StartLoss.Planes[p])
                .Optional($"dead_wire_distance_{p}", "cm", $"of the start from the nearest dead wire of plane {p}", r => r.Measured.Surroundings.DeadWireDistances[p]);
        }

        Rows
            .OptionalIndex("energy_plane", "plane whose shower energy counts", static r => r.Measured.Shower.EnergyPlane)
            .Optional("shower_energy", "GeV", "energy as of a shower", static r => r.Measured.Shower.Energy)
            .Optional("start_loss", "MeV/cm", "dE/dx of the first 4 cm, planes combined", static r => r.Measured.Shower.StartLoss.Combined)
            .Optional("start_loss_spatial", "MeV/cm", "dE/dx of the first 4 cm from space points", static r => r.Measured.Shower.StartLoss.Spatial)
            .Optional("opening_angle", "degrees", "mean angle of the charge to the direction", static r => r.Measured.Shower.OpeningAngle)
            .Optional("hit_width", "samples", "mean width of its hits on the collection plane", static r => r.Measured.Shower.HitWidth)
            .Optional("energy_per_hit", "GeV", "shower energy over the mean number of hits of a plane", static r => r.Measured.Shower.EnergyPerHit);
    }

    private void Track()
    {
        static Func<ParticleRow, T> Of<T>(Func<TrackMeasurement, T> value) => r => value(r.Measured.Track);
        Rows
            .Column("track_length", "cm", "along the track", Of(static t => t.Length))
            .Column("muon_energy", "GeV", "kinetic energy of a muon of this range", Of(static t => t.MuonEnergy))
            .Column("pion_energy", "GeV", "the same of a charged pion", Of(static t => t.PionEnergy))
            .Column("proton_energy", "GeV", "the same of a proton", Of(static t => t.ProtonEnergy))
            .Optional("calorimetric_energy", "GeV", "mean dE/dx times length", Of(static t => t.CalorimetricEnergy))
            .Optional("muon_chi2", "", "how badly dE/dx against range fits a stopping muon, per wire", Of(static t => t.MuonChi2))
            .Optional("proton_chi2", "", "the same for a proton", Of(static t => t.ProtonChi2))
            .Optional("first_half_loss", "MeV/cm", "mean dE/dx of the first half", Of(static t => t.FirstHalf))
            .Optional("second_half_loss", "MeV/cm", "mean dE/dx of the second half", Of(static t => t.SecondHalf))
            .Optional("truncated_loss", "MeV/cm", "mean dE/dx near the median", Of(static t => t.TruncatedMean));
    }

    /// <summary>A row: no lists of points or samples.</summary>
    internal sealed record ParticleRow(int Event, Particle Particle, int Points, ParticleMeasurement Measured, TruthMatch? Truth);
}

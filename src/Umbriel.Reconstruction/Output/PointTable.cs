using Umbriel.Formats.Hdf5;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Output;

/// <summary>/points.</summary>
internal sealed class PointTable : ReconstructionTable<(int Event, SpacePoint Point, int Fragment, int Slice, bool Neutrino, int? Particle)>
{
    public PointTable(Hdf5Writer writer)
        : base(writer, "/points") =>
        Rows
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
            .Column("slice", "", "slice of the fragment", static r => r.Slice)
            .Column("in_neutrino_slice", "", "1 if that is the neutrino's", static r => (byte)(r.Neutrino ? 1 : 0))
            .Column("in_particle", "", "1 if the point belongs to a particle", static r => (byte)(r.Particle is null ? 0 : 1))
            .Column("particle", "", "its particle within the event, if it has one", static r => r.Particle ?? 0);

    public override string Row => "point";

    public override void Add(ReconstructedEvent found)
    {
        int?[] owners = new int?[found.Points.Count];
        for (int k = 0; k < found.Particles.Count; k++)
        {
            foreach (int point in found.Particles[k].Points)
            {
                owners[point] = k;
            }
        }

        for (int i = 0; i < found.Points.Count; i++)
        {
            Rows.Add((found.Number, found.Points[i], found.Fragments[i], found.Sliced.OfPoint[i], found.Sliced.IsNeutrino(i), owners[i]));
        }
    }
}

using Umbriel.Core;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>
/// The line along a track: from its start through the centres of charge of slices across the line from start to centre, to the
/// farthest point. A track that turns back on itself is folded.
/// </summary>
internal sealed class Spine
{
    private readonly SpaceVector start;
    private readonly SpaceVector axis;
    private readonly List<(double Along, double Path, SpaceVector Place)> nodes = [];

    public Spine(Particle particle, IReadOnlyList<SpacePoint> points, double step)
    {
        start = particle.Start;
        SpaceVector centre = default;
        double charge = 0.0;
        foreach (int i in particle.Points)
        {
            centre += points[i].Place * points[i].Charge;
            charge += points[i].Charge;
        }

        SpaceVector towards = (centre * (1.0 / charge)) - start;
        axis = towards.Length > 0.0 ? towards.Unit() : particle.Direction;
        int end = particle.Points.MaxBy(i => (points[i].Place - start).Dot(axis));
        double farthest = (points[end].Place - start).Dot(axis);
        int slices = Math.Max(1, (int)Math.Round(farthest / step));
        double width = farthest / slices;
        (double Charge, SpaceVector Sum)[] sums = new (double, SpaceVector)[slices];
        foreach (int i in particle.Points)
        {
            double along = (points[i].Place - start).Dot(axis);
            if (along >= 0.0 && width > 0.0)
            {
                int k = Math.Min(slices - 1, (int)(along / width));
                sums[k] = (sums[k].Charge + points[i].Charge, sums[k].Sum + (points[i].Place * points[i].Charge));
            }
        }

        nodes.Add((0.0, 0.0, start));
        for (int k = 1; k < slices - 1; k++)
        {
            if (sums[k].Charge > 0.0)
            {
                Add(sums[k].Sum * (1.0 / sums[k].Charge));
            }
        }

        Add(points[end].Place);
    }

    /// <summary>Length of the line, cm.</summary>
    public double Length => nodes[^1].Path;

    /// <summary>How far along the line a place is, cm, and where the line goes there; null for a line without length.</summary>
    public (double Path, SpaceVector Direction)? At(SpaceVector place)
    {
        if (nodes.Count < 2)
        {
            return null;
        }

        double along = (place - start).Dot(axis);
        int k = 1;
        while (k < nodes.Count - 1 && nodes[k].Along < along)
        {
            k++;
        }

        (double Along, double Path, SpaceVector Place) a = nodes[k - 1];
        (double Along, double Path, SpaceVector Place) b = nodes[k];
        double share = Math.Clamp((along - a.Along) / (b.Along - a.Along), 0.0, 1.0);
        return (a.Path + (share * (b.Path - a.Path)), (b.Place - a.Place).Unit());
    }

    private void Add(SpaceVector place)
    {
        double along = (place - start).Dot(axis);
        if (along > nodes[^1].Along)
        {
            nodes.Add((along, nodes[^1].Path + (place - nodes[^1].Place).Length, place));
        }
    }
}

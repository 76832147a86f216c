using Umbriel.Core;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>
/// Particles from fragments, the one of most charge first: its axis gathers what lies in a double cone around it and not too
/// far beyond, until nothing is added; the end from which the charge is seen under the smaller angle is the start. What
/// touches is not taken apart: a pair with a small opening, or a shower and a track from one vertex, are one particle.
/// </summary>
public sealed class ParticleFinder
{
    /// <summary>Radius, cm, around an end within which charge speaks for its being the start, and how much: chosen on simulated electrons of 0.1 to 0.8 GeV.</summary>
    private const double Near = 15.0;
    private const double NearPower = 0.3;

    /// <summary>A fragment with this share of the main one's charge may hold the start.</summary>
    private const double StartShare = 0.05;

    private readonly ParticleSettings settings;

    /// <summary>Prepares.</summary>
    public ParticleFinder(ParticleSettings settings) => this.settings = settings;

    /// <summary>The particles of an event, of most charge first.</summary>
    public IReadOnlyList<Particle> Find(PointCloud cloud)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        List<Particle> particles = [];
        List<(IReadOnlyList<int> Members, ChargeShape Shape)> left = [.. cloud.Fragments.Select(f => (f, ChargeShape.Of(cloud.Points, f)))];
        while (left.Count > 0 && left[0].Shape.Charge >= settings.LeastCharge)
        {
            if (left[0].Members.Count < settings.LeastPoints)
            {
                left.RemoveAt(0);
                continue;
            }

            List<int> members = [.. left[0].Members];
            List<int> ends = [.. members];
            double mainCharge = left[0].Shape.Charge;
            ChargeShape shape = left[0].Shape;
            left.RemoveAt(0);
            bool grew = true;
            while (grew)
            {
                grew = false;
                for (int k = left.Count - 1; k >= 0; k--)
                {
                    if (Belongs(shape, left[k].Shape))
                    {
                        members.AddRange(left[k].Members);
                        if (left[k].Members.Count >= settings.LeastPoints && left[k].Shape.Charge > StartShare * mainCharge)
                        {
                            ends.AddRange(left[k].Members);
                        }

                        left.RemoveAt(k);
                        grew = true;
                    }
                }

                shape = ChargeShape.Of(cloud.Points, members);
            }

            members.Sort();
            particles.Add(Describe(cloud.Points, members, ends, shape));
        }

        particles.Sort(static (a, b) => b.Charge.CompareTo(a.Charge));
        return particles;
    }

    private bool Belongs(in ChargeShape shape, in ChargeShape other)
    {
        SpaceVector d = other.Centre - shape.Centre;
        double along = d.Dot(shape.Axis);
        double across = Math.Sqrt(Math.Max(0.0, d.Dot(d) - (along * along)));
        double beyond = Math.Max(along - shape.High, shape.Low - along);
        return beyond < settings.Gap && across < settings.Radius + (settings.Slope * Math.Abs(along));
    }

    private static Particle Describe(IReadOnlyList<SpacePoint> points, List<int> members, List<int> ends, in ChargeShape shape)
    {
        (SpaceVector centre, SpaceVector axis) = (shape.Centre, shape.Axis);
        int low = ends.MinBy(i => (points[i].Place - centre).Dot(axis));
        int high = ends.MaxBy(i => (points[i].Place - centre).Dot(axis));
        SpaceVector start = Breadth(points, members, points[low].Place, centre) <= Breadth(points, members, points[high].Place, centre) ? points[low].Place : points[high].Place;
        SpaceVector direction = Direction(points, members, start, centre);
        double length = 0.0;
        double core = 0.0;
        foreach (int i in members)
        {
            SpaceVector d = points[i].Place - start;
            double along = d.Dot(direction);
            length = Math.Max(length, along);
            core += d.Dot(d) - (along * along) < 1.0 ? points[i].Charge : 0.0;
        }

        return new Particle(members, start, direction, length, shape.Charge, core / shape.Charge);
    }

    /// <summary>Mean angle of the charge to the line from a possible start to the centre; larger where little charge is near the start, as at a shower's ragged end.</summary>
    private static double Breadth(IReadOnlyList<SpacePoint> points, List<int> members, SpaceVector start, SpaceVector centre)
    {
        SpaceVector axis = (centre - start).Unit();
        double sum = 0.0;
        double charge = 0.0;
        double near = 0.0;
        foreach (int i in members)
        {
            SpaceVector d = points[i].Place - start;
            double along = d.Dot(axis);
            sum += points[i].Charge * Math.Atan2(Math.Sqrt(Math.Max(0.0, d.Dot(d) - (along * along))), along);
            charge += points[i].Charge;
            near += d.Dot(d) < Near * Near ? points[i].Charge : 0.0;
        }

        return sum / charge * Math.Pow(near / charge, -NearPower);
    }

    /// <summary>Charge within a cone, weighted less where it is far.</summary>
    private static SpaceVector Direction(IReadOnlyList<SpacePoint> points, List<int> members, SpaceVector start, SpaceVector centre)
    {
        SpaceVector axis = (centre - start).Unit();
        SpaceVector sum = default;
        foreach (int i in members)
        {
            SpaceVector d = points[i].Place - start;
            double distance = d.Length;
            if (d.Dot(axis) > 0.85 * distance)
            {
                sum += d * (points[i].Charge / (1.0 + (distance * distance / 100.0)));
            }
        }

        return sum == default ? axis : sum.Unit();
    }
}

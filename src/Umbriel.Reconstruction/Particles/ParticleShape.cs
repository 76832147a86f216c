using Umbriel.Core;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Direction, length and core of a particle from its points and start.</summary>
internal static class ParticleShape
{
    /// <summary>Distance, cm, at which a charge counts half when the direction is worked out.</summary>
    private const double Half = 10.0;

    /// <summary>The same for the first estimate.</summary>
    private const double FirstHalf = 20.0;

    /// <summary>Cosine of the half angle of the cone in which charge counts.</summary>
    private const double Cone = 0.85;

    /// <summary>Direction in which the charge in a cone is seen from the start, near charge counting more.</summary>
    public static SpaceVector Direction(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> members, SpaceVector start)
    {
        SpaceVector axis = Sum(points, members, start, FirstHalf, default);
        axis = axis == default ? new SpaceVector(0.0, 0.0, 1.0) : axis.Unit();
        SpaceVector sum = Sum(points, members, start, Half, axis);
        return sum == default ? axis : sum.Unit();
    }

    /// <summary>Largest coordinate along an axis from the start, at least 0, cm.</summary>
    public static double Extent(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> members, SpaceVector start, SpaceVector axis)
    {
        double extent = 0.0;
        foreach (int i in members)
        {
            extent = Math.Max(extent, (points[i].Place - start).Dot(axis));
        }

        return extent;
    }

    /// <summary>The particle.</summary>
    public static Particle Describe(IReadOnlyList<SpacePoint> points, List<int> members, SpaceVector start)
    {
        members.Sort();
        SpaceVector direction = Direction(points, members, start);
        double charge = 0.0;
        double core = 0.0;
        double farthest = 0.0;
        SpaceVector end = start;
        foreach (int i in members)
        {
            SpaceVector d = points[i].Place - start;
            double along = d.Dot(direction);
            charge += points[i].Charge;
            core += d.Dot(d) - (along * along) < 1.0 ? points[i].Charge : 0.0;
            if (d.Dot(d) > farthest)
            {
                (farthest, end) = (d.Dot(d), points[i].Place);
            }
        }

        return new Particle(members, start, direction, Extent(points, members, start, direction), charge, core / charge, end);
    }

    private static SpaceVector Sum(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> members, SpaceVector start, double half, SpaceVector axis)
    {
        SpaceVector sum = default;
        foreach (int i in members)
        {
            SpaceVector d = points[i].Place - start;
            double square = d.Dot(d);
            if (axis == default || d.Dot(axis) > Cone * Math.Sqrt(square))
            {
                sum += d * (points[i].Charge / (1.0 + (square / (half * half))));
            }
        }

        return sum;
    }
}

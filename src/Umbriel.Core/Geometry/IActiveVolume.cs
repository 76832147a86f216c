namespace Umbriel.Core.Geometry;

/// <summary>A convex body in which pairs are looked for.</summary>
public interface IActiveVolume : IVolume
{
    /// <summary>The smallest box around it.</summary>
    Box Bounds { get; }

    /// <summary>A point distributed uniformly, from three uniform numbers.</summary>
    void Sample(double u, double v, double w, out double x, out double y, out double z);

    /// <summary>Whether the point lies inside or on the surface.</summary>
    bool Contains(double x, double y, double z);
}

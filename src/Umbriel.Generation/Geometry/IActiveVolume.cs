namespace Umbriel.Generation.Geometry;

/// <summary>A convex body in which pairs are looked for.</summary>
public interface IActiveVolume : IVolume
{
    /// <summary>The smallest box around it.</summary>
    Box Bounds { get; }

    /// <summary>Whether the point lies inside or on the surface.</summary>
    bool Contains(double x, double y, double z);
}

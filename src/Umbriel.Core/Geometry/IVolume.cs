namespace Umbriel.Core.Geometry;

/// <summary>A convex body.</summary>
public interface IVolume
{
    /// <summary>Volume, cm³.</summary>
    double Volume { get; }

    /// <summary>Stretch of the ray inside the body.</summary>
    Interval Intersect(in Ray ray);
}

using Umbriel.Core.Geometry;

namespace Umbriel.Generation.Geometry;

/// <summary>A ball around (X, Y, Z), cm.</summary>
public sealed record Ball(double X, double Y, double Z, double Radius) : IActiveVolume
{
    /// <inheritdoc/>
    public double Volume => 4.0 / 3.0 * Math.PI * Radius * Radius * Radius;

    /// <inheritdoc/>
    public Box Bounds => new(X - Radius, X + Radius, Y - Radius, Y + Radius, Z - Radius, Z + Radius);

    /// <inheritdoc/>
    public void Sample(double u, double v, double w, out double x, out double y, out double z)
    {
        double distance = Radius * Math.Cbrt(u);
        double cosine = (2.0 * v) - 1.0;
        double transverse = distance * Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * w);
        (x, y, z) = (X + (transverse * cos), Y + (transverse * sin), Z + (distance * cosine));
    }

    /// <inheritdoc/>
    public bool Contains(double x, double y, double z) =>
        ((x - X) * (x - X)) + ((y - Y) * (y - Y)) + ((z - Z) * (z - Z)) <= Radius * Radius;

    /// <inheritdoc/>
    public Interval Intersect(in Ray ray)
    {
        double dx = ray.X - X;
        double dy = ray.Y - Y;
        double dz = ray.Z - Z;
        return Ray.Quadratic(1.0, (dx * ray.DX) + (dy * ray.DY) + (dz * ray.DZ), (dx * dx) + (dy * dy) + (dz * dz) - (Radius * Radius));
    }
}

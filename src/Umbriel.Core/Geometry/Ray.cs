using System.Runtime.CompilerServices;

namespace Umbriel.Core.Geometry;

/// <summary>A half-line from (X, Y, Z) in cm along the unit vector (DX, DY, DZ).</summary>
public readonly record struct Ray(double X, double Y, double Z, double DX, double DY, double DZ)
{
    /// <summary>The point at distance <paramref name="l"/> cm.</summary>
    public (double X, double Y, double Z) At(double l) => (X + (l * DX), Y + (l * DY), Z + (l * DZ));

    /// <summary>Stretch with <paramref name="low"/> ≤ coordinate ≤ <paramref name="high"/> for one axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval Slab(double start, double direction, double low, double high)
    {
        if (direction == 0.0)
        {
            return start >= low && start <= high ? new Interval(0.0, double.MaxValue) : Interval.Empty;
        }

        double inverse = 1.0 / direction;
        double a = (low - start) * inverse;
        double b = (high - start) * inverse;
        return new Interval(Math.Max(0.0, Math.Min(a, b)), Math.Max(a, b));
    }

    /// <summary>Stretch with a l² + 2 b l + c ≤ 0, l ≥ 0, for a ≥ 0.</summary>
    public static Interval Quadratic(double a, double b, double c)
    {
        if (a < 1e-300)
        {
            return c <= 0.0 ? new Interval(0.0, double.MaxValue) : Interval.Empty;
        }

        double discriminant = (b * b) - (a * c);
        if (discriminant <= 0.0)
        {
            return Interval.Empty;
        }

        double root = Math.Sqrt(discriminant);
        return new Interval(Math.Max(0.0, (-b - root) / a), (-b + root) / a);
    }
}

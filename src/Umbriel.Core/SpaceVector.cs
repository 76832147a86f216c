namespace Umbriel.Core;

/// <summary>A vector in space, of any unit.</summary>
public readonly record struct SpaceVector(double X, double Y, double Z)
{
    /// <summary>Its length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Scalar product.</summary>
    public double Dot(SpaceVector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>Length of its part across a direction.</summary>
    /// <param name="direction">The direction, of length 1.</param>
    public double Across(SpaceVector direction)
    {
        double along = Dot(direction);
        return Math.Sqrt(Math.Max(0.0, Dot(this) - (along * along)));
    }

    /// <summary>The vector of length 1 in its direction; not a number for zero.</summary>
    public SpaceVector Unit() => this * (1.0 / Length);

    /// <summary>Sum.</summary>
    public static SpaceVector operator +(SpaceVector a, SpaceVector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference.</summary>
    public static SpaceVector operator -(SpaceVector a, SpaceVector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Opposite.</summary>
    public static SpaceVector operator -(SpaceVector a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>Multiple.</summary>
    public static SpaceVector operator *(SpaceVector a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);
}

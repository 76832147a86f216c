using System.Diagnostics;

namespace Umbriel.Core;

/// <summary>A four-vector (E, px, py, pz), metric (+,−,−,−), GeV.</summary>
public readonly record struct FourVector(double E, double X, double Y, double Z)
{
    /// <summary>Minkowski product.</summary>
    public double Dot(in FourVector other) => (E * other.E) - (X * other.X) - (Y * other.Y) - (Z * other.Z);

    /// <summary>Invariant square E² − p².</summary>
    public double MassSquared => Dot(this);

    /// <summary>Magnitude of the three-momentum.</summary>
    public double Momentum => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    /// <summary>Cosine of the angle to the z axis; 1 for a vector at rest.</summary>
    public double CosTheta => Momentum is > 0 and double p ? Z / p : 1.0;

    /// <summary>Sum.</summary>
    public static FourVector operator +(in FourVector a, in FourVector b) => new(a.E + b.E, a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference.</summary>
    public static FourVector operator -(in FourVector a, in FourVector b) => new(a.E - b.E, a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Scaling.</summary>
    public static FourVector operator *(double s, in FourVector a) => new(s * a.E, s * a.X, s * a.Y, s * a.Z);

    /// <summary>
    /// Takes this vector from the rest frame of <paramref name="parent"/> (of mass <paramref name="parentMass"/> &gt; 0)
    /// to the frame in which the parent has that momentum. Rotation-free boost.
    /// </summary>
    public FourVector BoostFromRestFrameOf(in FourVector parent, double parentMass)
    {
        Debug.Assert(parentMass > 0.0 && parent.E > 0.0);
        double along = ((X * parent.X) + (Y * parent.Y) + (Z * parent.Z)) / parentMass;
        double e = ((E * parent.E) / parentMass) + along;
        double factor = (E + e) / (parent.E + parentMass);
        return new FourVector(e, X + (factor * parent.X), Y + (factor * parent.Y), Z + (factor * parent.Z));
    }

    /// <summary>The inverse of <see cref="BoostFromRestFrameOf"/>.</summary>
    public FourVector BoostToRestFrameOf(in FourVector parent, double parentMass) =>
        BoostFromRestFrameOf(new FourVector(parent.E, -parent.X, -parent.Y, -parent.Z), parentMass);

    /// <summary>Angle in radians between the three-momenta; stable for small angles. Zero if either is at rest.</summary>
    public static double AngleBetween(in FourVector a, in FourVector b)
    {
        double cx = (a.Y * b.Z) - (a.Z * b.Y);
        double cy = (a.Z * b.X) - (a.X * b.Z);
        double cz = (a.X * b.Y) - (a.Y * b.X);
        return Math.Atan2(Math.Sqrt((cx * cx) + (cy * cy) + (cz * cz)), (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z));
    }
}

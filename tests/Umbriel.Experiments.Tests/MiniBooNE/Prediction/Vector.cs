using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>A vector in space.</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    public double Length => Math.Sqrt(Dot(this));

    public Vector Unit => 1.0 / Length * this;

    public static Vector operator +(in Vector a, in Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator *(double s, in Vector a) => new(s * a.X, s * a.Y, s * a.Z);

    public static Vector Of(in FourVector p) => new(p.X, p.Y, p.Z);

    public double Dot(in Vector b) => (X * b.X) + (Y * b.Y) + (Z * b.Z);

    /// <summary>The unit vector at an angle to this unit vector, at a fraction of a turn about it, by Gram-Schmidt.</summary>
    public Vector Turned(double turn, double angle)
    {
        Vector other = Math.Abs(X) < 0.7 ? new(1.0, 0.0, 0.0) : new(0.0, 1.0, 0.0);
        Vector u = (other + (-Dot(other) * this)).Unit;
        Vector v = new((Y * u.Z) - (Z * u.Y), (Z * u.X) - (X * u.Z), (X * u.Y) - (Y * u.X));
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * turn);
        return (Math.Cos(angle) * this) + (Math.Sin(angle) * ((cos * u) + (sin * v)));
    }
}

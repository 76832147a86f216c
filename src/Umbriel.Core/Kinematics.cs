using System.Diagnostics;

namespace Umbriel.Core;

/// <summary>Kinematics of decays into two and three and of what collides; energies and momenta in GeV.</summary>
public static class Kinematics
{
    /// <summary>Momentum of the products of M → m₁ m₂ in its rest frame: PDG 2024 (49.17); 0 at threshold and below.</summary>
    public static double TwoBodyMomentum(double mass, double first, double second)
    {
        double sum = first + second;
        double difference = first - second;
        double square = ((mass * mass) - (sum * sum)) * ((mass * mass) - (difference * difference));
        return square <= 0.0 ? 0.0 : Math.Sqrt(square) / (2.0 * mass);
    }

    /// <summary>Decays a vector into two of given masses; direction in its rest frame given as unit vector.</summary>
    public static (FourVector First, FourVector Second) Decay(in FourVector parent, double mass, double first, double second, SpaceVector direction)
    {
        Debug.Assert(mass > 0.0 && first >= 0.0 && second >= 0.0);
        Debug.Assert(Math.Abs((direction.X * direction.X) + (direction.Y * direction.Y) + (direction.Z * direction.Z) - 1.0) < 1e-4);
        double p = TwoBodyMomentum(mass, first, second);
        FourVector one = new(Math.Sqrt((p * p) + (first * first)), p * direction.X, p * direction.Y, p * direction.Z);
        FourVector boosted = one.BoostFromRestFrameOf(parent, mass);
        return (boosted, parent - boosted);
    }

    /// <summary>Decays a vector into three by phase space: uniform in m₂₃ up to the momenta (rejection).</summary>
    public static (FourVector First, FourVector Second, FourVector Third) Decay(ref RandomStream random, in FourVector parent, double mass, double first, double second, double third)
    {
        Debug.Assert(mass > first + second + third);
        double low = second + third;
        double high = mass - first;
        double largest = TwoBodyMomentum(mass, first, low) * TwoBodyMomentum(high, second, third);
        double pair;
        do
        {
            pair = low + (random.NextDouble() * (high - low));
        }
        while (random.NextDouble() * largest > TwoBodyMomentum(mass, first, pair) * TwoBodyMomentum(pair, second, third));

        (FourVector one, FourVector both) = Decay(parent, mass, first, pair, Direction.Isotropic(ref random));
        (FourVector two, FourVector three) = Decay(both, pair, second, third, Direction.Isotropic(ref random));
        return (one, two, three);
    }

    /// <summary>Direction of a momentum in the rest frame of another; along z where it has none.</summary>
    public static SpaceVector DirectionInRestFrame(in FourVector momentum, in FourVector parent, double mass)
    {
        FourVector centre = momentum.BoostToRestFrameOf(parent, mass);
        double p = centre.Momentum;
        return p > 0.0 ? new SpaceVector(centre.X / p, centre.Y / p, centre.Z / p) : new SpaceVector(0.0, 0.0, 1.0);
    }

    /// <summary>A direction turned by a polar angle, given as cosine, and a random azimuth.</summary>
    public static SpaceVector Turned(ref RandomStream random, SpaceVector direction, double cos)
    {
        (double x, double y, double z) = (direction.X, direction.Y, direction.Z);
        cos = Math.Clamp(cos, -1.0, 1.0);
        double sin = Math.Sqrt(1.0 - (cos * cos));
        (double s, double c) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        Direction.Rotate(ref x, ref y, ref z, sin * c, sin * s, cos);
        return new SpaceVector(x, y, z);
    }
}

using Umbriel.Core;

namespace Umbriel.Reconstruction.Training;

/// <summary>Directions of simulated particles.</summary>
internal static class RandomDirection
{
    /// <summary>Any direction, equally likely.</summary>
    public static SpaceVector Isotropic(ref RandomStream random)
    {
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        double sine = Math.Sqrt(1.0 - (cosine * cosine));
        double azimuth = 2.0 * Math.PI * random.NextDouble();
        return new SpaceVector(sine * Math.Cos(azimuth), sine * Math.Sin(azimuth), cosine);
    }

    /// <summary>A direction at an angle to an axis, about it at an azimuth, radians.</summary>
    public static SpaceVector Tilted(SpaceVector axis, double angle, double azimuth)
    {
        SpaceVector helper = Math.Abs(axis.Z) < 0.9 ? new SpaceVector(0.0, 0.0, 1.0) : new SpaceVector(1.0, 0.0, 0.0);
        SpaceVector u = Cross(axis, helper).Unit();
        SpaceVector v = Cross(axis, u);
        return (axis * Math.Cos(angle)) + (((u * Math.Cos(azimuth)) + (v * Math.Sin(azimuth))) * Math.Sin(angle));
    }

    private static SpaceVector Cross(SpaceVector a, SpaceVector b) => new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
}

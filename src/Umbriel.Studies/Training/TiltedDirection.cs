using Umbriel.Core;

namespace Umbriel.Studies.Training;

/// <summary>
/// Directions at an angle to others. Not <see cref="Direction.FromFrame"/>: that frame has other axes across, which would
/// change every event of the training and of the performance samples.
/// </summary>
internal static class TiltedDirection
{
    /// <summary>A direction at an angle to an axis, about it at an azimuth, radians.</summary>
    public static SpaceVector Of(SpaceVector axis, double angle, double azimuth)
    {
        SpaceVector helper = Math.Abs(axis.Z) < 0.9 ? new SpaceVector(0.0, 0.0, 1.0) : new SpaceVector(1.0, 0.0, 0.0);
        SpaceVector u = Cross(axis, helper).Unit();
        SpaceVector v = Cross(axis, u);
        return (axis * Math.Cos(angle)) + (((u * Math.Cos(azimuth)) + (v * Math.Sin(azimuth))) * Math.Sin(angle));
    }

    private static SpaceVector Cross(SpaceVector a, SpaceVector b) => new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
}

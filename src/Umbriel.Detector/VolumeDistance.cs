using System.Runtime.CompilerServices;
using Umbriel.Core.Geometry;

namespace Umbriel.Detector;

/// <summary>Distances within the box, cm.</summary>
internal static class VolumeDistance
{
    /// <summary>To the nearest face, whatever the direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToNearestFace(in Box volume, ParticleState at) => Math.Min(
        Math.Min(Math.Min(at.X - volume.XLow, volume.XHigh - at.X), Math.Min(at.Y - volume.YLow, volume.YHigh - at.Y)),
        Math.Min(at.Z - volume.ZLow, volume.ZHigh - at.Z));

    /// <summary>Along the direction of a particle that is inside.</summary>
    public static double Ahead(in Box volume, ParticleState at) => Math.Min(
        Math.Min(Along(at.X, at.DX, volume.XLow, volume.XHigh), Along(at.Y, at.DY, volume.YLow, volume.YHigh)),
        Along(at.Z, at.DZ, volume.ZLow, volume.ZHigh));

    private static double Along(double at, double direction, double low, double high) => direction switch
    {
        > 0.0 => Math.Max(0.0, (high - at) / direction),
        < 0.0 => Math.Max(0.0, (low - at) / direction),
        _ => double.PositiveInfinity,
    };
}

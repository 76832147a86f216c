using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>Straight flight in a box.</summary>
internal static class Boundary
{
    /// <summary>Distance along the direction to the box's surface from inside, cm.</summary>
    public static double Distance(ParticleState particle, in TransportVolume volume) => Math.Min(
        Along(particle.X, particle.DX, volume.XLow, volume.XHigh),
        Math.Min(Along(particle.Y, particle.DY, volume.YLow, volume.YHigh), Along(particle.Z, particle.DZ, volume.ZLow, volume.ZHigh)));

    /// <summary>Moves a particle; the time passes at velocity β c.</summary>
    public static void Advance(ref ParticleState particle, double length, double beta)
    {
        particle.X += length * particle.DX;
        particle.Y += length * particle.DY;
        particle.Z += length * particle.DZ;
        particle.Time += length / (beta * PhysicalConstants.SpeedOfLight);
    }

    private static double Along(double x, double direction, double low, double high) => direction switch
    {
        > 0.0 => Math.Max(0.0, (high - x) / direction),
        < 0.0 => Math.Max(0.0, (low - x) / direction),
        _ => double.PositiveInfinity,
    };
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>Turns directions.</summary>
internal static class Rotation
{
    /// <summary>
    /// A uniform azimuth without trigonometric functions (von Neumann: a point in the unit disc), and, for free, the
    /// point's squared radius, which is uniform in (0, 1) and independent of the azimuth.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Azimuth(ref RandomStream random, out double cos, out double sin)
    {
        const double scale = 1.0 / 2147483648.0;
        double x;
        double y;
        double squared;
        do
        {
            // Both coordinates from one draw: odd multiples of 2⁻³², never the centre.
            ulong bits = random.NextBits();
            x = ((int)(uint)bits + 0.5) * scale;
            y = ((int)(bits >> 32) + 0.5) * scale;
            squared = (x * x) + (y * y);
        }
        while (squared >= 1.0);

        double inverse = 1.0 / Math.Sqrt(squared);
        cos = x * inverse;
        sin = y * inverse;
        return squared;
    }

    /// <summary>Turns the direction of a particle by the polar angle with 1 − cos θ = <paramref name="mu"/> about an azimuth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn(ref ParticleState particle, double mu, double cosAzimuth, double sinAzimuth)
    {
        Debug.Assert(mu is >= 0.0 and <= 2.0);
        double transverse = Math.Sqrt(Math.Max(0.0, mu * (2.0 - mu)));
        double along = 1.0 - mu;
        Direction.Rotate(ref particle.DX, ref particle.DY, ref particle.DZ, transverse * cosAzimuth, transverse * sinAzimuth, along);
    }
}

using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>Straight flight.</summary>
internal static class Flight
{
    /// <summary>Moves a particle; the time passes at velocity β c.</summary>
    public static void Advance(ref ParticleState particle, double length, double beta)
    {
        Debug.Assert(length >= 0.0);
        Debug.Assert(beta is > 0.0 and <= 1.0);
        particle.X += length * particle.DX;
        particle.Y += length * particle.DY;
        particle.Z += length * particle.DZ;
        particle.Time += length / (beta * PhysicalConstants.SpeedOfLight);
    }
}

using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>Elementary distributions.</summary>
internal static class Sampling
{
    /// <summary>Exponential with mean 1.</summary>
    public static double Exponential(ref RandomStream random) => -Math.Log(random.NextDouble());

    /// <summary>Density f(T) ∝ T e^(−T/τ), an evaporation spectrum.</summary>
    public static double Evaporation(ref RandomStream random, double temperature) =>
        -temperature * Math.Log(random.NextDouble() * random.NextDouble());

    /// <summary>Turns a unit vector by a polar angle, given as cosine, and an azimuth.</summary>
    public static void Turn(ref double x, ref double y, ref double z, double cos, double azimuth)
    {
        cos = Math.Clamp(cos, -1.0, 1.0);
        double sin = Math.Sqrt(1.0 - (cos * cos));
        (double s, double c) = Math.SinCos(azimuth);
        Direction.Rotate(ref x, ref y, ref z, sin * c, sin * s, cos);
    }

    /// <summary>Cosine of a scattering angle with density ∝ exp(−b t), t = 2p²(1 − cos θ), p and 1/√b in GeV.</summary>
    public static double Diffractive(ref RandomStream random, double slope, double momentum)
    {
        Debug.Assert(slope > 0.0 && momentum >= 0.0);
        double full = 4.0 * momentum * momentum * slope;
        double u = random.NextDouble();
        double bt = full < 1e-9 ? u * full : -Math.Log(1.0 - (u * (1.0 - Math.Exp(-full))));
        return full < 1e-12 ? (2.0 * u) - 1.0 : 1.0 - (2.0 * bt / full);
    }
}

using Umbriel.Core;

namespace Umbriel.Generation.Decay;

/// <summary>Unit vectors.</summary>
internal static class Direction
{
    /// <summary>An isotropic unit vector (two random numbers).</summary>
    public static void Isotropic(ref RandomStream random, out double x, out double y, out double z)
    {
        z = (2.0 * random.NextDouble()) - 1.0;
        double transverse = Math.Sqrt((1.0 - z) * (1.0 + z));
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        x = transverse * cos;
        y = transverse * sin;
    }

    /// <summary>The unit vector at polar angle arccos <paramref name="cosine"/> and azimuth <paramref name="phi"/> about <paramref name="axis"/>.</summary>
    public static void Around(in FourVector axis, double cosine, double phi, out double x, out double y, out double z) =>
        Around(axis, cosine, Math.Sqrt(Math.Max(0.0, (1.0 - cosine) * (1.0 + cosine))), phi, out x, out y, out z);

    /// <summary>As above with the sine given, for small angles.</summary>
    public static void Around(in FourVector axis, double cosine, double sine, double phi, out double x, out double y, out double z)
    {
        double p = axis.Momentum;
        double ax = axis.X / p;
        double ay = axis.Y / p;
        double az = axis.Z / p;
        (double sin, double cos) = Math.SinCos(phi);

        // A right-handed frame that has no singularity for either sign of az (Duff et al., JCGT 6 (2017) 1).
        double sign = az >= 0.0 ? 1.0 : -1.0;
        double a = -1.0 / (sign + az);
        double b = ax * ay * a;
        double u = sine * cos;
        double v = sine * sin;
        x = (cosine * ax) + (u * (1.0 + (sign * ax * ax * a))) + (v * b);
        y = (cosine * ay) + (u * sign * b) + (v * (sign + (ay * ay * a)));
        z = (cosine * az) - (u * sign * ax) - (v * ay);
    }
}

using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>Elementary distributions.</summary>
internal static class Sampling
{
    /// <summary>Exponential with mean 1.</summary>
    public static double Exponential(ref RandomStream random) => -Math.Log(random.NextDouble());

    /// <summary>Poisson number of mean up to about 30, by multiplication of uniform numbers (D. Knuth, TAOCP 2, 3.4.1).</summary>
    public static int Poisson(ref RandomStream random, double mean)
    {
        double limit = Math.Exp(-mean);
        double product = random.NextDouble();
        int n = 0;
        while (product > limit)
        {
            product *= random.NextDouble();
            n++;
        }

        return n;
    }

    /// <summary>Unit vector of uniform direction.</summary>
    public static (double X, double Y, double Z) Isotropic(ref RandomStream random)
    {
        double cos = (2.0 * random.NextDouble()) - 1.0;
        double sin = Math.Sqrt(Math.Max(0.0, 1.0 - (cos * cos)));
        (double s, double c) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        return (sin * c, sin * s, cos);
    }

    /// <summary>Density f(T) ∝ T e^(−T/τ), an evaporation spectrum.</summary>
    public static double Evaporation(ref RandomStream random, double temperature) =>
        -temperature * Math.Log(random.NextDouble() * random.NextDouble());

    /// <summary>Two unit vectors that make a right-handed frame with a third (Duff et al., JCGT 6 (2017) 1).</summary>
    public static void Frame(double x, double y, double z, out (double X, double Y, double Z) first, out (double X, double Y, double Z) second)
    {
        double sign = Math.CopySign(1.0, z);
        double a = -1.0 / (sign + z);
        double b = x * y * a;
        first = (1.0 + (sign * x * x * a), sign * b, -sign * x);
        second = (b, sign + (y * y * a), -y);
    }

    /// <summary>Turns a unit vector by a polar angle, given as cosine, and an azimuth.</summary>
    public static void Turn(ref double x, ref double y, ref double z, double cos, double azimuth)
    {
        cos = Math.Clamp(cos, -1.0, 1.0);
        double sin = Math.Sqrt(1.0 - (cos * cos));
        (double s, double c) = Math.SinCos(azimuth);
        Frame(x, y, z, out (double X, double Y, double Z) u, out (double X, double Y, double Z) v);
        double newX = (sin * ((c * u.X) + (s * v.X))) + (cos * x);
        double newY = (sin * ((c * u.Y) + (s * v.Y))) + (cos * y);
        double newZ = (sin * ((c * u.Z) + (s * v.Z))) + (cos * z);
        double inverse = 1.0 / Math.Sqrt((newX * newX) + (newY * newY) + (newZ * newZ));
        (x, y, z) = (newX * inverse, newY * inverse, newZ * inverse);
    }

    /// <summary>Cosine of a scattering angle with density ∝ exp(−b t), t = 2p²(1 − cos θ), p and 1/√b in GeV.</summary>
    public static double Diffractive(ref RandomStream random, double slope, double momentum)
    {
        double full = 4.0 * momentum * momentum * slope;
        double u = random.NextDouble();
        double bt = full < 1e-9 ? u * full : -Math.Log(1.0 - (u * (1.0 - Math.Exp(-full))));
        return full < 1e-12 ? (2.0 * u) - 1.0 : 1.0 - (2.0 * bt / full);
    }
}

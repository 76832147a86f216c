using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Umbriel.Core;

/// <summary>Unit vectors: sampled and turned.</summary>
public static class Direction
{
    /// <summary>Sine and cosine of 2πu: Taylor series within an eighth of a turn, good to 2e-16.</summary>
    /// <param name="u">Turns, 0 to 1.</param>
    /// <param name="sin">sin 2πu.</param>
    /// <param name="cos">cos 2πu.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn(double u, out double sin, out double cos)
    {
        Debug.Assert(u is >= 0.0 and <= 1.0);
        double quarters = 4.0 * u;
        long quadrant = (long)(quarters + 0.5);
        double x = 0.5 * Math.PI * (quarters - quadrant);
        double y = x * x;
        double z = y * y;
        double s = ((1.0 + (y * (-1.0 / 6.0))) + (z * ((1.0 / 120.0) + (y * (-1.0 / 5040.0)))))
            + (z * z * (((1.0 / 362880.0) + (y * (-1.0 / 39916800.0))) + (z * ((1.0 / 6227020800.0) + (y * (-1.0 / 1307674368000.0))))));
        double c = ((1.0 + (y * -0.5)) + (z * ((1.0 / 24.0) + (y * (-1.0 / 720.0)))))
            + (z * z * (((1.0 / 40320.0) + (y * (-1.0 / 3628800.0))) + (z * ((1.0 / 479001600.0) + (y * ((-1.0 / 87178291200.0) + (y * (1.0 / 20922789888000.0))))))));
        s *= x;

        // Quarter turns as bits: a random branch costs more than the series.
        long sBits = BitConverter.DoubleToInt64Bits(s);
        long cBits = BitConverter.DoubleToInt64Bits(c);
        long swap = (sBits ^ cBits) & -(quadrant & 1);
        sin = BitConverter.Int64BitsToDouble((sBits ^ swap) ^ ((quadrant & 2) << 62));
        cos = BitConverter.Int64BitsToDouble((cBits ^ swap) ^ (((quadrant + 1) & 2) << 62));
    }

    /// <summary>An isotropic unit vector (two random numbers).</summary>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="x">Component; the others alike.</param>
    /// <param name="y">See <paramref name="x"/>.</param>
    /// <param name="z">See <paramref name="x"/>.</param>
    public static void Isotropic(ref RandomStream random, out double x, out double y, out double z)
    {
        z = (2.0 * random.NextDouble()) - 1.0;
        double transverse = Math.Sqrt((1.0 - z) * (1.0 + z));
        Turn(random.NextDouble(), out double sin, out double cos);
        x = transverse * cos;
        y = transverse * sin;
    }

    /// <summary>An isotropic unit vector (two random numbers).</summary>
    /// <param name="random">The stream it is drawn from.</param>
    public static SpaceVector Isotropic(ref RandomStream random)
    {
        Isotropic(ref random, out double x, out double y, out double z);
        return new SpaceVector(x, y, z);
    }

    /// <summary>
    /// The vector along·a + u·b₁ + v·b₂ for the right-handed frame (b₁, b₂, a) about the unit vector a, which has no
    /// singularity for either sign of its z (Duff et al., JCGT 6 (2017) 1).
    /// </summary>
    /// <param name="ax">Component of a, of length 1.</param>
    /// <param name="ay">See <paramref name="ax"/>.</param>
    /// <param name="az">See <paramref name="ax"/>.</param>
    /// <param name="u">Along b₁.</param>
    /// <param name="v">Along b₂.</param>
    /// <param name="along">Along a.</param>
    /// <param name="x">Component of the result; the others alike.</param>
    /// <param name="y">See <paramref name="x"/>.</param>
    /// <param name="z">See <paramref name="x"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FromFrame(double ax, double ay, double az, double u, double v, double along, out double x, out double y, out double z)
    {
        Debug.Assert(Math.Abs((ax * ax) + (ay * ay) + (az * az) - 1.0) < 1e-4);
        double sign = Math.CopySign(1.0, az);
        double a = -1.0 / (sign + az);
        double b = ax * ay * a;
        x = (along * ax) + (u * (1.0 + (sign * ax * ax * a))) + (v * b);
        y = (along * ay) + (u * sign * b) + (v * (sign + (ay * ay * a)));
        z = (along * az) - (u * sign * ax) - (v * ay);
    }

    /// <summary>Turns a unit vector to <see cref="FromFrame"/> about itself, of length 1 again to the last digits.</summary>
    /// <param name="x">Component, replaced; the others alike.</param>
    /// <param name="y">See <paramref name="x"/>.</param>
    /// <param name="z">See <paramref name="x"/>.</param>
    /// <param name="u">Across it: sin θ cos φ.</param>
    /// <param name="v">Across it: sin θ sin φ.</param>
    /// <param name="along">Along it: cos θ.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rotate(ref double x, ref double y, ref double z, double u, double v, double along)
    {
        FromFrame(x, y, z, u, v, along, out double newX, out double newY, out double newZ);
        double inverse = 1.0 / Math.Sqrt((newX * newX) + (newY * newY) + (newZ * newZ));
        (x, y, z) = (newX * inverse, newY * inverse, newZ * inverse);
    }
}

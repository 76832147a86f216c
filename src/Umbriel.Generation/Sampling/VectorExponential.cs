using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Umbriel.Generation.Sampling;

/// <summary>Exponentials of four numbers at a time.</summary>
internal static class VectorExponential
{
    /// <summary>e^(−x); zero where it is below 1e-304.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Decay(Vector256<double> x)
    {
        Vector256<double> longest = Vector256.Create(700.0);
        return Vector256.LessThan(x, longest).AsDouble() & Vector256.Exp(-Vector256.Min(x, longest));
    }

    /// <summary>1 − e^(−x) without cancellation: to 5e-15 by its series for |x| below 0.05, by the exponential otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OneMinusDecay(Vector256<double> x)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> small = Vector256.LessThan(Vector256.Abs(x), Vector256.Create(0.05));
        if (small.AsUInt64() == Vector256<ulong>.Zero)
        {
            return one - Decay(x);
        }

        Vector256<double> series = one - (x * (1.0 / 8.0));
        series = one - (x * (1.0 / 7.0) * series);
        series = one - (x * (1.0 / 6.0) * series);
        series = one - (x * (1.0 / 5.0) * series);
        series = one - (x * (1.0 / 4.0) * series);
        series = one - (x * (1.0 / 3.0) * series);
        series = x * (one - (x * 0.5 * series));
        return Vector256.EqualsAll(small.AsUInt64(), Vector256<ulong>.AllBitsSet) ? series : Vector256.ConditionalSelect(small, series, one - Decay(x));
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Umbriel.Core.Numerics;

/// <summary>y += a x on short stretches, product and sum rounded one after the other: the same bits for any width of vectors.</summary>
public static class ScaledSum
{
    /// <summary>Adds <paramref name="a"/> times <paramref name="x"/> to <paramref name="y"/>, of the same length.</summary>
    public static void Add(ReadOnlySpan<float> x, float a, Span<float> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        ReadOnlySpan<Vector<float>> xs = MemoryMarshal.Cast<float, Vector<float>>(x);
        Span<Vector<float>> ys = MemoryMarshal.Cast<float, Vector<float>>(y);
        Vector<float> factor = new(a);
        for (int i = 0; i < ys.Length; i++)
        {
            ys[i] += xs[i] * factor;
        }

        for (int i = ys.Length * Vector<float>.Count; i < y.Length; i++)
        {
            y[i] += x[i] * a;
        }
    }
}

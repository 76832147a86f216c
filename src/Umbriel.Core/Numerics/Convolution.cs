using System.Numerics;
using System.Runtime.InteropServices;

namespace Umbriel.Core.Numerics;

/// <summary>
/// y[i] += Σ_j w[j] x[i + j], j rising, product and sum rounded one after the other: the same bits for any width of vectors. Four
/// vectors of y stay in registers while j runs.
/// </summary>
public static class Convolution
{
    /// <summary>Adds; <paramref name="x"/> holds at least one value less than <paramref name="y"/> and <paramref name="weights"/> together.</summary>
    public static void Add(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, Span<float> y)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(x.Length, y.Length + weights.Length - 1);
        int width = Vector<float>.Count;
        ref float from = ref MemoryMarshal.GetReference(x);
        ref float to = ref MemoryMarshal.GetReference(y);
        int i = 0;
        for (; i <= y.Length - (4 * width); i += 4 * width)
        {
            Vector<float> a = Vector.LoadUnsafe(ref to, (nuint)i);
            Vector<float> b = Vector.LoadUnsafe(ref to, (nuint)(i + width));
            Vector<float> c = Vector.LoadUnsafe(ref to, (nuint)(i + (2 * width)));
            Vector<float> d = Vector.LoadUnsafe(ref to, (nuint)(i + (3 * width)));
            for (int j = 0; j < weights.Length; j++)
            {
                Vector<float> weight = new(weights[j]);
                a += Vector.LoadUnsafe(ref from, (nuint)(i + j)) * weight;
                b += Vector.LoadUnsafe(ref from, (nuint)(i + j + width)) * weight;
                c += Vector.LoadUnsafe(ref from, (nuint)(i + j + (2 * width))) * weight;
                d += Vector.LoadUnsafe(ref from, (nuint)(i + j + (3 * width))) * weight;
            }

            a.StoreUnsafe(ref to, (nuint)i);
            b.StoreUnsafe(ref to, (nuint)(i + width));
            c.StoreUnsafe(ref to, (nuint)(i + (2 * width)));
            d.StoreUnsafe(ref to, (nuint)(i + (3 * width)));
        }

        for (; i <= y.Length - width; i += width)
        {
            Vector<float> a = Vector.LoadUnsafe(ref to, (nuint)i);
            for (int j = 0; j < weights.Length; j++)
            {
                a += Vector.LoadUnsafe(ref from, (nuint)(i + j)) * new Vector<float>(weights[j]);
            }

            a.StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = Scalar(x[i..], weights, y[i]);
        }
    }

    /// <summary>One element: <paramref name="start"/> + Σ_j w[j] x[j], the oracle of the vectors.</summary>
    public static float Scalar(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, float start)
    {
        float sum = start;
        for (int j = 0; j < weights.Length; j++)
        {
            sum += x[j] * weights[j];
        }

        return sum;
    }
}

using System.Runtime.Intrinsics;

namespace Umbriel.Core.Numerics;

/// <summary>Σ x y of long stretches.</summary>
public static class ScalarProduct
{
    /// <summary>Σ x y in four partial sums whatever the machine's vectors, products rounded before they are added: the same bits everywhere.</summary>
    /// <param name="x">One factor.</param>
    /// <param name="y">The other, of the same length.</param>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        Vector256<double> sums = Vector256<double>.Zero;
        int i = 0;
        for (; i + Vector256<double>.Count <= x.Length; i += Vector256<double>.Count)
        {
            sums += Vector256.Create(x.Slice(i)) * Vector256.Create(y.Slice(i));
        }

        double sum = Vector256.Sum(sums);
        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}

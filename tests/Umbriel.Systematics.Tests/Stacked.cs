using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core.Numerics;
using Umbriel.Inference;

namespace Umbriel.Systematics.Tests;

/// <summary>Plain forms of a stacked covariance.</summary>
internal static class Stacked
{
    /// <summary>Signal rows relative, then background rows in events.</summary>
    public static DenseMatrix Full(StackedCovariance covariance)
    {
        int n = covariance.Binning.BinCount;
        return DenseMatrix.Create(2 * n, 2 * n, (i, j) => (i < n, j < n) switch
        {
            (true, true) => covariance.Signal?[i, j] ?? 0.0,
            (true, false) => covariance.Cross(i, j - n),
            (false, true) => covariance.Cross(j, i - n),
            _ => covariance.Background?[i - n, j - n] ?? 0.0,
        });
    }

    /// <summary>Signal and background counted together.</summary>
    public static DenseMatrix At(StackedCovariance covariance, double[] signal)
    {
        double[] packed = new double[Cholesky.PackedLength(signal.Length)];
        covariance.Evaluate(signal, packed);
        return DenseMatrix.Create(signal.Length, signal.Length, (i, j) => packed[(Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j)]);
    }

    public static double SmallestEigenvalue(DenseMatrix matrix) => matrix.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Min(v => v.Real);
}

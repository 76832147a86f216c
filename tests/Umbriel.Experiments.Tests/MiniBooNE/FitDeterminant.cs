using Umbriel.Core.Numerics;

namespace Umbriel.Experiments.MiniBooNE.Tests;

internal static class FitDeterminant
{
    /// <summary>ln det M of a signal, M in events²: not part of χ², for comparisons.</summary>
    public static double LogDeterminant(this MiniBooNEFit fit, ReadOnlySpan<double> signal)
    {
        int size = fit.DegreesOfFreedomBins;
        double[] matrix = new double[Cholesky.PackedLength(size)];
        fit.FillCovariance(signal, matrix);
        Cholesky.TryFactor(matrix, size).ShouldBeTrue();
        double sum = 0.0;
        for (int i = 0; i < size; i++)
        {
            sum += Math.Log(matrix[Cholesky.PackedLength(i) + i]);
        }

        return 2.0 * sum;
    }
}

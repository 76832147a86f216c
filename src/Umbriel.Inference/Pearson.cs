namespace Umbriel.Inference;

/// <summary>Pearson's χ²: the statistical variance of a bin is its expectation, V = μ.</summary>
public static class Pearson
{
    /// <summary>Statistical variance of a bin, events²: μ.</summary>
    /// <param name="expected">μ > 0.</param>
    public static double Variance(double expected) => expected;

    /// <summary>Σ (n - μ)² / μ over bins, without systematic uncertainty.</summary>
    public static double ChiSquare(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        double sum = 0.0;
        for (int i = 0; i < observed.Length; i++)
        {
            double d = observed[i] - expected[i];
            sum += d * d / Variance(expected[i]);
        }

        return sum;
    }
}

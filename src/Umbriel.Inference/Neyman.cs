namespace Umbriel.Inference;

/// <summary>Neyman's χ²: the statistical variance of a bin is its observation, V = n, and by custom 1 for an empty bin.</summary>
public static class Neyman
{
    /// <summary>Statistical variance of a bin, events²: n, or 1 when n is below one.</summary>
    /// <param name="observed">n ≥ 0.</param>
    public static double Variance(double observed) => Math.Max(observed, 1.0);

    /// <summary>Σ (n - μ)² / V over bins, without systematic uncertainty.</summary>
    public static double ChiSquare(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        double sum = 0.0;
        for (int i = 0; i < observed.Length; i++)
        {
            double d = observed[i] - expected[i];
            sum += d * d / Variance(observed[i]);
        }

        return sum;
    }
}

namespace Umbriel.Inference;

/// <summary>
/// The combined Neyman-Pearson χ² (CNP): V = 3 / (1/n + 2/μ), the average of Neyman's and Pearson's weights that follows
/// the Poisson deviance to third order in n - μ. Ji et al., Nucl. Instrum. Meth. A 961 (2020) 163677, arXiv:1903.07185.
/// </summary>
/// <remarks>Without other uncertainties χ²_CNP = (χ²_Neyman + 2 χ²_Pearson) / 3. Check: n = 20, μ = 14.444 gives 15.917.</remarks>
public static class CombinedNeymanPearson
{
    /// <summary>Observed counts up to here are empty bins, as in the collaboration's fit code (pseudo-data need not be whole numbers).</summary>
    public const double EmptyBelow = 0.001;

    /// <summary>Statistical variance of a bin, events²: 3 / (1/n + 2/μ), and μ/2 for an empty bin, whose χ² is then the deviance 2μ.</summary>
    /// <param name="observed">n ≥ 0.</param>
    /// <param name="expected">μ > 0.</param>
    public static double Variance(double observed, double expected) =>
        observed > EmptyBelow ? 3.0 * observed * expected / (expected + (2.0 * observed)) : 0.5 * expected;

    /// <summary>Σ (n - μ)² / V over bins, without systematic uncertainty.</summary>
    public static double ChiSquare(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        double sum = 0.0;
        for (int i = 0; i < observed.Length; i++)
        {
            double d = observed[i] - expected[i];
            sum += d * d / Variance(observed[i], expected[i]);
        }

        return sum;
    }
}

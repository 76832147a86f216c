namespace Umbriel.Reconstruction.Tests;

/// <summary>Middle and width of a distribution, in two ways.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Median">Median.</param>
/// <param name="Half68">Half of the central 68% interval.</param>
/// <param name="Mean">Mean of a Gaussian fitted within two of its widths of its mean.</param>
/// <param name="Sigma">Its width.</param>
internal readonly record struct Spread(int Count, double Median, double Half68, double Mean, double Sigma)
{
    /// <summary>Standard deviation of a Gaussian of width 1 cut off at ±2.</summary>
    private const double CutOff = 0.8796;

    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double median = Quantile(sorted, 0.5);
        double half = 0.5 * (Quantile(sorted, 0.84) - Quantile(sorted, 0.16));
        double mean = median;
        double sigma = half;
        for (int i = 0; i < 30; i++)
        {
            double[] inside = [.. sorted.Where(v => Math.Abs(v - mean) <= 2.0 * sigma)];
            mean = inside.Average();
            sigma = Math.Sqrt(inside.Average(v => (v - mean) * (v - mean))) / CutOff;
        }

        return new Spread(sorted.Length, median, half, mean, sigma);
    }

    public static double Quantile(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}

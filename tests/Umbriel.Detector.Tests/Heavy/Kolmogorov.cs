namespace Umbriel.Detector.Tests.Heavy;

/// <summary>Kolmogorov and Smirnov's test against a continuous distribution.</summary>
internal static class Kolmogorov
{
    /// <summary>√n sup |F_n − F|; above 1.95 with probability 0.001 (tables of Kolmogorov's distribution).</summary>
    public static double Statistic(IEnumerable<double> sample, Func<double, double> cumulative)
    {
        double[] sorted = [.. sample.Order()];
        double largest = 0.0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double f = cumulative(sorted[i]);
            largest = Math.Max(largest, Math.Max(f - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - f));
        }

        return Math.Sqrt(sorted.Length) * largest;
    }
}

namespace Umbriel.Studies.Performance;

/// <summary>A measured number.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Count">Number of events, or of particles, behind it.</param>
public readonly record struct Estimate(double Value, double Error, int Count)
{
    private const double Lower = 0.16;
    private const double Upper = 0.84;

    /// <summary>k of n; the error is the spread of the share's posterior under a uniform prior, which is not 0 for none or all. Null for n = 0.</summary>
    public static Estimate? Share(int part, int all)
    {
        double p = (part + 1.0) / (all + 2.0);
        return all == 0 ? null : new Estimate((double)part / all, Math.Sqrt(p * (1.0 - p) / (all + 3.0)), all);
    }

    /// <summary>The share of values that fulfil a condition.</summary>
    public static Estimate? Share<T>(IReadOnlyCollection<T> all, Func<T, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(all);
        return Share(all.Count(condition), all.Count);
    }

    /// <summary>Mean, with the spread over √n. Null for fewer than two values.</summary>
    public static Estimate? Mean(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
        {
            return null;
        }

        double mean = values.Average();
        return new Estimate(mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1.0) / values.Count), values.Count);
    }

    /// <summary>A quantile, interpolated between order statistics; the error is half the distance of the quantiles one binomial spread below and above. Null for fewer than two values.</summary>
    public static Estimate? Quantile(IEnumerable<double> values, double probability)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length < 2)
        {
            return null;
        }

        double spread = Math.Sqrt(probability * (1.0 - probability) / sorted.Length);
        return new Estimate(At(sorted, probability), 0.5 * (At(sorted, probability + spread) - At(sorted, probability - spread)), sorted.Length);
    }

    /// <summary>Half of the central interval with 68% of the values; the error of a Gaussian's. Null for fewer than two values.</summary>
    public static Estimate? HalfInterval(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length < 2)
        {
            return null;
        }

        // Quantiles at ±1σ of a Gaussian, p = 0.159, have variances p(1 − p)/(n φ(1)²) and covariance p²/(n φ(1)²), φ(1) = 0.242: half their distance 0.96 σ/√n.
        double half = 0.5 * (At(sorted, Upper) - At(sorted, Lower));
        return new Estimate(half, 0.96 * half / Math.Sqrt(sorted.Length), sorted.Length);
    }

    private static double At(double[] sorted, double probability)
    {
        double place = Math.Clamp(probability, 0.0, 1.0) * (sorted.Length - 1);
        int low = Math.Min((int)place, sorted.Length - 2);
        return sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low]));
    }
}

namespace Umbriel.Studies.Performance;

/// <summary>Mean and width of a peak with tails: those of the Gaussian that has the mean and the spread of the values within 1.5 of its widths.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Width">The width.</param>
public sealed record GaussianCore(Estimate Mean, Estimate Width)
{
    private const double Window = 1.5;

    /// <summary>Spread of a unit Gaussian within ±1.5: √(1 − 2·1.5 φ(1.5)/(2Φ(1.5) − 1)) with φ(1.5) = 0.129518, Φ(1.5) = 0.933193.</summary>
    private const double WindowSpread = 0.742614;

    private const int Least = 20;
    private const int Iterations = 50;

    /// <summary>Finds it, from median and central interval on. Null for fewer than 20 values.</summary>
    public static GaussianCore? Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < Least || Estimate.Quantile(values, 0.5) is not { } median || Estimate.HalfInterval(values) is not { Value: > 0.0 } half)
        {
            return null;
        }

        (double mean, double width) = (median.Value, half.Value);
        int count = 0;
        for (int i = 0; i < Iterations; i++)
        {
            double[] inside = [.. values.Where(v => Math.Abs(v - mean) < Window * width)];
            if (inside.Length < Least / 2)
            {
                return null;
            }

            double average = inside.Average();
            (mean, width, count) = (average, Math.Sqrt(inside.Sum(v => (v - average) * (v - average)) / inside.Length) / WindowSpread, inside.Length);
        }

        // Rounding up: a window loses information, about a factor 1.3 for the mean and 2 for the width.
        return new GaussianCore(new Estimate(mean, 1.3 * width / Math.Sqrt(count), count), new Estimate(width, 2.0 * width / Math.Sqrt(2.0 * count), count));
    }
}

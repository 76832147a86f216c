namespace Umbriel.Generation.Tests;

/// <summary>Significance of agreement between samples, distributions and numbers.</summary>
internal static class Statistics
{
    /// <summary>Two-sample Kolmogorov-Smirnov p-value (asymptotic; samples of thousands). Sorts both arrays.</summary>
    public static double TwoSampleP(double[] a, double[] b)
    {
        Array.Sort(a);
        Array.Sort(b);
        int i = 0;
        int j = 0;
        double distance = 0.0;
        while (i < a.Length && j < b.Length)
        {
            double value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= value)
            {
                i++;
            }

            while (j < b.Length && b[j] <= value)
            {
                j++;
            }

            distance = Math.Max(distance, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        double n = (double)a.Length * b.Length / (a.Length + b.Length);
        return KolmogorovTail(distance * Math.Sqrt(n));
    }

    /// <summary>One-sample Kolmogorov-Smirnov p-value against a continuous cumulative. Sorts the array.</summary>
    public static double OneSampleP(double[] sample, Func<double, double> cumulative)
    {
        Array.Sort(sample);
        double distance = 0.0;
        for (int i = 0; i < sample.Length; i++)
        {
            double f = cumulative(sample[i]);
            distance = Math.Max(distance, Math.Max(f - ((double)i / sample.Length), ((i + 1.0) / sample.Length) - f));
        }

        return KolmogorovTail(distance * Math.Sqrt(sample.Length));
    }

    /// <summary>Probability of a larger χ² with that many degrees of freedom (Wilson and Hilferty, PNAS 17 (1931) 684).</summary>
    public static double ChiSquareP(double chiSquare, int degrees)
    {
        double scale = 2.0 / (9.0 * degrees);
        return NormalTail((Math.Cbrt(chiSquare / degrees) - (1.0 - scale)) / Math.Sqrt(scale));
    }

    /// <summary>Mean and its standard error.</summary>
    public static (double Mean, double Error) MeanOf(ReadOnlySpan<double> values)
    {
        double sum = 0.0;
        foreach (double v in values)
        {
            sum += v;
        }

        double mean = sum / values.Length;
        double squares = 0.0;
        foreach (double v in values)
        {
            squares += (v - mean) * (v - mean);
        }

        return (mean, Math.Sqrt(squares / (values.Length - 1.0) / values.Length));
    }

    /// <summary>Sum of independent weights and its standard error.</summary>
    public static (double Sum, double Error) SumOf(ReadOnlySpan<double> weights)
    {
        (double mean, double error) = MeanOf(weights);
        return (mean * weights.Length, error * weights.Length);
    }

    /// <summary>Difference in standard errors.</summary>
    public static double Pull((double Value, double Error) a, (double Value, double Error) b) =>
        a.Value == b.Value ? 0.0 : (a.Value - b.Value) / Math.Sqrt((a.Error * a.Error) + (b.Error * b.Error));

    private static double KolmogorovTail(double x)
    {
        if (x < 0.2)
        {
            return 1.0;
        }

        double sum = 0.0;
        for (int k = 1; k <= 100; k++)
        {
            sum += (k % 2 == 1 ? 2.0 : -2.0) * Math.Exp(-2.0 * k * k * x * x);
        }

        return Math.Clamp(sum, 0.0, 1.0);
    }

    // Abramowitz and Stegun 26.2.17, error below 7.5e-8.
    private static double NormalTail(double z)
    {
        double x = Math.Abs(z);
        double t = 1.0 / (1.0 + (0.2316419 * x));
        double series = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        double tail = Math.Exp(-0.5 * x * x) / Math.Sqrt(2.0 * Math.PI) * series;
        return z >= 0.0 ? tail : 1.0 - tail;
    }
}

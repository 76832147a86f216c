namespace Umbriel.Response;

/// <summary>
/// The selected signal of one mass point as a function of |U|²: values at a few couplings, linear in logarithms between
/// them and continued beyond. Made by <see cref="YieldCalculator"/>.
/// </summary>
public sealed class YieldCurve
{
    private readonly double[] logU2;
    private readonly double[][] logSignal;

    /// <summary>Takes couplings (natural logarithms, ascending, at least two) and the logarithms of the signal per bin.</summary>
    public YieldCurve(double[] logU2, double[][] logSignal)
    {
        ArgumentNullException.ThrowIfNull(logU2);
        ArgumentNullException.ThrowIfNull(logSignal);
        ArgumentOutOfRangeException.ThrowIfLessThan(logU2.Length, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(logSignal.Length, logU2.Length);
        this.logU2 = logU2;
        this.logSignal = logSignal;
    }

    /// <summary>Number of couplings at which the signal was computed.</summary>
    public int NodeCount => logU2.Length;

    /// <summary>Number of bins.</summary>
    public int BinCount => logSignal[0].Length;

    /// <summary>Expected events per bin at |U|².</summary>
    public double[] At(double u2)
    {
        double x = Math.Log(u2);
        int i = 0;
        while (i < logU2.Length - 2 && x > logU2[i + 1])
        {
            i++;
        }

        double f = (x - logU2[i]) / (logU2[i + 1] - logU2[i]);
        double[] signal = new double[BinCount];
        for (int b = 0; b < signal.Length; b++)
        {
            double low = logSignal[i][b];
            double high = logSignal[i + 1][b];
            signal[b] = double.IsNegativeInfinity(low) || double.IsNegativeInfinity(high) ? 0.0 : Math.Exp(((1.0 - f) * low) + (f * high));
        }

        return signal;
    }

    /// <summary>All numbers in one array, for storage.</summary>
    public double[] ToArray() => [NodeCount, .. logU2, .. logSignal.SelectMany(v => v)];

    /// <summary>The inverse of <see cref="ToArray"/>.</summary>
    public static YieldCurve FromArray(double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        int count = (int)numbers[0];
        int bins = (numbers.Length - 1 - count) / count;
        return new YieldCurve(numbers[1..(count + 1)], [.. Enumerable.Range(0, count).Select(i => numbers.AsSpan(1 + count + (i * bins), bins).ToArray())]);
    }
}

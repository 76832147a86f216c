namespace Umbriel.Response;

/// <summary>
/// The selected signal of one mass point as a function of |U|²: values at a few couplings, between them cubic in
/// logarithms with the slopes of the parabolas through neighbouring nodes, and continued straight beyond. Made by
/// <see cref="YieldCalculator"/>.
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

        double step = logU2[i + 1] - logU2[i];
        double f = (x - logU2[i]) / step;
        double[] signal = new double[BinCount];
        for (int b = 0; b < signal.Length; b++)
        {
            double low = logSignal[i][b];
            double high = logSignal[i + 1][b];
            if (double.IsNegativeInfinity(low) || double.IsNegativeInfinity(high))
            {
                continue;
            }

            double rise = high - low;
            double log = low + (f * rise);
            if (f is > 0.0 and < 1.0)
            {
                // What the slopes at both ends add to the straight line.
                log += f * (1.0 - f) * (((1.0 - f) * ((step * Slope(i, b)) - rise)) - (f * ((step * Slope(i + 1, b)) - rise)));
            }

            signal[b] = Math.Exp(log);
        }

        return signal;
    }

    /// <summary>d ln S / d ln |U|² at a node: of the parabola through it and its neighbours, or of the straight line at the ends and beside zeros.</summary>
    private double Slope(int i, int b)
    {
        double? before = i > 0 ? Secant(i - 1, b) : null;
        double? after = i < logU2.Length - 1 ? Secant(i, b) : null;
        if (before is not { } left || after is not { } right)
        {
            return before ?? after ?? 0.0;
        }

        double h0 = logU2[i] - logU2[i - 1];
        double h1 = logU2[i + 1] - logU2[i];
        return ((h1 * left) + (h0 * right)) / (h0 + h1);
    }

    private double? Secant(int i, int b)
    {
        double rise = logSignal[i + 1][b] - logSignal[i][b];
        return double.IsFinite(rise) ? rise / (logU2[i + 1] - logU2[i]) : null;
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

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>Selected events in 11 bins of quasi-elastic energy and one for those outside, from independent weighted events.</summary>
internal sealed class Counts
{
    public const int Bins = 12;

    private readonly double[] sums = new double[Bins + 1];
    private readonly double[] squares = new double[Bins + 1];

    public double Total => sums[Bins];

    public double[] Spectrum => sums[..(Bins - 1)];

    /// <summary>Sum and standard error of a bin; of all bins for <see cref="Bins"/>.</summary>
    public (double Value, double Error) this[int bin] => (sums[bin], Math.Sqrt(squares[bin]));

    /// <summary>Adds one event.</summary>
    public void Add(ReadOnlySpan<double> bins)
    {
        double all = 0.0;
        for (int b = 0; b < Bins; b++)
        {
            sums[b] += bins[b];
            squares[b] += bins[b] * bins[b];
            all += bins[b];
        }

        sums[Bins] += all;
        squares[Bins] += all * all;
    }

    /// <summary>Adds independent events.</summary>
    public void Add(Counts other)
    {
        for (int b = 0; b <= Bins; b++)
        {
            sums[b] += other.sums[b];
            squares[b] += other.squares[b];
        }
    }

    public static Counts operator +(Counts a, Counts b)
    {
        Counts both = new();
        both.Add(a);
        both.Add(b);
        return both;
    }
}

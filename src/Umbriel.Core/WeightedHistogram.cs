namespace Umbriel.Core;

/// <summary>
/// A one-dimensional histogram of weighted events with Σw and Σw² per bin, underflow and overflow. Bins are half open,
/// [edge_i, edge_i+1); the last edge belongs to the overflow. Not thread-safe: fill one per thread and
/// <see cref="Add(WeightedHistogram)"/> them in a fixed order.
/// </summary>
public sealed class WeightedHistogram
{
    private readonly double[] edges;
    private readonly double[] sums;
    private readonly double[] squares;

    /// <summary>An empty histogram.</summary>
    /// <param name="edges">At least two finite, strictly increasing bin edges.</param>
    /// <exception cref="ArgumentException">The edges are too few, not finite, or not increasing.</exception>
    public WeightedHistogram(ReadOnlySpan<double> edges)
    {
        if (edges.Length < 2)
        {
            throw new ArgumentException("A histogram needs at least two edges.", nameof(edges));
        }

        for (int i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1]))
            {
                throw new ArgumentException($"Edge {i} ({edges[i]:R}) is not finite or not above the one before.", nameof(edges));
            }
        }

        this.edges = edges.ToArray();
        sums = new double[edges.Length + 1];
        squares = new double[edges.Length + 1];
    }

    /// <summary>Number of bins, underflow and overflow not counted.</summary>
    public int BinCount => edges.Length - 1;

    /// <summary>The bin edges, <see cref="BinCount"/> + 1 of them.</summary>
    public ReadOnlySpan<double> Edges => edges;

    /// <summary>Σw per bin.</summary>
    public ReadOnlySpan<double> Sums => sums.AsSpan(1, BinCount);

    /// <summary>Σw² per bin: the variance of the entry of <see cref="Sums"/>.</summary>
    public ReadOnlySpan<double> SumsOfSquares => squares.AsSpan(1, BinCount);

    /// <summary>Σw and Σw² below the first edge.</summary>
    public (double Sum, double SumOfSquares) Underflow => (sums[0], squares[0]);

    /// <summary>Σw and Σw² at and above the last edge.</summary>
    public (double Sum, double SumOfSquares) Overflow => (sums[^1], squares[^1]);

    /// <summary>Σw over all bins, underflow and overflow included.</summary>
    public double Total => NeumaierSum.Of(sums);

    /// <summary>Kish's effective number of entries of the whole sample, underflow and overflow included.</summary>
    public double EffectiveEntries => EffectiveSampleSize.Kish(Total, NeumaierSum.Of(squares));

    /// <summary>Creates a histogram of <paramref name="bins"/> equal bins between two finite limits.</summary>
    public static WeightedHistogram Uniform(int bins, double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] limits = new double[bins + 1];
        for (int i = 0; i < bins; i++)
        {
            limits[i] = low + ((high - low) * i / bins);
        }

        limits[bins] = high;

        return new WeightedHistogram(limits);
    }

    /// <summary>Adds one event.</summary>
    /// <exception cref="ArgumentException">The value is not a number, or the weight is not finite.</exception>
    public void Fill(double value, double weight = 1.0)
    {
        if (double.IsNaN(value) || !double.IsFinite(weight))
        {
            throw new ArgumentException($"Cannot fill with value {value:R}, weight {weight:R}.", nameof(value));
        }

        int slot = SlotOf(value);
        sums[slot] += weight;
        squares[slot] += weight * weight;
    }

    /// <summary>Adds another histogram, bin by bin.</summary>
    /// <exception cref="ArgumentException">The edges differ.</exception>
    public void Add(WeightedHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!edges.AsSpan().SequenceEqual(other.edges))
        {
            throw new ArgumentException("Histograms with different edges cannot be added.", nameof(other));
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += other.sums[i];
            squares[i] += other.squares[i];
        }
    }

    /// <summary>Multiplies every weight by a finite factor, as if the events had been filled with it.</summary>
    public void Scale(double factor)
    {
        if (!double.IsFinite(factor))
        {
            throw new ArgumentException($"Cannot scale by {factor:R}.", nameof(factor));
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] *= factor;
            squares[i] *= factor * factor;
        }
    }

    private int SlotOf(double value)
    {
        int found = Array.BinarySearch(edges, value);
        return found >= 0 ? found + 1 : ~found;
    }
}

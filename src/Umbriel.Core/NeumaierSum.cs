namespace Umbriel.Core;

/// <summary>
/// Compensated summation of A. Neumaier, Z. Angew. Math. Mech. 54, 39 (1974), Algorithm IV: the error is of second order
/// in the rounding unit, whatever the sizes and signs of the terms. Adding the same terms in the same order always gives
/// the same bits; threads must therefore keep their own sums and merge them in a fixed order.
/// </summary>
public struct NeumaierSum
{
    private double sum;
    private double compensation;

    /// <summary>The sum so far.</summary>
    public readonly double Value => sum + compensation;

    /// <summary>Adds one term.</summary>
    public void Add(double term)
    {
        double next = sum + term;
        compensation += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }

    /// <summary>Adds another sum, its compensation included.</summary>
    public void Add(NeumaierSum other)
    {
        Add(other.sum);
        compensation += other.compensation;
    }

    /// <summary>The sum of all terms, in order.</summary>
    public static double Of(ReadOnlySpan<double> terms)
    {
        NeumaierSum total = default;
        foreach (double term in terms)
        {
            total.Add(term);
        }

        return total.Value;
    }
}

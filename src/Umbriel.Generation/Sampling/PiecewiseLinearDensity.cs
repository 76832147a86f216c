using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// A probability density that is linear between nodes: its integral, its value and exact sampling by inversion of the
/// cumulative. Nodes ascend strictly, values are not negative.
/// </summary>
public sealed class PiecewiseLinearDensity
{
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] cumulative;
    private readonly int[] guide;

    /// <summary>Takes ownership of both arrays and normalises nothing: <see cref="Integral"/> keeps the scale.</summary>
    public PiecewiseLinearDensity(double[] nodes, double[] values)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(values);
        x = nodes;
        y = values;
        cumulative = new double[x.Length];
        for (int i = 1; i < x.Length; i++)
        {
            cumulative[i] = cumulative[i - 1] + (0.5 * (y[i] + y[i - 1]) * (x[i] - x[i - 1]));
        }

        guide = new int[x.Length];
        for (int k = 0, i = 0; k < guide.Length; k++)
        {
            double level = Integral * k / guide.Length;
            while (i < x.Length - 2 && cumulative[i + 1] <= level)
            {
                i++;
            }

            guide[k] = i;
        }
    }

    /// <summary>Integral over all nodes.</summary>
    public double Integral => cumulative[^1];

    /// <summary>First and last node.</summary>
    public (double Low, double High) Range => (x[0], x[^1]);

    /// <summary>Index of the cell that contains <paramref name="value"/>, clamped to the range.</summary>
    public int CellOf(double value)
    {
        int i = Array.BinarySearch(x, value);
        return Math.Clamp(i >= 0 ? i : ~i - 1, 0, x.Length - 2);
    }

    /// <summary>The unnormalised density; zero outside the range.</summary>
    public double Evaluate(double value)
    {
        if (!(value >= x[0] && value <= x[^1]))
        {
            return 0.0;
        }

        int i = CellOf(value);
        double f = (value - x[i]) / (x[i + 1] - x[i]);
        return ((1.0 - f) * y[i]) + (f * y[i + 1]);
    }

    /// <summary>The unnormalised density at a place given by its cell and the position within it (0 to 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ValueInCell(int cell, double fraction) => y[cell] + (fraction * (y[cell + 1] - y[cell]));

    /// <summary>Integral from the first node to <paramref name="value"/>.</summary>
    public double CumulativeAt(double value)
    {
        if (value <= x[0])
        {
            return 0.0;
        }

        if (value >= x[^1])
        {
            return Integral;
        }

        int i = CellOf(value);
        double dx = value - x[i];
        double slope = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        return cumulative[i] + (dx * (y[i] + (0.5 * slope * dx)));
    }

    /// <summary>The value below which a fraction <paramref name="u"/> of the integral lies.</summary>
    public double Sample(double u) => Sample(u, out _, out _);

    /// <summary>As <see cref="Sample(double)"/>, with the cell and the position within it (0 to 1).</summary>
    public double Sample(double u, out int cell, out double fraction)
    {
        Debug.Assert(u is >= 0.0 and < 1.0);
        Debug.Assert(Integral > 0.0);
        double level = u * Integral;
        int i = guide[(int)(u * guide.Length)];
        while (i < x.Length - 2 && cumulative[i + 1] <= level)
        {
            i++;
        }

        double rest = level - cumulative[i];
        double width = x[i + 1] - x[i];

        // Solves y0 f + (y1 − y0) f²/2 = rest / width without cancellation.
        double target = rest / width;
        double root = Math.Sqrt(Math.Max(0.0, (y[i] * y[i]) + (2.0 * (y[i + 1] - y[i]) * target)));
        fraction = Math.Clamp(2.0 * target / (y[i] + root), 0.0, 1.0);
        cell = i;
        return x[i] + (fraction * width);
    }
}

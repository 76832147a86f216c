using System.Diagnostics;
using System.Runtime.CompilerServices;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// Q² dσ/dQ² against z = ln(Q²/Q²min)/ln(Q²max/Q²min) at a set of neutrino energies, normalised, linear between cells of
/// equal width. One flat table, so that neighbouring energies share cells and stay close in memory.
/// </summary>
internal sealed class Q2Shapes
{
    private const int Cells = 80;
    private const int Stride = Cells + 1;

    private readonly double[] values;
    private readonly double[] cumulative;
    private readonly byte[] guide;
    private readonly double[] totals;

    /// <summary>Tabulates the shapes at ascending energies above threshold.</summary>
    public Q2Shapes(UpscatteringCrossSection crossSection, double[] energies)
    {
        values = new double[Stride * energies.Length];
        cumulative = new double[Stride * energies.Length];
        guide = new byte[Cells * energies.Length];
        totals = new double[energies.Length];
        for (int node = 0; node < energies.Length; node++)
        {
            totals[node] = Tabulate(crossSection, energies[node], values.AsSpan(node * Stride, Stride));
            Accumulate(node);
        }
    }

    /// <summary>σ at a node, cm², by the trapezoidal rule of the table.</summary>
    public double Total(int node) => totals[node];

    /// <summary>z of a node's distribution from a uniform number, with its cell and the place within it (0 to 1).</summary>
    public double Sample(int node, double u, out int cell, out double fraction)
    {
        Debug.Assert(u is >= 0.0 and < 1.0);
        Debug.Assert(node >= 0 && node < totals.Length);
        ReadOnlySpan<double> sums = cumulative.AsSpan(node * Stride, Stride);
        ReadOnlySpan<double> y = values.AsSpan(node * Stride, Stride);
        int i = guide[(node * Cells) + (int)(u * Cells)];
        while (i < Cells - 1 && sums[i + 1] <= u)
        {
            i++;
        }

        // Solves y0 f + (y1 − y0) f²/2 = target without cancellation.
        double low = y[i];
        double target = (u - sums[i]) * Cells;
        double root = Math.Sqrt(Math.Max(0.0, (low * low) + (2.0 * (y[i + 1] - low) * target)));
        fraction = Math.Clamp(2.0 * target / (low + root), 0.0, 1.0);
        cell = i;
        return (i + fraction) / Cells;
    }

    /// <summary>Density in z of a node's distribution at a place given by its cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Density(int node, int cell, double fraction)
    {
        Debug.Assert(cell is >= 0 and < Cells && fraction is >= 0.0 and <= 1.0);
        int i = (node * Stride) + cell;
        return values[i] + (fraction * (values[i + 1] - values[i]));
    }

    private static double Tabulate(UpscatteringCrossSection crossSection, double energy, Span<double> density)
    {
        UpscatteringKinematics kinematics = crossSection.KinematicsAt(energy);
        (double low, double high) = crossSection.Q2Range(kinematics);
        double logRange = Math.Log(high / low);
        double ratio = Math.Exp(logRange / Cells);
        double largest = 0.0;
        double q2 = low;
        for (int i = 0; i <= Cells; i++)
        {
            q2 = i == Cells ? high : Math.Min(q2, high);
            (double conserving, double flipping) = crossSection.DifferentialByHelicity(kinematics, q2);
            density[i] = q2 * logRange * (conserving + flipping);
            largest = Math.Max(largest, density[i]);
            q2 *= ratio;
        }

        // A floor keeps the weight bounded where the integrand touches zero between nodes (diffraction minima, ends).
        double sum = 0.0;
        for (int i = 0; i <= Cells; i++)
        {
            density[i] = Math.Max(density[i], 1e-4 * largest);
            sum += i is 0 or Cells ? 0.5 * density[i] : density[i];
        }

        double total = sum / Cells;
        for (int i = 0; i <= Cells; i++)
        {
            density[i] = total > 0.0 ? density[i] / total : 1.0;
        }

        return total;
    }

    private void Accumulate(int node)
    {
        ReadOnlySpan<double> y = values.AsSpan(node * Stride, Stride);
        Span<double> sums = cumulative.AsSpan(node * Stride, Stride);
        for (int i = 1; i <= Cells; i++)
        {
            sums[i] = sums[i - 1] + (0.5 * (y[i] + y[i - 1]) / Cells);
        }

        for (int k = 0, i = 0; k < Cells; k++)
        {
            while (i < Cells - 1 && sums[i + 1] <= (double)k / Cells)
            {
                i++;
            }

            guide[(node * Cells) + k] = (byte)i;
        }
    }
}

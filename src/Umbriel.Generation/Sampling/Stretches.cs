using System.Runtime.Intrinsics;
using Umbriel.Core.Geometry;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sampling;

/// <summary>One stretch on each of many lines, four at a time.</summary>
/// <param name="count">Number of lines, a multiple of four.</param>
internal sealed class Stretches(int count)
{
    private readonly double[] start = new double[count];
    private readonly double[] length = new double[count];

    /// <summary>Fills in one.</summary>
    public void Set(int i, in Interval stretch)
    {
        length[i] = stretch.Length;
        start[i] = length[i] > 0.0 ? stretch.Start : 0.0;
    }

    /// <summary>Fills in one from another set.</summary>
    public void Copy(int i, Stretches from, int j)
    {
        start[i] = from.start[j];
        length[i] = from.length[j];
    }

    /// <summary>Starts, cm; zero for empty stretches.</summary>
    public Vector256<double> Starts(int i) => Vector256.Create(start, i);

    /// <summary>Lengths, cm.</summary>
    public Vector256<double> Lengths(int i) => Vector256.Create(length, i);

    /// <summary>Ends, cm; zero for empty stretches.</summary>
    public Vector256<double> Ends(int i) => Starts(i) + Lengths(i);

    /// <summary>Whether all four begin at the start of their lines.</summary>
    public bool StartHere(int i) => Starts(i) == Vector256<double>.Zero;

    /// <summary>∫ e^(−l/λ)/λ dl over lines <paramref name="i"/> to i + 3, with 1/λ in cm⁻¹.</summary>
    public Vector256<double> Probabilities(int i, Vector256<double> perLength)
    {
        if (Lengths(i) == Vector256<double>.Zero)
        {
            return Vector256<double>.Zero;
        }

        Vector256<double> within = VectorExponential.OneMinusDecay(Lengths(i) * perLength);
        return StartHere(i) ? within : within * VectorExponential.Decay(Starts(i) * perLength);
    }
}

using System.Runtime.CompilerServices;
using Umbriel.Core.Numerics;

namespace Umbriel.Generation.Geometry;

/// <summary>A stretch of a ray, as distances in cm from its start; empty when End ≤ Start.</summary>
public readonly record struct Interval(double Start, double End)
{
    // e^(−40) is below the rounding of one.
    private const double LongInDecayLengths = 40.0;

    /// <summary>No stretch at all.</summary>
    public static readonly Interval Empty = new(0.0, 0.0);

    /// <summary>Length in cm, never negative.</summary>
    public double Length => Math.Max(0.0, End - Start);

    /// <summary>The part both share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Interval Intersect(in Interval other) => new(Math.Max(Start, other.Start), Math.Min(End, other.End));

    /// <summary>The shortest stretch that covers both; an empty one does not count.</summary>
    public Interval Hull(in Interval other) =>
        Length == 0.0 ? other : other.Length == 0.0 ? this : new Interval(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Chance to have been made in this stretch, per unit target and decay point: ∫ e^(−l/λ)/λ dl, λ in cm.</summary>
    public double DecayProbability(double decayLength) =>
        Length > 0.0 ? Math.Exp(-Start / decayLength) * -Exponential.ExpMinusOne(-Length / decayLength) : 0.0;

    /// <summary>A point of the stretch distributed as e^(−l/λ), from a uniform number.</summary>
    public double SampleDecay(double u, double decayLength) => SampleDecay(u, decayLength, out _);

    /// <summary>As above, with the <see cref="DecayProbability"/> of the stretch.</summary>
    public double SampleDecay(double u, double decayLength, out double probability)
    {
        double length = End - Start;
        if (!(length > 0.0))
        {
            probability = 0.0;
            return Start;
        }

        double within = length > LongInDecayLengths * decayLength ? -1.0 : Exponential.ExpMinusOne(-length / decayLength);
        probability = Start == 0.0 ? -within : Math.Exp(-Start / decayLength) * -within;
        return Math.Min(End, Start - (decayLength * Exponential.LogOnePlus(u * within)));
    }
}

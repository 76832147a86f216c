using Umbriel.Core.Numerics;

namespace Umbriel.Generation.Geometry;

/// <summary>A stretch of a ray, as distances in cm from its start; empty when End ≤ Start.</summary>
public readonly record struct Interval(double Start, double End)
{
    /// <summary>No stretch at all.</summary>
    public static readonly Interval Empty = new(0.0, 0.0);

    /// <summary>Length in cm, never negative.</summary>
    public double Length => Math.Max(0.0, End - Start);

    /// <summary>The part both share.</summary>
    public Interval Intersect(in Interval other) => new(Math.Max(Start, other.Start), Math.Min(End, other.End));

    /// <summary>The shortest stretch that covers both; an empty one does not count.</summary>
    public Interval Hull(in Interval other) =>
        Length == 0.0 ? other : other.Length == 0.0 ? this : new Interval(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Chance to have been made in this stretch, per unit target and decay point: ∫ e^(−l/λ)/λ dl, λ in cm.</summary>
    public double DecayProbability(double decayLength) =>
        Length > 0.0 ? Math.Exp(-Start / decayLength) * -Exponential.ExpMinusOne(-Length / decayLength) : 0.0;

    /// <summary>A point of the stretch distributed as e^(−l/λ), from a uniform number.</summary>
    public double SampleDecay(double u, double decayLength) => Length > 0.0
        ? Math.Min(End, Start - (decayLength * Exponential.LogOnePlus(u * Exponential.ExpMinusOne(-Length / decayLength))))
        : Start;
}

using System.Runtime.CompilerServices;

namespace Umbriel.Core.Geometry;

/// <summary>A stretch of a ray, as distances in cm from its start; empty when End ≤ Start.</summary>
public readonly record struct Interval(double Start, double End)
{
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
}

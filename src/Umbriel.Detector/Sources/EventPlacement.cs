using Umbriel.Core.Geometry;

namespace Umbriel.Detector.Sources;

/// <summary>Where the events of a file are put.</summary>
public sealed record EventPlacement
{
    /// <summary>Added to every position, cm.</summary>
    public (double X, double Y, double Z) Shift { get; init; }

    /// <summary>If given, each event is moved so that its first final-state particle starts uniformly in this box (a point is a box without size).</summary>
    public Box? Box { get; init; }
}

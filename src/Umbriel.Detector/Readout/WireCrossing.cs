using Umbriel.Core.Geometry;

namespace Umbriel.Detector.Readout;

/// <summary>Where wires of one plane cross, in projection, those of another. Immutable.</summary>
public readonly struct WireCrossing
{
    private readonly Box active;
    private readonly double sin;
    private readonly double cos;
    private readonly double otherSin;
    private readonly double otherCos;
    private readonly double determinant;

    /// <summary>Prepares for two planes.</summary>
    public WireCrossing(WirePlane plane, WirePlane other)
    {
        ArgumentNullException.ThrowIfNull(plane);
        ArgumentNullException.ThrowIfNull(other);
        active = plane.Active;
        (sin, cos) = (plane.Sin, plane.Cos);
        (otherSin, otherCos) = (other.Sin, other.Cos);

        // z cos θ − y sin θ = w for both planes; the determinant is sin(θ' − θ).
        determinant = (cos * otherSin) - (sin * otherCos);
    }

    /// <summary>The place of two pitch coordinates, cm; false if it is outside of the active volume or nowhere.</summary>
    /// <param name="w">Pitch coordinate of the first plane.</param>
    /// <param name="v">Pitch coordinate of the other plane.</param>
    /// <param name="y">y, cm.</param>
    /// <param name="z">z, cm.</param>
    public bool TryAt(double w, double v, out double y, out double z)
    {
        y = ((w * otherCos) - (v * cos)) / determinant;
        z = ((w * otherSin) - (v * sin)) / determinant;
        return Math.Abs(determinant) > 1e-9 && y >= active.YLow && y <= active.YHigh && z >= active.ZLow && z <= active.ZHigh;
    }
}

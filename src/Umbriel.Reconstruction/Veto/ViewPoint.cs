namespace Umbriel.Reconstruction.Veto;

/// <summary>A place, or a difference of places, in the view of a plane.</summary>
/// <param name="Wire">Coordinate across the wires, cm.</param>
/// <param name="Drift">Distance from the first plane, cm.</param>
public readonly record struct ViewPoint(double Wire, double Drift)
{
    /// <summary>Its length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Scalar product.</summary>
    public double Dot(ViewPoint other) => (Wire * other.Wire) + (Drift * other.Drift);

    /// <summary>Product wire × drift' − drift × wire': for a direction of length 1, the distance of a place from its line.</summary>
    public double Cross(ViewPoint other) => (Wire * other.Drift) - (Drift * other.Wire);

    /// <summary>Sum.</summary>
    public static ViewPoint operator +(ViewPoint a, ViewPoint b) => new(a.Wire + b.Wire, a.Drift + b.Drift);

    /// <summary>Difference.</summary>
    public static ViewPoint operator -(ViewPoint a, ViewPoint b) => new(a.Wire - b.Wire, a.Drift - b.Drift);

    /// <summary>Multiple.</summary>
    public static ViewPoint operator *(ViewPoint a, double factor) => new(a.Wire * factor, a.Drift * factor);
}

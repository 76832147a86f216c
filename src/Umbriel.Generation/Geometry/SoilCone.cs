using Umbriel.Core.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Geometry;

/// <summary>
/// Soil between the decay pipe and the detector hall: a truncated cone around the beam axis with its apex at the target,
/// so that it subtends one solid angle of the beam.
/// </summary>
/// <param name="AxisX">Beam axis, x in cm.</param>
/// <param name="AxisY">Beam axis, y in cm.</param>
/// <param name="TargetZ">z of the beam target, cm.</param>
/// <param name="NearDistance">Distance from the target to the upstream end, cm.</param>
/// <param name="FarDistance">Distance from the target to the end that faces the detector, cm.</param>
/// <param name="Slope">Radius per distance from the target.</param>
/// <param name="Density">Density, g/cm³.</param>
public sealed record SoilCone(double AxisX, double AxisY, double TargetZ, double NearDistance, double FarDistance, double Slope, double Density)
{
    /// <summary>Nuclides of SiO₂ with their share of its mass.</summary>
    public static IReadOnlyList<(Target Target, double MassFraction)> Composition { get; } = [(Target.Si28, 28.0 / 60.0), (Target.O16, 32.0 / 60.0)];

    /// <summary>Volume, cm³.</summary>
    public double Volume => Math.PI * Slope * Slope * (Cube(FarDistance) - Cube(NearDistance)) / 3.0;

    /// <summary>Cross-sectional area at distance <paramref name="r"/> from the target, cm².</summary>
    public double Area(double r) => Math.PI * Slope * Slope * r * r;

    /// <summary>Whether a point lies in the soil.</summary>
    public bool Contains(double x, double y, double z)
    {
        double r = z - TargetZ;
        double dx = x - AxisX;
        double dy = y - AxisY;
        return r >= NearDistance && r <= FarDistance && (dx * dx) + (dy * dy) <= Slope * Slope * r * r;
    }

    /// <summary>
    /// Distances from a point at <paramref name="z"/> downstream of the soil that cover all lines back into it: from the
    /// nearest soil on the axis to a tenth beyond the farthest (lines are never that oblique and that long).
    /// </summary>
    public Interval Reach(double z) => new(z - TargetZ - FarDistance, 1.1 * (z - TargetZ - NearDistance));

    private static double Cube(double v) => v * v * v;
}

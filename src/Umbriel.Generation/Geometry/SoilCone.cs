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
    /// <summary>Volume, cm³.</summary>
    public double Volume => Math.PI * Slope * Slope * (Cube(FarDistance) - Cube(NearDistance)) / 3.0;

    /// <summary>Cross-sectional area at distance <paramref name="r"/> from the target, cm².</summary>
    public double Area(double r) => Math.PI * Slope * Slope * r * r;

    /// <summary>Stretch inside the soil of a ray that starts inside the (infinite) cone; empty if it starts outside.</summary>
    public Interval Intersect(in Ray ray)
    {
        double dx = ray.X - AxisX;
        double dy = ray.Y - AxisY;
        double dz = ray.Z - TargetZ;
        double k2 = Slope * Slope;
        double c = (dx * dx) + (dy * dy) - (k2 * dz * dz);
        if (c >= 0.0 || dz <= 0.0)
        {
            return Interval.Empty;
        }

        double a = (ray.DX * ray.DX) + (ray.DY * ray.DY) - (k2 * ray.DZ * ray.DZ);
        double b = (dx * ray.DX) + (dy * ray.DY) - (k2 * dz * ray.DZ);
        double discriminant = (b * b) - (a * c);
        double exit = double.MaxValue;
        if (discriminant > 0.0)
        {
            // The smallest positive root of a l² + 2 b l + c, in the form that does not cancel.
            double q = -(b + (b >= 0.0 ? Math.Sqrt(discriminant) : -Math.Sqrt(discriminant)));
            double first = q / a;
            double second = c / q;
            exit = Math.Min(first > 0.0 ? first : double.MaxValue, second > 0.0 ? second : double.MaxValue);
        }

        return Ray.Slab(ray.Z, ray.DZ, TargetZ + NearDistance, TargetZ + FarDistance).Intersect(new Interval(0.0, exit));
    }

    private static double Cube(double v) => v * v * v;
}

using Umbriel.Core.Geometry;

namespace Umbriel.Generation.Geometry;

/// <summary>
/// A cylinder along z with two spherical caps, filled with argon up to a level. The fill level follows from the stated
/// argon volume.
/// </summary>
public sealed class Cryostat : IVolume
{
    private readonly double x;
    private readonly double y;
    private readonly double zLow;
    private readonly double zHigh;
    private readonly double radius;
    private readonly double capRadius;
    private readonly double fillY;

    /// <summary>Makes a cryostat.</summary>
    /// <param name="centre">Centre, cm.</param>
    /// <param name="radius">Inner radius, cm.</param>
    /// <param name="length">Length of the cylindrical part, cm.</param>
    /// <param name="capRadius">Radius of the spheres that the caps are cut from, cm.</param>
    /// <param name="argonVolume">Volume of liquid, cm³.</param>
    public Cryostat((double X, double Y, double Z) centre, double radius, double length, double capRadius, double argonVolume)
    {
        (x, y) = (centre.X, centre.Y);
        zLow = centre.Z - (0.5 * length);
        zHigh = centre.Z + (0.5 * length);
        this.radius = radius;
        this.capRadius = capRadius;
        Volume = argonVolume;
        fillY = y + FillLevel(argonVolume);
    }

    /// <summary>Volume of liquid, cm³.</summary>
    public double Volume { get; }

    /// <summary>Stretch of the ray inside the liquid.</summary>
    public Interval Intersect(in Ray ray)
    {
        double dx = ray.X - x;
        double dy = ray.Y - y;
        Interval cylinder = Ray.Quadratic((ray.DX * ray.DX) + (ray.DY * ray.DY), (dx * ray.DX) + (dy * ray.DY), (dx * dx) + (dy * dy) - (radius * radius))
            .Intersect(Ray.Slab(ray.Z, ray.DZ, zLow, zHigh));
        double sagitta = Math.Sqrt((capRadius * capRadius) - (radius * radius));
        Interval upstream = Sphere(ray, dx, dy, zLow + sagitta).Intersect(Ray.Slab(ray.Z, ray.DZ, zLow - capRadius, zLow));
        Interval downstream = Sphere(ray, dx, dy, zHigh - sagitta).Intersect(Ray.Slab(ray.Z, ray.DZ, zHigh, zHigh + capRadius));
        return cylinder.Hull(upstream).Hull(downstream).Intersect(Ray.Slab(ray.Y, ray.DY, y - radius, fillY));
    }

    private Interval Sphere(in Ray ray, double dx, double dy, double sphereZ)
    {
        double dz = ray.Z - sphereZ;
        return Ray.Quadratic(1.0, (dx * ray.DX) + (dy * ray.DY) + (dz * ray.DZ), (dx * dx) + (dy * dy) + (dz * dz) - (capRadius * capRadius));
    }

    /// <summary>Height above the axis at which the liquid below has the given volume, by bisection.</summary>
    private double FillLevel(double volume)
    {
        double low = -radius;
        double high = radius;
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            if (VolumeBelow(middle) < volume)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }

    private double VolumeBelow(double height)
    {
        double volume = (zHigh - zLow) * DiscAreaBelow(radius, height);
        double sagitta = Math.Sqrt((capRadius * capRadius) - (radius * radius));
        const int Slices = 400;
        double step = (capRadius - sagitta) / Slices;
        for (int i = 0; i < Slices; i++)
        {
            double z = sagitta + ((i + 0.5) * step);
            volume += 2.0 * step * DiscAreaBelow(Math.Sqrt((capRadius * capRadius) - (z * z)), height);
        }

        return volume;
    }

    private static double DiscAreaBelow(double r, double height)
    {
        double h = Math.Clamp(height / r, -1.0, 1.0);
        return r * r * ((Math.PI / 2.0) + Math.Asin(h) + (h * Math.Sqrt(1.0 - (h * h))));
    }
}

using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Sums of charge and its moments up to the second; sums add.</summary>
internal sealed class PointMoments
{
    private SpaceVector first;
    private double xx;
    private double xy;
    private double xz;
    private double yy;
    private double yz;
    private double zz;

    /// <summary>Number of points.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of their charge.</summary>
    public double Charge { get; private set; }

    /// <summary>Centre of charge.</summary>
    public SpaceVector Centre => first * (1.0 / Charge);

    /// <summary>Adds a point.</summary>
    public void Add(SpaceVector place, double charge)
    {
        Count++;
        Charge += charge;
        first += place * charge;
        xx += charge * place.X * place.X;
        xy += charge * place.X * place.Y;
        xz += charge * place.X * place.Z;
        yy += charge * place.Y * place.Y;
        yz += charge * place.Y * place.Z;
        zz += charge * place.Z * place.Z;
    }

    /// <summary>Adds sums.</summary>
    public void Add(PointMoments other)
    {
        Count += other.Count;
        Charge += other.Charge;
        first += other.first;
        xx += other.xx;
        xy += other.xy;
        xz += other.xz;
        yy += other.yy;
        yz += other.yz;
        zz += other.zz;
    }

    /// <summary>
    /// Share of the largest eigenvalue of the covariance in its trace: 1 for points on a line, 1/3 for a ball; null for fewer than three
    /// points or points in one place. The eigenvalue in closed form: O. K. Smith, Commun. ACM 4 (1961) 168.
    /// </summary>
    public double? Linearity()
    {
        SpaceVector c = Centre;
        (double a, double b, double d) = ((xx / Charge) - (c.X * c.X), (yy / Charge) - (c.Y * c.Y), (zz / Charge) - (c.Z * c.Z));
        double trace = a + b + d;
        if (Count < 3 || !(trace > 1e-6))
        {
            return null;
        }

        (double ab, double ad, double bd) = ((xy / Charge) - (c.X * c.Y), (xz / Charge) - (c.X * c.Z), (yz / Charge) - (c.Y * c.Z));
        double mean = trace / 3.0;
        (a, b, d) = (a - mean, b - mean, d - mean);
        double size = Math.Sqrt(((a * a) + (b * b) + (d * d) + (2.0 * ((ab * ab) + (ad * ad) + (bd * bd)))) / 6.0);
        if (!(size > 1e-9 * mean))
        {
            return 1.0 / 3.0;
        }

        double determinant = (a * ((b * d) - (bd * bd))) - (ab * ((ab * d) - (bd * ad))) + (ad * ((ab * bd) - (b * ad)));
        double angle = Math.Acos(Math.Clamp(determinant / (2.0 * size * size * size), -1.0, 1.0)) / 3.0;
        return Math.Min(1.0, (mean + (2.0 * size * Math.Cos(angle))) / trace);
    }
}

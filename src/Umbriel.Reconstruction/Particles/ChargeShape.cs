using Umbriel.Core;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Charge-weighted moments of points: middle, principal axis, extent along it and width across.</summary>
/// <param name="Charge">Sum, electrons.</param>
/// <param name="Centre">Centre of charge, cm.</param>
/// <param name="Axis">Direction of largest variance, of length 1; its sign means nothing.</param>
/// <param name="Low">Smallest coordinate along the axis, from the centre, cm.</param>
/// <param name="High">Largest.</param>
/// <param name="Width">Root mean square distance from the axis, cm.</param>
internal readonly record struct ChargeShape(double Charge, SpaceVector Centre, SpaceVector Axis, double Low, double High, double Width)
{
    private const int Sweeps = 20;

    public double Length => High - Low;

    /// <summary>Moments of the chosen points, of which there is at least one.</summary>
    public static ChargeShape Of(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> chosen)
    {
        double charge = 0.0;
        SpaceVector centre = default;
        foreach (int i in chosen)
        {
            charge += points[i].Charge;
            centre += points[i].Place * points[i].Charge;
        }

        centre *= 1.0 / charge;
        double xx = 0.0, xy = 0.0, xz = 0.0, yy = 0.0, yz = 0.0, zz = 0.0;
        foreach (int i in chosen)
        {
            SpaceVector d = points[i].Place - centre;
            double q = points[i].Charge;
            xx += q * d.X * d.X;
            xy += q * d.X * d.Y;
            xz += q * d.X * d.Z;
            yy += q * d.Y * d.Y;
            yz += q * d.Y * d.Z;
            zz += q * d.Z * d.Z;
        }

        SpaceVector axis = Largest(xx, xy, xz, yy, yz, zz, out double variance);
        double low = 0.0;
        double high = 0.0;
        foreach (int i in chosen)
        {
            double along = (points[i].Place - centre).Dot(axis);
            low = Math.Min(low, along);
            high = Math.Max(high, along);
        }

        return new ChargeShape(charge, centre, axis, low, high, Math.Sqrt(Math.Max(0.0, (xx + yy + zz - variance) / charge)));
    }

    /// <summary>Eigenvector of the largest eigenvalue of a symmetric matrix, by Jacobi's rotations.</summary>
    private static SpaceVector Largest(double xx, double xy, double xz, double yy, double yz, double zz, out double value)
    {
        Span<double> a = [xx, xy, xz, xy, yy, yz, xz, yz, zz];
        Span<double> v = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0];
        for (int sweep = 0; sweep < Sweeps && Math.Abs(a[1]) + Math.Abs(a[2]) + Math.Abs(a[5]) > 1e-15 * (a[0] + a[4] + a[8]); sweep++)
        {
            Rotate(a, v, 0, 1);
            Rotate(a, v, 0, 2);
            Rotate(a, v, 1, 2);
        }

        int k = a[0] >= a[4] && a[0] >= a[8] ? 0 : a[4] >= a[8] ? 1 : 2;
        value = a[4 * k];
        return new SpaceVector(v[k], v[3 + k], v[6 + k]);
    }

    private static void Rotate(Span<double> a, Span<double> v, int p, int q)
    {
        double off = a[(3 * p) + q];
        if (off == 0.0)
        {
            return;
        }

        double theta = (a[4 * q] - a[4 * p]) / (2.0 * off);
        double t = Math.CopySign(1.0, theta) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1.0));
        double c = 1.0 / Math.Sqrt((t * t) + 1.0);
        double s = t * c;
        for (int k = 0; k < 3; k++)
        {
            (a[(3 * k) + p], a[(3 * k) + q]) = ((c * a[(3 * k) + p]) - (s * a[(3 * k) + q]), (s * a[(3 * k) + p]) + (c * a[(3 * k) + q]));
        }

        for (int k = 0; k < 3; k++)
        {
            (a[(3 * p) + k], a[(3 * q) + k]) = ((c * a[(3 * p) + k]) - (s * a[(3 * q) + k]), (s * a[(3 * p) + k]) + (c * a[(3 * q) + k]));
            (v[(3 * k) + p], v[(3 * k) + q]) = ((c * v[(3 * k) + p]) - (s * v[(3 * k) + q]), (s * v[(3 * k) + p]) + (c * v[(3 * k) + q]));
        }
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;
using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>
/// Straight runs of charge from an apex, the one of most charge first: of the directions of points seen from the apex, the one
/// whose slightly opening tube holds most charge before its first long gap; then the same with what is left. Where a further
/// ray still runs within the tubes of earlier ones their charge counts for it when gaps are looked for, not otherwise.
/// Holds buffers: one per thread.
/// </summary>
internal sealed class RayFinder
{
    /// <summary>Nearer points tell nothing about a direction, cm.</summary>
    private const double Blur = 2.0;

    private readonly RaySettings settings;
    private readonly bool[] occupied;
    private readonly double[] own;
    private double[] x = [];
    private double[] y = [];
    private double[] z = [];
    private double[] squares = [];
    private double[] charges = [];
    private int count;
    private readonly List<SpaceVector> directions = [];
    private readonly List<ChargeRay> rays = [];

    public RayFinder(RaySettings settings)
    {
        this.settings = settings;
        occupied = new bool[(int)(settings.Reach / settings.Step)];
        own = new double[occupied.Length];
    }

    /// <summary>The rays of an apex; valid until the next call.</summary>
    public IReadOnlyList<ChargeRay> Find(SpaceVector apex, ReadOnlySpan<ChargedPlace> points)
    {
        rays.Clear();
        Gather(apex, points);
        while (rays.Count < settings.Most && Best() is { } ray && (rays.Count == 0 || (ray.Charge >= settings.LeastCharge && ray.OwnLength >= settings.LeastLength)))
        {
            rays.Add(ray);
            Remove(ray);
        }

        return rays;
    }

    private double Width(double along) => settings.Radius + (settings.Slope * along);

    private void Gather(SpaceVector apex, ReadOnlySpan<ChargedPlace> points)
    {
        count = 0;
        if (x.Length < points.Length + Vector512<double>.Count)
        {
            int length = 2 * (points.Length + Vector512<double>.Count);
            (x, y, z, squares, charges) = (new double[length], new double[length], new double[length], new double[length], new double[length]);
        }

        double reach = settings.Reach * settings.Reach;
        foreach (ChargedPlace point in points)
        {
            SpaceVector d = point.Place - apex;
            double square = d.Dot(d);
            if (square < reach)
            {
                Set(count++, d, square, point.Charge);
            }
        }

        Finish();
    }

    private SpaceVector Place(int i) => new(x[i], y[i], z[i]);

    private void Set(int i, SpaceVector place, double square, double charge) => (x[i], y[i], z[i], squares[i], charges[i]) = (place.X, place.Y, place.Z, square, charge);

    /// <summary>Directions of what there is; what fills up the last eight is in no tube.</summary>
    private void Finish()
    {
        directions.Clear();
        for (int i = 0; i < count; i++)
        {
            if (squares[i] > Blur * Blur)
            {
                directions.Add(Place(i) * (1.0 / Math.Sqrt(squares[i])));
            }
        }

        for (int i = count; i < count + Vector512<double>.Count; i++)
        {
            Set(i, default, double.PositiveInfinity, 0.0);
        }
    }

    private ChargeRay? Best()
    {
        ChargeRay? best = null;
        int step = Math.Max(1, directions.Count / settings.Directions);
        for (int i = 0; i < directions.Count; i += step)
        {
            if (Trace(directions[i]) is { } ray && ray.Charge > (best?.Charge ?? 0.0))
            {
                best = ray;
            }
        }

        return best is { } found && Refined(found) is { } refined && refined.Charge > 0.95 * found.Charge ? refined : best;
    }

    /// <summary>The same towards the mean of its points' places, each weighted with its charge.</summary>
    private ChargeRay? Refined(in ChargeRay ray)
    {
        SpaceVector sum = default;
        for (int i = 0; i < count; i++)
        {
            double along = Place(i).Dot(ray.Direction);
            double width = Width(along);
            if (along >= 0.0 && along < ray.Length && squares[i] - (along * along) < width * width)
            {
                sum += Place(i) * (charges[i] / Math.Max(along, Blur));
            }
        }

        return sum == default ? null : Trace(sum.Unit());
    }

    private ChargeRay? Trace(SpaceVector direction)
    {
        Array.Clear(own);
        Array.Clear(occupied);
        foreach (ChargeRay earlier in rays)
        {
            double cosine = Math.Clamp(direction.Dot(earlier.Direction), -1.0, 1.0);
            if (cosine < settings.Opposite)
            {
                return null;
            }

            double sine = Math.Sqrt(1.0 - (cosine * cosine));
            for (int k = 0; k < occupied.Length && cosine > 0.0; k++)
            {
                double along = (k + 0.5) * settings.Step;
                occupied[k] |= along * cosine < earlier.Length && along * sine < 2.0 * Width(along);
            }
        }

        Fill(direction);
        int last = -1;
        int filled = 0;
        double sum = 0.0;
        double charge = 0.0;
        for (int k = 0; k < own.Length && (k - last) * settings.Step <= settings.Gap; k++)
        {
            sum += own[k];
            filled += own[k] > 0.0 ? 1 : 0;
            if (own[k] > 0.0 || occupied[k])
            {
                (last, charge) = (k, sum);
            }
        }

        return new ChargeRay(direction, (last + 1) * settings.Step, charge, filled * settings.Step);
    }

    /// <summary>Charge within the tube around a direction, by stretch. Eight places at a time; few are within.</summary>
    private void Fill(SpaceVector direction)
    {
        Vector512<double> radius = Vector512.Create(settings.Radius);
        Vector512<double> slope = Vector512.Create(settings.Slope);
        (Vector512<double> dx, Vector512<double> dy, Vector512<double> dz) = (Vector512.Create(direction.X), Vector512.Create(direction.Y), Vector512.Create(direction.Z));
        double perStep = 1.0 / settings.Step;
        Span<double> alongs = stackalloc double[Vector512<double>.Count];
        for (int i = 0; i < count; i += Vector512<double>.Count)
        {
            Vector512<double> along = (Vector512.Create(x, i) * dx) + (Vector512.Create(y, i) * dy) + (Vector512.Create(z, i) * dz);
            Vector512<double> width = radius + (slope * along);
            Vector512<double> inside = Vector512.GreaterThanOrEqual(along, Vector512<double>.Zero) & Vector512.LessThan(Vector512.Create(squares, i) - (along * along), width * width);
            ulong lanes = inside.ExtractMostSignificantBits();
            if (lanes == 0)
            {
                continue;
            }

            along.CopyTo(alongs);
            for (; lanes != 0; lanes &= lanes - 1)
            {
                int lane = BitOperations.TrailingZeroCount(lanes);
                own[Math.Min(own.Length - 1, (int)(alongs[lane] * perStep))] += charges[i + lane];
            }
        }
    }

    private void Remove(in ChargeRay ray)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            double along = Place(i).Dot(ray.Direction);
            double width = Width(Math.Max(0.0, along)) + 0.2;
            if (!(along > -settings.Radius && along < ray.Length + settings.Step && squares[i] - (along * along) < width * width))
            {
                Set(kept++, Place(i), squares[i], charges[i]);
            }
        }

        count = kept;
        Finish();
    }
}

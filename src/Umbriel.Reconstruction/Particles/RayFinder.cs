using System.Runtime.InteropServices;
using Umbriel.Core;
using Umbriel.Reconstruction.Points;

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
    private readonly List<SpaceVector> places = [];
    private readonly List<double> charges = [];
    private readonly List<SpaceVector> directions = [];
    private readonly List<Ray> rays = [];

    public RayFinder(RaySettings settings)
    {
        this.settings = settings;
        occupied = new bool[(int)(settings.Reach / settings.Step)];
        own = new double[occupied.Length];
    }

    /// <summary>The rays of an apex; valid until the next call.</summary>
    public IReadOnlyList<Ray> Find(SpaceVector apex, IReadOnlyList<SpacePoint> points, IReadOnlyList<int> chosen)
    {
        rays.Clear();
        Gather(apex, points, chosen);
        while (rays.Count < settings.Most && Best() is { } ray && (rays.Count == 0 || (ray.Charge >= settings.LeastCharge && ray.OwnLength >= settings.LeastLength)))
        {
            rays.Add(ray);
            Remove(ray);
        }

        return rays;
    }

    private double Width(double along) => settings.Radius + (settings.Slope * along);

    private void Gather(SpaceVector apex, IReadOnlyList<SpacePoint> points, IReadOnlyList<int> chosen)
    {
        places.Clear();
        charges.Clear();
        directions.Clear();
        double reach = settings.Reach * settings.Reach;
        foreach (int i in chosen)
        {
            SpaceVector d = points[i].Place - apex;
            double square = d.Dot(d);
            if (square < reach)
            {
                places.Add(d);
                charges.Add(points[i].Charge);
                if (square > Blur * Blur)
                {
                    directions.Add(d * (1.0 / Math.Sqrt(square)));
                }
            }
        }
    }

    private Ray? Best()
    {
        Ray? best = null;
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
    private Ray? Refined(in Ray ray)
    {
        SpaceVector sum = default;
        for (int i = 0; i < places.Count; i++)
        {
            if (Within(places[i], ray.Direction, ray.Length) is { } along)
            {
                sum += places[i] * (charges[i] / Math.Max(along, Blur));
            }
        }

        return sum == default ? null : Trace(sum.Unit());
    }

    private Ray? Trace(SpaceVector direction)
    {
        Array.Clear(own);
        Array.Clear(occupied);
        foreach (Ray earlier in rays)
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
        int count = 0;
        double sum = 0.0;
        double charge = 0.0;
        for (int k = 0; k < own.Length && (k - last) * settings.Step <= settings.Gap; k++)
        {
            sum += own[k];
            count += own[k] > 0.0 ? 1 : 0;
            if (own[k] > 0.0 || occupied[k])
            {
                (last, charge) = (k, sum);
            }
        }

        return new Ray(direction, (last + 1) * settings.Step, charge, count * settings.Step);
    }

    /// <summary>Charge within the tube around a direction, by stretch.</summary>
    private void Fill(SpaceVector direction)
    {
        (double radius, double slope, double perStep) = (settings.Radius, settings.Slope, 1.0 / settings.Step);
        Span<double> stretches = own;
        ReadOnlySpan<SpaceVector> places = CollectionsMarshal.AsSpan(this.places);
        ReadOnlySpan<double> charges = CollectionsMarshal.AsSpan(this.charges);
        for (int i = 0; i < places.Length; i++)
        {
            double along = places[i].Dot(direction);
            double width = radius + (slope * along);
            if (along >= 0.0 && places[i].Dot(places[i]) - (along * along) < width * width)
            {
                stretches[Math.Min(stretches.Length - 1, (int)(along * perStep))] += charges[i];
            }
        }
    }

    /// <summary>Coordinate along a direction of a place within the tube, if it is.</summary>
    private double? Within(SpaceVector place, SpaceVector direction, double length)
    {
        double along = place.Dot(direction);
        double width = Width(along);
        return along >= 0.0 && along < length && place.Dot(place) - (along * along) < width * width ? along : null;
    }

    private void Remove(in Ray ray)
    {
        int kept = 0;
        for (int i = 0; i < places.Count; i++)
        {
            double along = places[i].Dot(ray.Direction);
            double width = Width(Math.Max(0.0, along)) + 0.2;
            if (!(along > -settings.Radius && along < ray.Length + settings.Step && places[i].Dot(places[i]) - (along * along) < width * width))
            {
                (places[kept], charges[kept]) = (places[i], charges[i]);
                kept++;
            }
        }

        places.RemoveRange(kept, places.Count - kept);
        charges.RemoveRange(kept, charges.Count - kept);
        directions.Clear();
        foreach (SpaceVector d in places)
        {
            if (d.Dot(d) > Blur * Blur)
            {
                directions.Add(d.Unit());
            }
        }
    }
}

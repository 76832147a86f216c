using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Tests.Geometry;

/// <summary>Brute force: walks along a ray in equal steps and asks a predicate where it is.</summary>
internal static class SteppedRay
{
    /// <summary>Length inside, and the first and last point inside; the error is one step at each end.</summary>
    public static (double Inside, double First, double Last) Walk(in Ray ray, double reach, double step, Func<double, double, double, bool> contains)
    {
        int inside = 0;
        double first = double.NaN;
        double last = double.NaN;
        for (double l = 0.5 * step; l < reach; l += step)
        {
            (double x, double y, double z) = ray.At(l);
            if (contains(x, y, z))
            {
                inside++;
                first = double.IsNaN(first) ? l : first;
                last = l;
            }
        }

        return (inside * step, first, last);
    }

    /// <summary>Fails unless the stretch is what the walk found.</summary>
    public static void ShouldMatch(in Interval stretch, in Ray ray, double reach, double step, Func<double, double, double, bool> contains)
    {
        (double inside, double first, double last) = Walk(ray, reach, step, contains);
        stretch.Length.ShouldBe(inside, 1.001 * step, ray.ToString());
        if (inside > 2.0 * step)
        {
            stretch.Start.ShouldBe(first - (0.5 * step), 1.001 * step, ray.ToString());
            stretch.End.ShouldBe(last + (0.5 * step), 1.001 * step, ray.ToString());
        }
    }

    /// <summary>Ray number <paramref name="index"/> from a point of the box, in a random direction (isotropic or near −z).</summary>
    public static Ray Random(int index, in Box box, double narrow = 0.0)
    {
        RandomStream random = new(41, RandomStage.Generation, (ulong)index);
        double z = narrow > 0.0 ? -1.0 + (narrow * narrow * random.NextDouble()) : (2.0 * random.NextDouble()) - 1.0;
        double r = Math.Sqrt((1.0 - z) * (1.0 + z));
        (double sin, double cos) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        return new Ray(
            box.XLow + (random.NextDouble() * (box.XHigh - box.XLow)),
            box.YLow + (random.NextDouble() * (box.YHigh - box.YLow)),
            box.ZLow + (random.NextDouble() * (box.ZHigh - box.ZLow)),
            r * cos,
            r * sin,
            z);
    }
}

using System.Diagnostics;

namespace Umbriel.Core.Numerics;

/// <summary>
/// The downhill simplex of Nelder and Mead (Comput. J. 7 (1965) 308) in two dimensions, within a rectangle: points
/// outside are moved to its border. Deterministic.
/// </summary>
public static class NelderMead
{
    /// <summary>The lowest point that was found.</summary>
    /// <param name="f">The function.</param>
    /// <param name="start">First corner of the simplex.</param>
    /// <param name="size">How far the other corners are from it along each axis.</param>
    /// <param name="low">Lower corner of the rectangle.</param>
    /// <param name="high">Upper corner of the rectangle.</param>
    /// <param name="tolerance">Difference of values below which a small simplex (0.05 across) has converged.</param>
    /// <param name="maximumCalls">Most evaluations before it gives up and returns the best so far.</param>
    public static (double X, double Y, double Value) Minimise(
        Func<double, double, double> f, (double X, double Y) start, (double X, double Y) size, (double X, double Y) low, (double X, double Y) high, double tolerance, int maximumCalls)
    {
        Debug.Assert(low.X <= high.X && low.Y <= high.Y);
        Debug.Assert(double.IsFinite(start.X) && double.IsFinite(start.Y));
        Debug.Assert(size.X != 0.0 && size.Y != 0.0);
        int calls = 0;
        (double X, double Y, double F)[] p =
        [
            At(start.X, start.Y),
            At(start.X + (start.X + size.X <= high.X ? size.X : -size.X), start.Y),
            At(start.X, start.Y + (start.Y + size.Y <= high.Y ? size.Y : -size.Y)),
        ];
        while (true)
        {
            Array.Sort(p, (a, b) => a.F.CompareTo(b.F));
            double extent = Math.Max(Math.Abs(p[2].X - p[0].X) + Math.Abs(p[1].X - p[0].X), Math.Abs(p[2].Y - p[0].Y) + Math.Abs(p[1].Y - p[0].Y));
            if ((p[2].F - p[0].F <= tolerance && extent < 0.05) || extent < 1e-9 || calls >= maximumCalls)
            {
                return p[0];
            }

            double cx = 0.5 * (p[0].X + p[1].X);
            double cy = 0.5 * (p[0].Y + p[1].Y);
            var reflected = Along(-1.0);
            if (reflected.F < p[0].F)
            {
                var expanded = Along(-2.0);
                p[2] = expanded.F < reflected.F ? expanded : reflected;
            }
            else if (reflected.F < p[1].F)
            {
                p[2] = reflected;
            }
            else
            {
                var contracted = Along(reflected.F < p[2].F ? -0.5 : 0.5);
                if (contracted.F < Math.Min(reflected.F, p[2].F))
                {
                    p[2] = contracted;
                }
                else
                {
                    p[1] = At(0.5 * (p[0].X + p[1].X), 0.5 * (p[0].Y + p[1].Y));
                    p[2] = At(0.5 * (p[0].X + p[2].X), 0.5 * (p[0].Y + p[2].Y));
                }
            }

            (double X, double Y, double F) Along(double t) => At(cx + (t * (p[2].X - cx)), cy + (t * (p[2].Y - cy)));
        }

        (double X, double Y, double F) At(double x, double y)
        {
            x = Math.Clamp(x, low.X, high.X);
            y = Math.Clamp(y, low.Y, high.Y);
            calls++;
            return (x, y, f(x, y));
        }
    }
}

using System.Diagnostics;

namespace Umbriel.Core.Numerics;

/// <summary>
/// A minimum in one dimension between two known points: parabolic steps, with a golden section every third step and
/// whenever the parabola is of no use (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, ch. 5, has
/// the idea). For a function with one minimum in the bracket. Deterministic.
/// </summary>
public static class BracketedMinimum
{
    private const double Golden = 0.381966011250105;
    private const int MaximumSteps = 60;
    private const int MaximumEndSteps = 8;

    /// <summary>Searches until a value below the target is seen or the bracket is narrower than the precision.</summary>
    /// <param name="f">The function.</param>
    /// <param name="a">Lower end and its value.</param>
    /// <param name="b">Middle, not above either end; may be the lower or upper end itself when nothing is known beyond it.</param>
    /// <param name="c">Upper end and its value.</param>
    /// <param name="target">A value below it ends the search.</param>
    /// <param name="precision">Of the coordinate.</param>
    /// <returns>The lowest point seen.</returns>
    public static (double X, double F) Find(Func<double, double> f, (double X, double F) a, (double X, double F) b, (double X, double F) c, double target, double precision)
    {
        Debug.Assert(a.X <= b.X && b.X <= c.X);
        Debug.Assert(b.F <= a.F && b.F <= c.F);
        Debug.Assert(precision > 0.0);
        if ((b.X == a.X || b.X == c.X) && !TryOpen(f, ref a, ref b, ref c, precision))
        {
            return b;
        }

        for (int step = 1; step <= MaximumSteps && c.X - a.X > precision && !(b.F < target); step++)
        {
            double x = step % 3 == 0 ? double.NaN : Vertex(a, b, c);
            double margin = Math.Max(0.1 * precision, 0.02 * (c.X - a.X));
            if (!(x > a.X + margin && x < c.X - margin && Math.Abs(x - b.X) > 0.1 * precision))
            {
                x = b.X - a.X > c.X - b.X ? b.X - (Golden * (b.X - a.X)) : b.X + (Golden * (c.X - b.X));
            }

            (double X, double F) next = (x, f(x));
            if (next.F < b.F)
            {
                (a, c) = x < b.X ? (a, b) : (b, c);
                b = next;
            }
            else if (x < b.X)
            {
                a = next;
            }
            else
            {
                c = next;
            }
        }

        return b;
    }

    /// <summary>The lowest known point is an end: walks towards it until something lower lies between, if anything does.</summary>
    private static bool TryOpen(Func<double, double> f, ref (double X, double F) a, ref (double X, double F) b, ref (double X, double F) c, double precision)
    {
        bool atLow = b.X == a.X;
        for (int step = 0; step < MaximumEndSteps && c.X - a.X > precision; step++)
        {
            double x = atLow ? a.X + (Golden * (c.X - a.X)) : c.X - (Golden * (c.X - a.X));
            (double X, double F) inner = (x, f(x));
            if (inner.F < b.F)
            {
                b = inner;
                return true;
            }

            (a, c) = atLow ? (a, inner) : (inner, c);
        }

        return false;
    }

    private static double Vertex((double X, double F) a, (double X, double F) b, (double X, double F) c)
    {
        double left = (b.X - a.X) * (b.F - c.F);
        double right = (b.X - c.X) * (b.F - a.F);
        return b.X - (0.5 * (((b.X - a.X) * left) - ((b.X - c.X) * right)) / (left - right));
    }
}

namespace Umbriel.Inference;

/// <summary>Where Δχ² crosses a threshold along a positive coordinate, between two points on either side of it.</summary>
internal static class ThresholdRoot
{
    /// <summary>Regula falsi of Illinois type in log10 of the coordinate, with a bisection whenever it stalls.</summary>
    /// <param name="a">Coordinate, > 0, and Δχ² of the lower point.</param>
    /// <param name="b">The same of the upper point, on the other side of the threshold.</param>
    /// <param name="delta">Δχ² anywhere between.</param>
    /// <param name="threshold">Δχ² to find, > 0.</param>
    /// <param name="precision">Width of the final bracket in log10 of the coordinate.</param>
    public static double Find((double At, double Delta) a, (double At, double Delta) b, Func<double, double> delta, double threshold, double precision)
    {
        double x0 = Math.Log10(a.At);
        double x1 = Math.Log10(b.At);
        double f0 = DeltaScale.Of(a.Delta, threshold);
        double f1 = DeltaScale.Of(b.Delta, threshold);
        double w0 = f0;
        double w1 = f1;
        for (int step = 1; Math.Abs(x1 - x0) > precision; step++)
        {
            double t = w0 / (w0 - w1);

            double x = step % 4 == 0 ? 0.5 * (x0 + x1) : x0 + (t * (x1 - x0));

            // Keeping half a precision away from both ends makes an end that is already right bring in the other.
            x = Math.Clamp(x, x0 + (0.49 * precision), x1 - (0.49 * precision));
            double f = DeltaScale.Of(delta(Math.Pow(10.0, x)), threshold);
            if (f >= 0.0 == f1 >= 0.0)
            {
                x1 = x;
                f1 = w1 = f;
                w0 *= 0.5;
            }
            else
            {
                x0 = x;
                f0 = w0 = f;
                w1 *= 0.5;
            }
        }

        return Math.Pow(10.0, f1 == f0 ? 0.5 * (x0 + x1) : x0 - (f0 * (x1 - x0) / (f1 - f0)));
    }
}

namespace Umbriel.Display.Picture;

/// <summary>Round numbers for axes and scale bars.</summary>
internal static class AxisTicks
{
    /// <summary>1, 2 or 5 times a power of ten, near a length divided by a number of steps.</summary>
    public static double Step(double length, double steps)
    {
        double raw = length / steps;
        double power = Math.Pow(10.0, Math.Floor(Math.Log10(raw)));
        double lead = raw / power;
        return power * (lead < 1.5 ? 1.0 : lead < 3.5 ? 2.0 : lead < 7.5 ? 5.0 : 10.0);
    }

    /// <summary>Multiples of a step from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        for (double n = Math.Ceiling(low / step); n * step <= high; n++)
        {
            yield return n * step;
        }
    }
}

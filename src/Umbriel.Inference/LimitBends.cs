namespace Umbriel.Inference;

/// <summary>Where a limit curve through given masses needs more of them.</summary>
public static class LimitBends
{
    /// <summary>Error in log10 |U|² of the straight line between two masses, in the logarithms, that calls for a mass between them: 5%.</summary>
    public const double Tolerance = 0.02;

    /// <summary>Steps of ln mass that are not cut further: what rises within one is a vertical line in a figure.</summary>
    public const double NarrowestStep = 0.01;

    /// <summary>Masses in the middle of the steps that need one, in order; none when the curve is good enough.</summary>
    /// <param name="limits">Limits, masses increasing.</param>
    public static double[] MissingMasses(IReadOnlyList<MassLimit> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        double?[] observed = Curvatures(limits, static l => l.ObservedU2);
        double?[] expected = Curvatures(limits, static l => l.ExpectedU2);
        List<double> missing = [];
        for (int i = 1; i < limits.Count; i++)
        {
            double step = Math.Log(limits[i].Mass / limits[i - 1].Mass);
            if (step > NarrowestStep && 0.25 * step * step * Math.Max(Between(observed, i), Between(expected, i)) > Tolerance)
            {
                missing.Add(Math.Sqrt(limits[i - 1].Mass * limits[i].Mass));
            }
        }

        return [.. missing];
    }

    /// <summary>The smaller curvature of both ends of a step: a kink at one end is no bend of the curve between.</summary>
    private static double Between(double?[] curvatures, int i) => (curvatures[i - 1], curvatures[i]) switch
    {
        ({ } left, { } right) => Math.Min(left, right),
        var (left, right) => left ?? right ?? 0.0,
    };

    /// <summary>|Second divided difference| of log10 |U|² in ln mass at each mass that has two neighbours with limits.</summary>
    private static double?[] Curvatures(IReadOnlyList<MassLimit> limits, Func<MassLimit, double?> limit)
    {
        double?[] curvatures = new double?[limits.Count];
        for (int i = 1; i < limits.Count - 1; i++)
        {
            if (limit(limits[i - 1]) is { } before && limit(limits[i]) is { } here && limit(limits[i + 1]) is { } after)
            {
                double left = Math.Log(limits[i].Mass / limits[i - 1].Mass);
                double right = Math.Log(limits[i + 1].Mass / limits[i].Mass);
                curvatures[i] = Math.Abs((Math.Log10(after / here) / right) - (Math.Log10(here / before) / left)) / (left + right);
            }
        }

        return curvatures;
    }
}

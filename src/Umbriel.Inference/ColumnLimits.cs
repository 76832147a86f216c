namespace Umbriel.Inference;

/// <summary>Exclusion intervals in the coupling at one mass, from samples of Δχ² and root finding between them.</summary>
internal static class ColumnLimits
{
    private const int MaximumDecades = 40;

    /// <summary>Finds them.</summary>
    /// <param name="samples">(|U|², Δχ²) in increasing |U|²; a threshold crossed twice between two of them goes unseen.</param>
    /// <param name="atZero">Δχ² at |U|² = 0.</param>
    /// <param name="delta">Δχ² anywhere else.</param>
    /// <param name="threshold">Excluded at or above.</param>
    /// <param name="precision">In log10 |U|².</param>
    public static List<ExclusionInterval> Find(IReadOnlyList<(double U2, double Delta)> samples, double atZero, Func<double, double> delta, double threshold, double precision)
    {
        var intervals = new List<ExclusionInterval>();
        double? lower = null;
        bool excluded = samples[0].Delta >= threshold;
        if (excluded && atZero < threshold)
        {
            lower = BelowAxis(samples[0], delta, threshold, precision);
        }

        for (int i = 1; i < samples.Count; i++)
        {
            bool now = samples[i].Delta >= threshold;
            if (now == excluded)
            {
                continue;
            }

            double root = ThresholdRoot.Find(samples[i - 1], samples[i], delta, threshold, precision);
            if (now)
            {
                lower = root;
            }
            else
            {
                intervals.Add(new ExclusionInterval(lower, root));
            }

            excluded = now;
        }

        if (excluded)
        {
            intervals.Add(new ExclusionInterval(lower, null));
        }

        return intervals;
    }

    /// <summary>The axis begins in excluded land though zero is allowed: the limit lies below the axis.</summary>
    private static double? BelowAxis((double U2, double Delta) first, Func<double, double> delta, double threshold, double precision)
    {
        (double U2, double Delta) above = first;
        for (int decade = 0; decade < MaximumDecades; decade++)
        {
            (double U2, double Delta) below = (0.1 * above.U2, delta(0.1 * above.U2));
            if (below.Delta < threshold)
            {
                return ThresholdRoot.Find(below, above, delta, threshold, precision);
            }

            above = below;
        }

        return null;
    }
}

using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// The stretches of one positive coordinate on which Δχ² is below a threshold, from its values at nodes: crossings
/// between nodes by root finding; dips below the threshold between nodes that are all above it, and bumps above it
/// between nodes that are all below, by a search in the bracket of every local extremum of the nodes.
/// </summary>
internal static class AxisIntervals
{
    /// <summary>A bracket whose values differ by less than this fraction of the threshold is flat: nothing to find.</summary>
    private const double Flat = 1e-9;

    /// <summary>A stretch, cut at the ends of the axis.</summary>
    public readonly record struct Stretch(double Low, double High, bool ReachesLow, bool ReachesHigh);

    /// <summary>Finds them, in increasing order.</summary>
    /// <param name="at">Nodes, positive and increasing, two or more.</param>
    /// <param name="values">Δχ² at the nodes.</param>
    /// <param name="delta">Δχ² anywhere between.</param>
    /// <param name="threshold">Inside is strictly below.</param>
    /// <param name="precision">In log10 of the coordinate: of the ends, and of the narrowest dip that is looked for.</param>
    public static List<Stretch> Find(ReadOnlySpan<double> at, ReadOnlySpan<double> values, Func<double, double> delta, double threshold, double precision)
    {
        List<(double At, double Delta)> samples = [];
        for (int j = 0; j < at.Length; j++)
        {
            samples.Add((at[j], values[j]));
        }

        for (int j = 0; j < at.Length; j++)
        {
            bool inside = values[j] < threshold;
            if (Extremum(at, values, j, inside, delta, threshold, precision) is { } found && found.Delta < threshold != inside)
            {
                samples.Add(found);
            }
        }

        samples.Sort((a, b) => a.At.CompareTo(b.At));
        return Stretches(samples, delta, threshold, precision);
    }

    private static List<Stretch> Stretches(List<(double At, double Delta)> samples, Func<double, double> delta, double threshold, double precision)
    {
        var stretches = new List<Stretch>();
        bool inside = samples[0].Delta < threshold;
        bool reachesLow = inside;
        double low = samples[0].At;
        for (int k = 1; k < samples.Count; k++)
        {
            bool now = samples[k].Delta < threshold;
            if (now == inside)
            {
                continue;
            }

            double root = ThresholdRoot.Find(samples[k - 1], samples[k], delta, threshold, precision);
            if (inside)
            {
                stretches.Add(new Stretch(low, root, reachesLow, false));
            }

            (inside, low, reachesLow) = (now, root, false);
        }

        if (inside)
        {
            stretches.Add(new Stretch(low, samples[^1].At, reachesLow, true));
        }

        return stretches;
    }

    /// <summary>Follows a node that is a local minimum outside (or maximum inside) to where the function is lowest (highest) around it.</summary>
    private static (double At, double Delta)? Extremum(ReadOnlySpan<double> at, ReadOnlySpan<double> values, int j, bool inside, Func<double, double> delta, double threshold, double precision)
    {
        double sign = inside ? -1.0 : 1.0;
        int before = Math.Max(j - 1, 0);
        int after = Math.Min(j + 1, at.Length - 1);
        double here = sign * values[j];
        double left = sign * values[before];
        double right = sign * values[after];
        if (left < here || right < here || Math.Max(left, right) - here <= Flat * threshold)
        {
            return null;
        }

        (double x, double f) = BracketedMinimum.Find(
            x => sign * delta(Math.Exp(x)), (Math.Log(at[before]), left), (Math.Log(at[j]), here), (Math.Log(at[after]), right), sign * threshold, precision * Math.Log(10.0));
        return (Math.Exp(x), sign * f);
    }
}

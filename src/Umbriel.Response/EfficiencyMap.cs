namespace Umbriel.Response;

/// <summary>The four-dimensional selection efficiency of each topology, fitted on one reference mixture.</summary>
public sealed class EfficiencyMap
{
    private readonly EfficiencyAxes axes;
    private readonly double[][][] factors = new double[Topologies.Count][][];

    /// <summary>Fits all three topologies.</summary>
    public EfficiencyMap(EfficiencyAxes axes, MixtureSample sample)
    {
        this.axes = axes;
        double[][] residuals = new double[Topologies.Count][];
        for (int topology = 0; topology < Topologies.Count; topology++)
        {
            (factors[topology], residuals[topology]) = ProportionalFit.Fit(axes, sample, Topologies.Selected[topology]);
        }

        Residuals = residuals;
        Folded = [.. factors.Select(f => FoldedMarginals(axes, sample, f))];
    }

    /// <summary>By topology, axis and bin: the efficiency over the mixture, to be compared with the published marginals.</summary>
    public IReadOnlyList<IReadOnlyList<double[]>> Folded { get; }

    /// <summary>By topology and axis: how far the fit is from the published marginal's total (see <see cref="ProportionalFit"/>).</summary>
    public IReadOnlyList<IReadOnlyList<double>> Residuals { get; }

    /// <summary>Probability that a pair is selected as each topology; together at most one.</summary>
    public (double OneShower, double OneShowerOneTrack, double TwoShowers) Evaluate(in PairKinematics pair)
    {
        if (!axes.TryFind(pair, out int e, out int t, out int o, out int a))
        {
            return (0.0, 0.0, 0.0);
        }

        return At(e, t, o, a);
    }

    /// <summary>Share of a point's pairs that is selected, as any topology.</summary>
    public double MeanOver(PointSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        double sum = 0.0;
        for (int i = 0; i < sample.Keys.Length; i++)
        {
            int key = sample.Keys[i];
            if (PointSample.BinOf(key, 0) != PointSample.Below)
            {
                (double one, double track, double two) = At(PointSample.BinOf(key, 0), PointSample.BinOf(key, 1), PointSample.BinOf(key, 2), PointSample.BinOf(key, 3));
                sum += sample.Weights[i] * (one + track + two);
            }
        }

        return sum;
    }

    private (double OneShower, double OneShowerOneTrack, double TwoShowers) At(int e, int t, int o, int a)
    {
        double one = Value(0, e, t, o, a);
        double track = Value(1, e, t, o, a);
        double two = Value(2, e, t, o, a);

        // The topologies are fitted one by one; in cells that the sample hardly fills they can exceed one together.
        double scale = 1.0 / Math.Max(1.0, one + track + two);
        return (scale * one, scale * track, scale * two);
    }

    private static double[][] FoldedMarginals(EfficiencyAxes axes, MixtureSample sample, double[][] f)
    {
        byte[][] bins = sample.Bins;
        double[] weights = sample.Weights;
        double[][] result = new double[EfficiencyAxes.Count][];
        for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
        {
            double[] selected = new double[axes.Bins(axis)];
            double[] all = new double[axes.Bins(axis)];
            for (int i = 0; i < weights.Length; i++)
            {
                int bin = bins[axis][i];
                if (bin == PointSample.Below)
                {
                    continue;
                }

                all[bin] += weights[i];
                if (bins[0][i] != PointSample.Below)
                {
                    selected[bin] += weights[i] * Math.Min(1.0, f[0][bins[0][i]] * f[1][bins[1][i]] * f[2][bins[2][i]] * f[3][bins[3][i]]);
                }
            }

            result[axis] = [.. selected.Zip(all, (s, n) => n > 0.0 ? s / n : 0.0)];
        }

        return result;
    }

    private double Value(int topology, int e, int t, int o, int a)
    {
        double[][] f = factors[topology];
        return Math.Min(1.0, f[0][e] * f[1][t] * f[2][o] * f[3][a]);
    }
}

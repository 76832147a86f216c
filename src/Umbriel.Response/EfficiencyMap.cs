namespace Umbriel.Response;

/// <summary>The four-dimensional selection efficiency of each topology, fitted on one reference mixture.</summary>
public sealed class EfficiencyMap
{
    private readonly EfficiencyAxes axes;
    private readonly double[][][] factors = new double[3][][];

    /// <summary>Fits all three topologies.</summary>
    public EfficiencyMap(EfficiencyAxes axes, MixtureSample sample)
    {
        this.axes = axes;
        double[][] residuals = new double[3][];
        foreach (Topology topology in Enum.GetValues<Topology>())
        {
            (factors[(int)topology], residuals[(int)topology]) = ProportionalFit.Fit(axes, sample, topology);
        }

        Residuals = residuals;
    }

    /// <summary>By topology and axis: how far the fit is from the published marginal's total (see <see cref="ProportionalFit"/>).</summary>
    public IReadOnlyList<IReadOnlyList<double>> Residuals { get; }

    /// <summary>Probability that a pair is selected as each topology; together at most one.</summary>
    public (double OneShower, double OneShowerOneTrack, double TwoShowers) Evaluate(in PairKinematics pair)
    {
        if (!axes.TryFind(pair, out int e, out int t, out int o, out int a))
        {
            return (0.0, 0.0, 0.0);
        }

        double one = Value(0, e, t, o, a);
        double track = Value(1, e, t, o, a);
        double two = Value(2, e, t, o, a);

        // The topologies are fitted one by one; in cells that the sample hardly fills they can exceed one together.
        double scale = 1.0 / Math.Max(1.0, one + track + two);
        return (scale * one, scale * track, scale * two);
    }

    private double Value(int topology, int e, int t, int o, int a)
    {
        double[][] f = factors[topology];
        return Math.Min(1.0, f[0][e] * f[1][t] * f[2][o] * f[3][a]);
    }
}

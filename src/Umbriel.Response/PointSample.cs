using Umbriel.Core;
using Umbriel.Core.Events;

namespace Umbriel.Response;

/// <summary>
/// Pairs of one model point, binned: the share of them in every occupied cell of the four axes, summing to one. Pairs
/// below the energy tables count in the other three marginals' denominators, as in the published sample. Immutable.
/// </summary>
public sealed class PointSample
{
    /// <summary>Energy bin of pairs below the tables.</summary>
    internal const int Below = 255;

    /// <summary>Most bins on an axis; the asymmetry's share the key's sign bit.</summary>
    internal const int MaximumBins = 127;

    private readonly double[][] content;
    private readonly EfficiencyAxes axes;

    private PointSample(EfficiencyAxes axes, int[] keys, double[] weights)
    {
        this.axes = axes;
        Keys = keys;
        Weights = weights;
        content = [.. Enumerable.Range(0, EfficiencyAxes.Count).Select(axis => new double[axes.Bins(axis)])];
        for (int i = 0; i < keys.Length; i++)
        {
            for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
            {
                int bin = BinOf(keys[i], axis);
                if (bin != Below)
                {
                    content[axis][bin] += weights[i];
                }
            }
        }
    }

    /// <summary>Occupied cells in ascending order.</summary>
    internal int[] Keys { get; }

    /// <summary>Share of each cell.</summary>
    internal double[] Weights { get; }

    /// <summary>Bins pairs, scaled so that their weights sum to one.</summary>
    /// <param name="axes">The published binning.</param>
    /// <param name="pairs">True variables.</param>
    /// <param name="weights">One weight a pair, not negative and not all zero.</param>
    /// <exception cref="ArgumentException">The weights sum to zero.</exception>
    public static PointSample Of(EfficiencyAxes axes, IReadOnlyList<PairKinematics> pairs, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(weights);
        double sum = 0.0;
        Dictionary<int, double> cells = [];
        for (int i = 0; i < pairs.Count; i++)
        {
            bool inside = axes.TryFind(pairs[i], out int e, out int t, out int o, out int a);
            int key = (inside ? e : Below) | (t << 8) | (o << 16) | (a << 24);
            cells[key] = cells.GetValueOrDefault(key) + weights[i];
            sum += weights[i];
        }

        if (!(sum > 0.0))
        {
            throw new ArgumentException($"pairs that weigh {sum} in total; expected more than zero", nameof(weights));
        }

        int[] keys = [.. cells.Keys.Order()];
        return new PointSample(axes, keys, [.. keys.Select(key => cells[key] / sum)]);
    }

    /// <summary>Bins a generated batch.</summary>
    public static PointSample Of(EfficiencyAxes axes, TruthEventBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        PairKinematics[] pairs = new PairKinematics[batch.Count];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = PairKinematics.Of(batch.Electron[i], batch.Positron[i]);
        }

        return Of(axes, pairs, batch.Weight);
    }

    /// <summary>Mean efficiency of these pairs according to one published marginal: Σ over bins of share × efficiency.</summary>
    public double MeanEfficiency(int axis, Topology topology)
    {
        IReadOnlyList<double> published = axes.Published(axis, topology);
        double sum = 0.0;
        for (int b = 0; b < content[axis].Length; b++)
        {
            sum += published[b] * content[axis][b];
        }

        return sum;
    }

    /// <summary>Bin of a cell on one axis.</summary>
    internal static int BinOf(int key, int axis) => (key >> (8 * axis)) & 0xff;
}

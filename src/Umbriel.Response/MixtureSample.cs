using Umbriel.Core;

namespace Umbriel.Response;

/// <summary>
/// The pairs of a reference mixture, binned: the weight in every occupied cell of the four axes. Pairs below the energy
/// tables count in the other three marginals' denominators, as in the published sample.
/// </summary>
public sealed class MixtureSample
{
    private readonly Dictionary<int, double> weights = [];
    private readonly EfficiencyAxes axes;

    /// <summary>An empty sample.</summary>
    public MixtureSample(EfficiencyAxes axes)
    {
        this.axes = axes;
    }

    /// <summary>Adds a batch, scaled so that its weights sum to <paramref name="share"/>.</summary>
    public void Add(TruthEventBatch batch, double share)
    {
        ArgumentNullException.ThrowIfNull(batch);
        double sum = 0.0;
        for (int i = 0; i < batch.Count; i++)
        {
            sum += batch.Weight[i];
        }

        for (int i = 0; i < batch.Count; i++)
        {
            PairKinematics pair = PairKinematics.Of(batch.Electron[i], batch.Positron[i]);
            bool inside = axes.TryFind(pair, out int e, out int t, out int o, out int a);
            int key = Pack(inside ? e : Below, t, o, a);
            weights[key] = weights.GetValueOrDefault(key) + (share * batch.Weight[i] / sum);
        }
    }

    /// <summary>Occupied cells in a fixed order.</summary>
    internal (byte[][] Bins, double[] Weights) Cells()
    {
        int[] keys = [.. weights.Keys.Order()];
        byte[][] bins = [new byte[keys.Length], new byte[keys.Length], new byte[keys.Length], new byte[keys.Length]];
        double[] content = new double[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            for (int axis = 0; axis < EfficiencyAxes.Count; axis++)
            {
                bins[axis][i] = (byte)(keys[i] >> (8 * axis));
            }

            content[i] = weights[keys[i]];
        }

        return (bins, content);
    }

    /// <summary>Marks pairs below the energy tables.</summary>
    internal const int Below = 255;

    private static int Pack(int e, int t, int o, int a) => e | (t << 8) | (o << 16) | (a << 24);
}

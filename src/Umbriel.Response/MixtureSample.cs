using Umbriel.Core.Events;

namespace Umbriel.Response;

/// <summary>Points' samples put together with their shares: the binned stand-in for the published sample. Immutable.</summary>
public sealed class MixtureSample
{
    /// <summary>Mixes samples.</summary>
    /// <param name="points">One sample a point, all on the same axes.</param>
    /// <param name="shares">One share a point, summing to one.</param>
    public MixtureSample(IReadOnlyList<PointSample> points, IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(shares);
        if (points.Count != shares.Count || shares.Any(s => !(s >= 0.0)) || Math.Abs(shares.Sum() - 1.0) > 1e-9)
        {
            throw new ArgumentException("one share a point, none negative, one in total", nameof(shares));
        }

        Points = points;
        Shares = shares;
        Dictionary<int, double> cells = [];
        for (int p = 0; p < points.Count; p++)
        {
            for (int i = 0; i < points[p].Keys.Length; i++)
            {
                int key = points[p].Keys[i];
                cells[key] = cells.GetValueOrDefault(key) + (shares[p] * points[p].Weights[i]);
            }
        }

        int[] keys = [.. cells.Keys.Order()];
        Weights = [.. keys.Select(key => cells[key])];
        Bins = [.. Enumerable.Range(0, EfficiencyAxes.Count).Select(axis => keys.Select(key => (byte)PointSample.BinOf(key, axis)).ToArray())];
    }

    /// <summary>What was mixed.</summary>
    public IReadOnlyList<PointSample> Points { get; }

    /// <summary>In which shares.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>By axis, the bin of every occupied cell.</summary>
    internal byte[][] Bins { get; }

    /// <summary>Share of every occupied cell.</summary>
    internal double[] Weights { get; }

    /// <summary>Mean efficiency of the mixture according to one published marginal; the four would agree on the published sample.</summary>
    public double MeanEfficiency(int axis, Topology topology)
    {
        double sum = 0.0;
        for (int p = 0; p < Points.Count; p++)
        {
            sum += Shares[p] * Points[p].MeanEfficiency(axis, topology);
        }

        return sum;
    }
}

using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepData;
using Umbriel.Response.Published;

namespace Umbriel.Response;

/// <summary>
/// The four binned variables of the published efficiencies and the cell of a pair in their product. Below the first
/// energy edge nothing is selected; beyond the last edge of any axis the last bin holds.
/// </summary>
public sealed class EfficiencyAxes
{
    private readonly double[][] edges;

    /// <summary>Takes the axes of the published marginals.</summary>
    public EfficiencyAxes(PublishedData data)
        : this([data.EnergyEfficiency, data.ThetaEfficiency, data.OpeningAngleEfficiency, data.AsymmetryEfficiency])
    {
    }

    /// <summary>Takes marginals in the order energy (GeV), θ, opening angle (degrees), asymmetry.</summary>
    /// <exception cref="ArgumentException">There are not four of them, or one has more bins than a cell's key holds.</exception>
    public EfficiencyAxes(IReadOnlyList<EfficiencyMarginal> marginals)
    {
        ArgumentNullException.ThrowIfNull(marginals);
        if (marginals.Count != Count || marginals.Any(m => m.Edges.Count > PointSample.MaximumBins + 1))
        {
            throw new ArgumentException($"{marginals.Count} tables of {string.Join(", ", marginals.Select(m => m.Edges.Count - 1))} bins; expected {Count} tables of at most {PointSample.MaximumBins} bins", nameof(marginals));
        }

        Marginals = marginals;
        edges = [.. Marginals.Select(m => m.Edges.ToArray())];
    }

    /// <summary>Number of axes.</summary>
    public const int Count = 4;

    /// <summary>The published marginals, in the order energy, θ, opening angle, asymmetry.</summary>
    public IReadOnlyList<EfficiencyMarginal> Marginals { get; }

    /// <summary>Number of bins of an axis.</summary>
    public int Bins(int axis) => edges[axis].Length - 1;

    /// <summary>The published efficiency of one topology against one axis.</summary>
    public IReadOnlyList<double> Published(int axis, Topology topology) => topology switch
    {
        Topology.OneShower => Marginals[axis].OneShowerNoTrack,
        Topology.OneShowerOneTrack => Marginals[axis].OneShowerOneTrack,
        Topology.TwoShowers => Marginals[axis].TwoShowersNoTrack,
        _ => throw new ArgumentOutOfRangeException(nameof(topology), topology, "not a selected topology"),
    };

    /// <summary>Bin on each axis; false if the pair's energy is below the tables.</summary>
    public bool TryFind(in PairKinematics pair, out int energy, out int theta, out int opening, out int asymmetry)
    {
        energy = Find(edges[0], pair.Energy);
        theta = Find(edges[1], pair.Theta);
        opening = Find(edges[2], pair.OpeningAngle);
        asymmetry = Find(edges[3], pair.Asymmetry);
        return pair.Energy >= edges[0][0];
    }

    private static int Find(double[] edge, double value)
    {
        int i = 0;
        int last = edge.Length - 2;
        while (i < last && value >= edge[i + 1])
        {
            i++;
        }

        return i;
    }
}

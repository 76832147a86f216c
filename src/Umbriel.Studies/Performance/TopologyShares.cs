using Umbriel.Core.Events;
using Umbriel.Reconstruction;

namespace Umbriel.Studies.Performance;

/// <summary>Shares of the topologies of pairs in bins of a true quantity.</summary>
/// <param name="Edges">Edges of the bins.</param>
/// <param name="Bins">Shares in each bin, in the order of <see cref="Order"/>; null where no event is.</param>
public sealed record TopologyShares(IReadOnlyList<double> Edges, IReadOnlyList<IReadOnlyList<Estimate?>> Bins)
{
    /// <summary>The topologies of the shares; the last stands for all else, nothing found included.</summary>
    public static IReadOnlyList<Topology> Order { get; } = [Topology.OneShower, Topology.OneShowerOneTrack, Topology.TwoShowers, Topology.Other];

    /// <summary>Counts.</summary>
    /// <param name="events">Events of pairs.</param>
    /// <param name="quantity">The true quantity; events where it is missing do not count.</param>
    /// <param name="edges">Edges of the bins, rising; the last bin holds its upper edge.</param>
    public static TopologyShares Of(IEnumerable<EventObservation> events, Func<EventObservation, double?> quantity, IReadOnlyList<double> edges)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(edges);
        int[][] counts = [.. edges.Skip(1).Select(static _ => new int[Order.Count])];
        foreach (EventObservation e in events)
        {
            if (quantity(e) is not { } value || !(value >= edges[0] && value <= edges[^1]))
            {
                continue;
            }

            int bin = 0;
            while (bin < counts.Length - 1 && value >= edges[bin + 1])
            {
                bin++;
            }

            int which = Order.TakeWhile(t => t != e.Topology).Count();
            counts[bin][Math.Min(which, Order.Count - 1)]++;
        }

        return new TopologyShares(edges, [.. counts.Select(static c => (IReadOnlyList<Estimate?>)[.. c.Select(n => Estimate.Share(n, c.Sum()))])]);
    }

    /// <summary>
    /// The shares of a topology scaled so that their integral is that of published efficiencies of the same bins; bins without events count in neither.
    /// Null where there is nothing to scale.
    /// </summary>
    /// <param name="which">Place in <see cref="Order"/>.</param>
    /// <param name="published">Efficiency in each bin.</param>
    public IReadOnlyList<Estimate?>? ScaledTo(int which, IReadOnlyList<double> published)
    {
        ArgumentNullException.ThrowIfNull(published);
        double own = 0.0;
        double other = 0.0;
        for (int i = 0; i < Bins.Count; i++)
        {
            double width = Edges[i + 1] - Edges[i];
            own += width * (Bins[i][which]?.Value ?? 0.0);
            other += Bins[i][which] is null ? 0.0 : width * published[i];
        }

        double factor = other / own;
        return own > 0.0 ? [.. Bins.Select(b => b[which] is { } e ? (Estimate?)new Estimate(e.Value * factor, e.Error * factor, e.Count) : null)] : null;
    }
}

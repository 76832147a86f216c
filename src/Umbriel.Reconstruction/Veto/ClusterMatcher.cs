using Umbriel.Core;

namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// Groups clusters across planes: their drift distances overlap, their centres cross within the active volume, and the third plane's
/// centre, if it takes part, is where the other two say. The best agreement goes first, three planes before two. Immutable.
/// </summary>
public sealed class ClusterMatcher
{
    /// <summary>Differences that count as 1, cm: of centres along the drift and across the wires for clusters without size, and how they grow with size.</summary>
    private const double Tolerance = 0.6;
    private const double Growth = 0.25;

    /// <summary>How far outside of the active volume centres may cross, cm.</summary>
    private const double Margin = 3.0;

    /// <summary>Largest misfit of a pair and of a triple: sums of differences in units of the tolerance and of |ln| of the ratio of energies.</summary>
    private const double LargestMisfit = 3.0;

    private readonly ViewGeometry geometry;

    /// <summary>Prepares.</summary>
    public ClusterMatcher(ViewGeometry geometry) => this.geometry = geometry;

    /// <summary>Groups of clusters; every cluster is in exactly one.</summary>
    public IReadOnlyList<ClusterGroup> Match(IReadOnlyList<HitCluster> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        List<ClusterGroup> pairs = Pairs(clusters);
        List<ClusterGroup> triples = Triples(clusters, pairs);
        bool[] taken = new bool[clusters.Count];
        List<ClusterGroup> groups = [];
        foreach (ClusterGroup group in triples.OrderBy(static g => g.Misfit).Concat(pairs.OrderBy(static g => g.Misfit)))
        {
            if (!group.Clusters.Any(i => taken[i]))
            {
                groups.Add(group);
                foreach (int i in group.Clusters)
                {
                    taken[i] = true;
                }
            }
        }

        groups.AddRange(Enumerable.Range(0, clusters.Count).Where(i => !taken[i]).Select(static i => new ClusterGroup([i], null, 0.0)));
        return groups;
    }

    private List<ClusterGroup> Pairs(IReadOnlyList<HitCluster> clusters)
    {
        List<ClusterGroup> pairs = [];
        for (int i = 0; i < clusters.Count; i++)
        {
            for (int j = 0; j < clusters.Count; j++)
            {
                (HitCluster a, HitCluster b) = (clusters[i], clusters[j]);
                if (a.Plane >= b.Plane || Misfit(a, b) is not (<= LargestMisfit and double misfit))
                {
                    continue;
                }

                SpaceVector place = geometry.Place(a.Plane, a.Centre, b.Plane, b.Centre);
                if (geometry.Contains(place, Margin))
                {
                    pairs.Add(new ClusterGroup([i, j], place, misfit));
                }
            }
        }

        return pairs;
    }

    /// <summary>Pairs (i, j) and (i, k) that agree, j and k too, and whose crossings agree.</summary>
    private List<ClusterGroup> Triples(IReadOnlyList<HitCluster> clusters, List<ClusterGroup> pairs)
    {
        List<ClusterGroup> triples = [];
        foreach (IGrouping<int, ClusterGroup> first in pairs.GroupBy(static p => p.Clusters[0]))
        {
            foreach (ClusterGroup one in first)
            {
                foreach (ClusterGroup two in first)
                {
                    (HitCluster b, HitCluster c) = (clusters[one.Clusters[1]], clusters[two.Clusters[1]]);
                    if (b.Plane >= c.Plane || Misfit(b, c) is not (<= LargestMisfit and double misfit))
                    {
                        continue;
                    }

                    double closure = Math.Abs(geometry.Place(c.Plane, one.Place!.Value).Wire - c.Centre.Wire) / (Tolerance + (Growth * (b.Length + c.Length)));
                    double sum = ((one.Misfit + two.Misfit + misfit) / 3.0) + closure;
                    if (sum <= LargestMisfit)
                    {
                        triples.Add(new ClusterGroup([first.Key, one.Clusters[1], two.Clusters[1]], (one.Place.Value + two.Place!.Value) * 0.5, sum));
                    }
                }
            }
        }

        return triples;
    }

    private static double? Misfit(HitCluster a, HitCluster b)
    {
        if (Math.Min(a.Farthest, b.Farthest) - Math.Max(a.Nearest, b.Nearest) < -Tolerance)
        {
            return null;
        }

        double extent = 0.5 * (a.Farthest - a.Nearest + b.Farthest - b.Nearest);
        return (Math.Abs(a.Centre.Drift - b.Centre.Drift) / (Tolerance + (Growth * extent))) + Math.Abs(Math.Log(a.EnergyMeV / b.EnergyMeV));
    }
}

using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// Short clusters around a shower that may be a proton's, and what is known of each: the variables of MicroBooNE's proton-stub veto
/// (arXiv:2502.06091) as far as each plane gives them, the density of charge, and what follows from planes that agree. Immutable; threads share it.
/// </summary>
public sealed class StubClusters
{
    /// <summary>Distance, cm, within which other charge is counted as company: a shower's crumbs have some.</summary>
    private const double Company = 5.0;

    private readonly ViewGeometry geometry;
    private readonly ClusterMatcher matcher;
    private readonly StubSettings settings;

    /// <summary>Prepares for a detector.</summary>
    public StubClusters(DetectorResponse response, StubSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        geometry = new ViewGeometry(response);
        matcher = new ClusterMatcher(geometry);
        this.settings = settings;
    }

    /// <summary>Name of each feature. Lengths in cm, energies, as of a shower, in MeV.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "plane", "energy", "hits", "wires", "drift_extent", "length", "width", "principal", "hit_energy", "largest_hit_energy", "energy_per_length", "hit_width", "halves",
        "distance", "behind", "impact", "impact_over_distance", "of_shower", "gap", "company", "shower_energy", "foreshortening",
        "planes", "misfit", "partner_energy", "space_distance", "space_behind", "space_impact", "vertex_distance",
    ];

    /// <summary>Clusters and features of an event.</summary>
    public VetoSearch Search(VetoEvent found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Trunk trunk = Trunk.Of(found.Points, found.Primary, settings.TrunkLink);
        bool[] own = found.Used(trunk.Points);
        bool[] shower = found.Owned([found.Primary]);
        bool[] aside = found.SetAside();
        List<HitCluster> clusters = [];
        ShowerView[] views = new ShowerView[geometry.Planes];
        for (int plane = 0; plane < views.Length; plane++)
        {
            views[plane] = ShowerView.Of(found.Hits, own, trunk.Start, trunk.Direction, plane, geometry);
            clusters.AddRange(Clusters(found.Hits, i => !own[i] && !aside[i], views[plane].Start, plane));
        }

        IReadOnlyList<ClusterGroup> groups = matcher.Match(clusters);
        double?[][] features = new double?[clusters.Count][];
        foreach (ClusterGroup group in groups)
        {
            foreach (int i in group.Clusters)
            {
                HitCluster cluster = clusters[i];
                double company = clusters.Where(c => c.Plane == cluster.Plane && c != cluster && (c.Centre - cluster.Centre).Length < Company).Sum(static c => c.EnergyMeV);
                features[i] = [.. Shape(found, cluster, views[cluster.Plane]), .. Situation(found, cluster, views[cluster.Plane], shower, company), .. InSpace(group, i, clusters, trunk), AtVertex(found, cluster)];
            }
        }

        return new VetoSearch(clusters, groups, features);
    }

    private IEnumerable<HitCluster> Clusters(IReadOnlyList<Hit> hits, Func<int, bool> free, ViewPoint start, int plane)
    {
        int[] pool = [.. Enumerable.Range(0, hits.Count).Where(i => hits[i].Plane == plane && free(i) && hits[i].Charge > 0.0 && (geometry.Place(hits[i]) - start).Length < settings.Reach)];
        foreach (IReadOnlyList<int> members in DensityClusters.Find([.. pool.Select(i => geometry.Place(hits[i]))], settings.Distance, 1))
        {
            HitCluster cluster = HitCluster.Of(hits, [.. members.Select(m => pool[m])], geometry);
            if (cluster.Length <= settings.LongestStub && cluster.EnergyMeV >= settings.LeastEnergyMeV)
            {
                yield return cluster;
            }
        }
    }

    private double?[] Shape(VetoEvent found, HitCluster cluster, ShowerView view)
    {
        double[] energies = [.. cluster.Hits.Select(i => geometry.EnergyMeV(found.Hits[i]))];

        // Share of the energy in the half that is nearer to the shower, by distance from its start.
        ViewPoint[] places = [.. cluster.Hits.Select(i => geometry.Place(found.Hits[i]))];
        double low = places.Min(p => (p - view.Start).Length);
        double high = places.Max(p => (p - view.Start).Length);
        double? halves = high - low > 0.0 ? places.Zip(energies).Where(p => (p.First - view.Start).Length < 0.5 * (low + high)).Sum(static p => p.Second) / cluster.EnergyMeV : null;
        return
        [
            cluster.Plane, cluster.EnergyMeV, cluster.Hits.Count, cluster.Wires, cluster.Farthest - cluster.Nearest, cluster.Length, cluster.Width, cluster.Principal,
            energies.Average(), energies.Max(), cluster.EnergyMeV / (cluster.Length + geometry.Pitch(cluster.Plane)), cluster.Hits.Average(i => found.Hits[i].Width), halves,
        ];
    }

    private double?[] Situation(VetoEvent found, HitCluster cluster, ShowerView view, bool[] shower, double company)
    {
        ViewPoint from = cluster.Centre - view.Start;
        double distance = from.Length;
        double impact = Math.Abs(view.Direction.Cross(from));
        double own = cluster.Hits.Where(i => shower[i]).Sum(i => geometry.EnergyMeV(found.Hits[i]));
        return
        [
            distance, -view.Direction.Dot(from), impact, distance > 0.0 ? impact / distance : null, own / cluster.EnergyMeV,
            view.Gap(cluster.Hits.Select(i => geometry.Place(found.Hits[i]))), company, view.EnergyMeV, view.Foreshortening,
        ];
    }

    /// <summary>What planes that agree say: the partners' energy, distance from the shower's start, how far behind it and how far from its line.</summary>
    private static double?[] InSpace(ClusterGroup group, int self, List<HitCluster> clusters, Trunk trunk)
    {
        if (group.Place is not { } place)
        {
            return [1, null, null, null, null, null];
        }

        SpaceVector from = place - trunk.Start;
        return
        [
            group.Clusters.Count, group.Misfit, group.Clusters.Where(i => i != self).Average(i => clusters[i].EnergyMeV),
            from.Length, -from.Dot(trunk.Direction), from.Across(trunk.Direction),
        ];
    }

    private double? AtVertex(VetoEvent found, HitCluster cluster)
    {
        if (found.Vertex is not { } vertex)
        {
            return null;
        }

        ViewPoint seen = geometry.Place(cluster.Plane, vertex);
        return cluster.Hits.Min(i => (geometry.Place(found.Hits[i]) - seen).Length);
    }
}

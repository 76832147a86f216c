using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// Clusters that may be a second photon, and what is known of each: the variables of MicroBooNE's second-shower veto (arXiv:2110.00409)
/// as far as each plane gives them, and what follows from planes that agree. Immutable; threads share it.
/// </summary>
public sealed class SecondShowerClusters
{
    private readonly ViewGeometry geometry;
    private readonly ClusterMatcher matcher;
    private readonly SecondShowerSettings settings;

    /// <summary>Prepares for a detector.</summary>
    public SecondShowerClusters(DetectorResponse response, SecondShowerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        geometry = new ViewGeometry(response);
        matcher = new ClusterMatcher(geometry);
        this.settings = settings;
    }

    /// <summary>Name of each feature. Lengths in cm, energies in MeV, angles in radians.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "plane", "energy", "energy_share", "hits", "wires", "drift_extent", "length", "width", "principal", "hit_energy", "hit_energy_rms", "hit_width",
        "distance", "impact", "impact_over_distance", "pointing", "shower_angle", "along", "across", "gap", "mass", "shower_energy", "foreshortening", "rest_energy",
        "planes", "misfit", "space_distance", "space_angle", "space_across", "space_mass", "vertex_distance", "vertex_impact",
    ];

    /// <summary>Clusters and features of an event.</summary>
    public VetoSearch Search(VetoEvent found)
    {
        ArgumentNullException.ThrowIfNull(found);
        bool[] own = found.Owned([found.Primary]);
        bool[] aside = found.SetAside();
        List<HitCluster> clusters = [];
        ShowerView[] views = new ShowerView[geometry.Planes];
        double[] energies = new double[geometry.Planes];
        for (int plane = 0; plane < views.Length; plane++)
        {
            views[plane] = ShowerView.Of(found.Hits, own, found.Primary.Start, found.Primary.Direction, plane, geometry);
            foreach (HitCluster cluster in Clusters(found.Hits, i => !own[i] && !aside[i], views[plane].Start, plane))
            {
                clusters.Add(cluster);
                energies[plane] += cluster.EnergyMeV;
            }
        }

        IReadOnlyList<ClusterGroup> groups = matcher.Match(clusters);
        double?[][] features = new double?[clusters.Count][];
        foreach (ClusterGroup group in groups)
        {
            foreach (int i in group.Clusters)
            {
                features[i] = [.. Features(found, clusters[i], views[clusters[i].Plane], energies[clusters[i].Plane]), .. InSpace(found, group, clusters, views), .. AtVertex(found, clusters[i])];
            }
        }

        return new VetoSearch(clusters, groups, features);
    }

    private IEnumerable<HitCluster> Clusters(IReadOnlyList<Hit> hits, Func<int, bool> free, ViewPoint start, int plane)
    {
        int[] pool = [.. Enumerable.Range(0, hits.Count).Where(i => hits[i].Plane == plane && free(i) && hits[i].Charge > 0.0 && (geometry.Place(hits[i]) - start).Length < settings.Reach)];
        foreach (IReadOnlyList<int> members in DensityClusters.Find([.. pool.Select(i => geometry.Place(hits[i]))], settings.Distance, settings.LeastNeighbours))
        {
            HitCluster cluster = HitCluster.Of(hits, [.. members.Select(m => pool[m])], geometry);
            if (cluster.EnergyMeV >= settings.LeastEnergyMeV)
            {
                yield return cluster;
            }
        }
    }

    private double?[] Features(VetoEvent found, HitCluster cluster, ShowerView view, double allEnergy)
    {
        ViewPoint[] places = [.. cluster.Hits.Select(i => geometry.Place(found.Hits[i]))];
        double[] energies = [.. cluster.Hits.Select(i => geometry.EnergyMeV(found.Hits[i]))];
        double mean = energies.Average();
        ViewPoint from = cluster.Centre - view.Start;
        double distance = places.Min(p => (p - view.Start).Length);
        double impact = Math.Abs(cluster.Axis.Cross(from));
        double away = from.Length;
        double angle = Math.Atan2(Math.Abs(view.Direction.Cross(from)), view.Direction.Dot(from));
        return
        [
            cluster.Plane, cluster.EnergyMeV, view.EnergyMeV > 0.0 ? cluster.EnergyMeV / view.EnergyMeV : null, cluster.Hits.Count, cluster.Wires, cluster.Farthest - cluster.Nearest,
            cluster.Length, cluster.Width, cluster.Principal, mean, Math.Sqrt(energies.Average(e => (e - mean) * (e - mean))), cluster.Hits.Average(i => found.Hits[i].Width),
            distance, impact, away > 0.0 ? impact / away : null, away > 0.0 ? Math.Asin(Math.Min(1.0, impact / away)) : null,
            angle, view.Direction.Dot(from), Math.Abs(view.Direction.Cross(from)), view.Gap(places), Mass(cluster.EnergyMeV, view.EnergyMeV, angle),
            view.EnergyMeV, view.Foreshortening, allEnergy - cluster.EnergyMeV,
        ];
    }

    /// <summary>What planes that agree say: distance of the centre from the shower's start, angle to its direction, distance from its line, mass.</summary>
    private static double?[] InSpace(VetoEvent found, ClusterGroup group, List<HitCluster> clusters, ShowerView[] views)
    {
        if (group.Place is not { } place)
        {
            return [1, null, null, null, null, null];
        }

        SpaceVector from = place - found.Primary.Start;
        double along = from.Dot(found.Primary.Direction);
        double across = from.Across(found.Primary.Direction);
        double angle = Math.Atan2(across, along);
        return [group.Clusters.Count, group.Misfit, from.Length, angle, across, Mass(group.Clusters.Average(i => clusters[i].EnergyMeV), views.Average(static v => v.EnergyMeV), angle)];
    }

    private double?[] AtVertex(VetoEvent found, HitCluster cluster)
    {
        if (found.Vertex is not { } vertex)
        {
            return [null, null];
        }

        ViewPoint seen = geometry.Place(cluster.Plane, vertex);
        return [cluster.Hits.Min(i => (geometry.Place(found.Hits[i]) - seen).Length), Math.Abs(cluster.Axis.Cross(cluster.Centre - seen))];
    }

    private static double Mass(double one, double two, double angle) => Math.Sqrt(2.0 * one * two * (1.0 - Math.Cos(angle)));
}

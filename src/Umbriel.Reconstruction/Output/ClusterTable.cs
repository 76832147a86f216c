using Umbriel.Formats.Hdf5;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction.Output;

/// <summary>/clusters: leftover charge in each view that was scored as a second photon or as a proton.</summary>
internal sealed class ClusterTable : ReconstructionTable<ClusterTable.ClusterRow>
{
    public ClusterTable(Hdf5Writer writer)
        : base(writer, "/clusters") =>
        Rows
            .Column("event", "", "number of the event", static r => r.Event)
            .Column("search", "", "0 second shower, 1 stub", static r => r.Search)
            .Column("plane", "", "wire plane, in the card's order", static r => (byte)r.Cluster.Plane)
            .Column("hits", "", "number of its hits", static r => r.Hits)
            .Column("energy", "GeV", "energy of its charge", static r => 1e-3 * r.Cluster.EnergyMeV)
            .Column("score", "", "0 to 1: how much it looks like what is searched for", static r => r.Score);

    public override string Row => "cluster";

    public override void Add(ReconstructedEvent found)
    {
        Add(found.Number, 0, found.Interaction?.SecondShower);
        Add(found.Number, 1, found.Interaction?.Stub);
    }

    private void Add(int number, byte search, VetoResult? result)
    {
        foreach (ScoredCluster scored in result?.Clusters ?? [])
        {
            Rows.Add(new ClusterRow(number, search, scored.Cluster with { Hits = [] }, scored.Cluster.Hits.Count, scored.Score));
        }
    }

    /// <summary>A row: no list of hits.</summary>
    internal sealed record ClusterRow(int Event, byte Search, HitCluster Cluster, int Hits, double Score);
}

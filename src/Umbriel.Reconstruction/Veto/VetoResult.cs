namespace Umbriel.Reconstruction.Veto;

/// <summary>What a search found.</summary>
/// <param name="Clusters">All clusters with their scores.</param>
/// <param name="Candidates">The same, those of different planes that see the same charge together; of highest score first.</param>
/// <param name="BestOfPlane">Highest score of a cluster of each plane; null where the plane has none.</param>
public sealed record VetoResult(IReadOnlyList<ScoredCluster> Clusters, IReadOnlyList<VetoCandidate> Candidates, IReadOnlyList<double?> BestOfPlane)
{
    /// <summary>Score of the event: that of the best candidate; null where there is none.</summary>
    public double? Best => Candidates.Count > 0 ? Candidates[0].Score : null;
}

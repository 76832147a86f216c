namespace Umbriel.Reconstruction.Veto;

/// <summary>A cluster with its score, near 1 for what is looked for.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Score">0 to 1.</param>
public sealed record ScoredCluster(HitCluster Cluster, double Score);

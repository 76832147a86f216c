namespace Umbriel.Reconstruction.Veto;

/// <summary>Clusters of an event with the features that they are scored by.</summary>
/// <param name="Clusters">The clusters.</param>
/// <param name="Groups">Which of them see the same charge.</param>
/// <param name="Features">A row for each cluster; null where a feature is missing.</param>
public sealed record VetoSearch(IReadOnlyList<HitCluster> Clusters, IReadOnlyList<ClusterGroup> Groups, IReadOnlyList<double?[]> Features);

using Umbriel.Core;

namespace Umbriel.Reconstruction.Veto;

/// <summary>Clusters that see the same charge, scored together.</summary>
/// <param name="Clusters">Indices in the result's list of clusters, in order of plane.</param>
/// <param name="Place">Centre of charge in space; null where one plane alone saw it.</param>
/// <param name="Score">0 to 1.</param>
public sealed record VetoCandidate(IReadOnlyList<int> Clusters, SpaceVector? Place, double Score);

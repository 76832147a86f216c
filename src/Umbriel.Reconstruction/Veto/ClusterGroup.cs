using Umbriel.Core;

namespace Umbriel.Reconstruction.Veto;

/// <summary>Clusters of different planes that see the same charge, or one that has no partner.</summary>
/// <param name="Clusters">Indices of its clusters, in order of plane.</param>
/// <param name="Place">Centre of charge in space, if there are two or three.</param>
/// <param name="Misfit">How badly they agree: 0 is perfect; 0 for a single one.</param>
public sealed record ClusterGroup(IReadOnlyList<int> Clusters, SpaceVector? Place, double Misfit);

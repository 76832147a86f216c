using Umbriel.Core;

namespace Umbriel.Reconstruction.Vertices;

/// <summary>Where the particles of an interaction come from.</summary>
/// <param name="Place">The place, cm.</param>
/// <param name="Attached">Number of particles that come from there.</param>
/// <param name="Reversed">For each particle whether it is a track whose end, not start, is at the vertex.</param>
public sealed record Vertex(SpaceVector Place, int Attached, IReadOnlyList<bool> Reversed);

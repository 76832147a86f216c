using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>A shower or a track.</summary>
/// <param name="Points">Its points, in rising order.</param>
/// <param name="Start">Where it starts, cm.</param>
/// <param name="Direction">Where it goes, of length 1.</param>
/// <param name="Length">Extent along the direction, cm.</param>
/// <param name="Charge">Electrons of its points.</param>
/// <param name="Core">Share of the charge within a centimetre of its axis: near 1 for tracks.</param>
/// <param name="End">Its point farthest from the start, cm.</param>
public sealed record Particle(IReadOnlyList<int> Points, SpaceVector Start, SpaceVector Direction, double Length, double Charge, double Core, SpaceVector End);

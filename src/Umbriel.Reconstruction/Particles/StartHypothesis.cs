using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>A place where a particle may start.</summary>
/// <param name="Apex">The place, cm.</param>
/// <param name="Fragment">Index of its fragment among those that are free.</param>
/// <param name="Score">From 0 to 1: how much it looks like a start.</param>
/// <param name="Rays">Rays from there.</param>
internal sealed record StartHypothesis(SpaceVector Apex, int Fragment, double Score, IReadOnlyList<ChargeRay> Rays);

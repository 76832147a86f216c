using Umbriel.Detector;

namespace Umbriel.Reconstruction.Truth;

/// <summary>A true particle as a reconstruction would see it: with its δ-rays or, if it showered, with its shower.</summary>
/// <param name="Particle">Index in the event's list of the particle that started it.</param>
/// <param name="Kind">What that is.</param>
/// <param name="IsOverlay">Whether it belongs to a cosmic muon.</param>
/// <param name="Electrons">Electrons that reach the wires while they are read out, dead wires included: mean over the planes.</param>
/// <param name="InHits">Those of them that lie in hits: mean over the planes.</param>
public sealed record TrueObject(int Particle, ParticleKind Kind, bool IsOverlay, double Electrons, double InHits);

namespace Umbriel.Detector;

/// <summary>A particle of an event's history.</summary>
/// <param name="Start">Where and how it began.</param>
/// <param name="Parent">Index of its parent; −1 for a primary.</param>
/// <param name="Process">What made it.</param>
public readonly record struct SimulatedParticle(ParticleState Start, int Parent, CreationProcess Process);

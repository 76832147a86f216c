using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction;

/// <summary>What was found in an event.</summary>
/// <param name="Number">Number of the event in its run.</param>
/// <param name="Weight">Weight of the event.</param>
/// <param name="Hits">Hits in order of plane, wire and time.</param>
/// <param name="Points">Space points.</param>
/// <param name="Fragments">Fragment of each point; 0 has most charge.</param>
/// <param name="Particles">Particles, of most charge first.</param>
public sealed record ReconstructedEvent(int Number, double Weight, IReadOnlyList<Hit> Hits, IReadOnlyList<SpacePoint> Points, IReadOnlyList<int> Fragments, IReadOnlyList<Particle> Particles);

using Umbriel.Core.Events;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Slices;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Reconstruction;

/// <summary>What was found in an event.</summary>
/// <param name="Number">Number of the event in its run.</param>
/// <param name="Label">What the event is in truth and what it counts.</param>
/// <param name="Hits">Hits in order of plane, wire and time.</param>
/// <param name="Points">Space points.</param>
/// <param name="Fragments">Fragment of each point; 0 has most charge.</param>
/// <param name="Sliced">Slices of fragments, and which is the neutrino's.</param>
/// <param name="Interaction">Particles with their vertex and measurements; null where no particle was found.</param>
public sealed record ReconstructedEvent(int Number, EventLabel Label, IReadOnlyList<Hit> Hits, IReadOnlyList<SpacePoint> Points, IReadOnlyList<int> Fragments, SliceResult Sliced, Interaction? Interaction)
{
    /// <summary>Particles, of most charge first.</summary>
    public IReadOnlyList<Particle> Particles => Interaction?.Particles ?? [];

    /// <summary>What each particle is in truth; null where truth is not known.</summary>
    public IReadOnlyList<TruthMatch>? Truth { get; init; }

    /// <summary>Number of showers and tracks.</summary>
    public Topology Topology => Interaction?.Topology ?? Topology.None;
}

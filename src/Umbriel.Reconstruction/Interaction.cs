using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction;

/// <summary>Particles with their vertex and measurements.</summary>
/// <param name="Vertex">Where they come from, cm.</param>
/// <param name="Attached">Number of particles that come from there.</param>
/// <param name="Particles">The particles, of most charge first.</param>
/// <param name="Measurements">What was measured of each.</param>
/// <param name="SecondShower">Clusters beside the shower of most energy that may be a second photon; null without a shower.</param>
/// <param name="Stub">The same for protons.</param>
public sealed record Interaction(SpaceVector Vertex, int Attached, IReadOnlyList<Particle> Particles, IReadOnlyList<ParticleMeasurement> Measurements, VetoResult? SecondShower, VetoResult? Stub)
{
    /// <summary>Number of showers and tracks.</summary>
    public Topology Topology => (Measurements.Count(static m => !m.IsTrack), Measurements.Count(static m => m.IsTrack)) switch
    {
        (1, 0) => Topology.OneShower,
        (1, 1) => Topology.OneShowerOneTrack,
        (2, 0) => Topology.TwoShowers,
        _ => Topology.Other,
    };
}

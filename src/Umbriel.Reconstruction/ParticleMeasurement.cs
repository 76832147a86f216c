using Umbriel.Reconstruction.Calorimetry;

namespace Umbriel.Reconstruction;

/// <summary>What is known of a particle beside its points.</summary>
/// <param name="TrackScore">From 0, shower, to 1, track.</param>
/// <param name="IsTrack">Whether it counts as a track.</param>
/// <param name="Parent">The particle at whose end it starts, if any.</param>
/// <param name="Shower">Energy and shape, as of a shower; its energies mean nothing for a track.</param>
/// <param name="Track">Range, energy and identity, as of a track; they mean nothing for a shower.</param>
/// <param name="Relation">How it lies to the vertex.</param>
/// <param name="Surroundings">What is near its start.</param>
public sealed record ParticleMeasurement(double TrackScore, bool IsTrack, int? Parent, ShowerMeasurement Shower, TrackMeasurement Track, VertexRelation Relation, Surroundings Surroundings)
{
    /// <summary>Kinetic energy, GeV: calibrated charge of a shower; of a track by its range, as a proton or a muon, whichever its dE/dx fits better.</summary>
    public double? Energy => !IsTrack ? Shower.Energy : Track.ProtonScore is { } score ? (score > 0.0 ? Track.ProtonEnergy : Track.MuonEnergy) : Track.CalorimetricEnergy;
}

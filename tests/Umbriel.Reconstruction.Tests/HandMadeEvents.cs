using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Slices;
using Umbriel.Reconstruction.Truth;
using Umbriel.Studies.Performance;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Events whose numbers are known because they were written down.</summary>
internal static class HandMadeEvents
{
    public static readonly Box Active = new(0.0, 256.0, -116.0, 116.0, 0.0, 1037.0);

    /// <summary>A primary along a direction from (100, 0, 500) that leaves energy there.</summary>
    public static void Add(SimulatedEvent simulated, ParticleKind kind, double energy, SpaceVector direction, double visible, int parent = -1)
    {
        int index = simulated.Particles.Count;
        simulated.Add(new ParticleState { Kind = kind, Energy = energy, X = 100.0, Z = 500.0, DX = direction.X, DY = direction.Y, DZ = direction.Z }, parent, parent < 0 ? CreationProcess.Primary : CreationProcess.Decay);
        if (visible > 0.0)
        {
            simulated.Add(new Deposit(index, 100.0, 0.0, 501.0, 100.0, 0.0, 502.0, 0.0, visible));
        }
    }

    /// <summary>Particles as found, each with its match.</summary>
    public static ReconstructedEvent Found(SpaceVector vertex, params (SpaceVector Start, SpaceVector Direction, double Energy, bool IsTrack, TruthMatch Match)[] particles)
    {
        Particle[] found = [.. particles.Select(static p => new Particle([], p.Start, p.Direction, 10.0, 1e5, 0.5, p.Start + (p.Direction * 10.0)))];
        ParticleMeasurement[] measured =
        [
            .. particles.Select((p, i) => new ParticleMeasurement(
                p.IsTrack ? 0.9 : 0.1,
                p.IsTrack,
                null,
                new ShowerMeasurement([], [], 2, p.Energy, new StartLoss([], 2.1, null), null, [], null, null),
                new TrackMeasurement(10.0, [], 2, p.Energy, 0.0, 0.0, 0.0, null, null, null, null, null, null),
                VertexRelation.Of(found[i], vertex),
                new Surroundings(50.0, []))),
        ];
        return new ReconstructedEvent(0, EventLabel.None, [], [], [], new SliceResult([], null, SliceOutcome.NoPoints, []), found.Length > 0 ? new Interaction(vertex, 1, found, measured, null, null) : null) { Truth = [.. particles.Select(static p => p.Match)] };
    }

    /// <summary>A prong that was found with a dE/dx and a conversion distance.</summary>
    public static ObservedProng Prong(ParticleKind kind, double? loss, double distance, double score = 0.1, double energy = 0.3) =>
        new(kind, energy, 0.95 * energy, new ProngMatch(0.9, 0.9, score, score > 0.5, energy, energy, 1.0, 0.1, 0.1, loss, distance));

    /// <summary>An event of prongs.</summary>
    public static EventObservation Event(params ObservedProng[] prongs) => new(prongs, 0, Topology.OneShower, prongs.Length, 0.5, null, null, 0.01);
}

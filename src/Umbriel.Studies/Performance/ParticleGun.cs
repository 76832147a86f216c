using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;
using Umbriel.Studies.Training;

namespace Umbriel.Studies.Performance;

/// <summary>Particles that start together, uniform in a box, each isotropic by itself, their energies log-uniform or from a list in turn. Weight 1, time 0. Immutable.</summary>
/// <param name="box">Where they start, cm.</param>
/// <param name="particles">The particles of every event.</param>
public sealed class ParticleGun(Box box, params IReadOnlyList<GunParticle> particles) : IPrimarySource
{
    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        SpaceVector place = box.Sample(ref random);
        foreach (GunParticle particle in particles)
        {
            double energy = particle.Fixed is { Count: > 0 } list
                ? list[(int)(eventIndex % list.Count)]
                : particle.Low * Math.Pow(particle.High / particle.Low, random.NextDouble());
            simulated.Add(State(particle.Kind, energy, place, Direction.Isotropic(ref random)), -1, CreationProcess.Primary);
        }

        return EventLabel.None;
    }

    /// <summary>A particle at a place.</summary>
    internal static ParticleState State(ParticleKind kind, double energy, SpaceVector place, SpaceVector direction) => new()
    {
        Kind = kind,
        Energy = energy,
        X = place.X,
        Y = place.Y,
        Z = place.Z,
        DX = direction.X,
        DY = direction.Y,
        DZ = direction.Z,
    };
}

using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;

namespace Umbriel.Studies.Training;

/// <summary>One particle an event, of a kind drawn from a list, its energy log-uniform, its direction isotropic, its place uniform in a box. Weight 1, time 0. Immutable.</summary>
public sealed class ParticleMixture : IPrimarySource
{
    private readonly (ParticleKind Kind, double Low, double High)[] kinds;
    private readonly Box box;

    /// <summary>Binds the particles.</summary>
    /// <param name="kinds">Equally frequent kinds with their lowest and highest kinetic energy, GeV; a kind named twice is twice as frequent.</param>
    /// <param name="box">Where they start, cm.</param>
    public ParticleMixture(IReadOnlyList<(ParticleKind Kind, double Low, double High)> kinds, Box box)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (kinds.Count == 0 || kinds.Any(static k => !(k.Low > 0.0 && k.Low <= k.High && k.High <= SingleParticleSource.HighestEnergy(k.Kind))))
        {
            throw new ArgumentException("Expected kinds of particles with energies that are transported.", nameof(kinds));
        }

        this.kinds = [.. kinds];
        this.box = box;
    }

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        (ParticleKind kind, double low, double high) = kinds[(int)(kinds.Length * random.NextDouble())];
        SpaceVector direction = Direction.Isotropic(ref random);
        ParticleState state = new()
        {
            Kind = kind,
            Energy = low * Math.Pow(high / low, random.NextDouble()),
            DX = direction.X,
            DY = direction.Y,
            DZ = direction.Z,
        };
        (state.X, state.Y, state.Z) = box.Sample(ref random);
        simulated.Add(state, -1, CreationProcess.Primary);
        return EventLabel.None;
    }
}

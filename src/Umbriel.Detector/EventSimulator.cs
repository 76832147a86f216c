using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;

namespace Umbriel.Detector;

/// <summary>
/// Transports an event's particles and all that they make, the latest first, until none is left. Immutable; threads share it,
/// each with its own <see cref="SimulatedEvent"/>.
/// </summary>
public sealed class EventSimulator
{
    private readonly IParticleTransport[] transports;
    private readonly Box volume;

    /// <summary>Binds transports to a volume.</summary>
    /// <param name="transports">Asked in this order who follows a particle; the first that does gets it.</param>
    /// <param name="volume">Where particles are followed.</param>
    public EventSimulator(IReadOnlyList<IParticleTransport> transports, Box volume)
    {
        ArgumentNullException.ThrowIfNull(transports);
        this.transports = [.. transports];
        this.volume = volume;
    }

    /// <summary>
    /// Transports every pending particle. A π0 that nobody follows decays to two photons; the energy of any other particle that
    /// nobody follows is booked as <see cref="SimulatedEvent.Lost"/> and, if it could be seen, <see cref="SimulatedEvent.NotFollowed"/>.
    /// </summary>
    public void Simulate(ref RandomStream random, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        while (simulated.TryTake(out ParticleState particle))
        {
            if (Find(particle.Kind) is { } transport)
            {
                transport.Transport(ref random, particle, volume, simulated);
            }
            else if (particle.Kind == ParticleKind.PionZero)
            {
                ParticleDecays.Decay(ref random, particle, simulated);
            }
            else
            {
                simulated.Lost += particle.Energy;
                simulated.NotFollowed += InvisibleParticle.Is((int)particle.Kind) ? 0.0 : particle.Energy;
            }
        }
    }

    private IParticleTransport? Find(ParticleKind kind)
    {
        foreach (IParticleTransport transport in transports)
        {
            if (transport.Follows(kind))
            {
                return transport;
            }
        }

        return null;
    }
}

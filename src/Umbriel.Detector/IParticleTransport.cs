using Umbriel.Core;
using Umbriel.Core.Geometry;

namespace Umbriel.Detector;

/// <summary>Transports some kinds of particles. Immutable; safe to share between threads.</summary>
public interface IParticleTransport
{
    /// <summary>Whether this transport handles the particle kind.</summary>
    bool Follows(ParticleKind kind);

    /// <summary>
    /// Follows one particle until it stops, leaves the volume (it has then escaped) or turns into others; secondaries above the
    /// cuts are added to the event, energy below them is deposited. Energy is conserved: what is not deposited, carried by
    /// secondaries or escaped is booked as lost or released.
    /// </summary>
    void Transport(ref RandomStream random, ParticleState particle, in Box volume, SimulatedEvent simulated);
}

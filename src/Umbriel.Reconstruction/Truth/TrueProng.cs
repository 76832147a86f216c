using Umbriel.Core;
using Umbriel.Detector;

namespace Umbriel.Reconstruction.Truth;

/// <summary>A true particle that a reconstruction should find: a primary, or a photon of a primary π0.</summary>
/// <param name="Particle">Index in the event's list.</param>
/// <param name="Start">Where its charge starts, cm: a photon's at its first electron or positron above 20 MeV; missing if there is none.</param>
/// <param name="Visible">Energy, GeV, that it and all that comes of it leave in the active volume.</param>
public readonly record struct TrueProng(int Particle, SpaceVector? Start, double Visible)
{
    private const double PhotonThreshold = 0.02;

    /// <summary>The prongs of an event, in its order.</summary>
    /// <param name="simulated">The event.</param>
    /// <param name="active">The active volume, cm.</param>
    public static IReadOnlyList<TrueProng> Of(SimulatedEvent simulated, TransportVolume active)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        int[] owner = new int[simulated.Particles.Count];
        List<int> heads = [];
        List<SpaceVector?> places = [];
        for (int i = 0; i < owner.Length; i++)
        {
            SimulatedParticle particle = simulated.Particles[i];
            ParticleState s = particle.Start;
            SpaceVector place = new(s.X, s.Y, s.Z);
            if (particle.Parent < 0 || IsPion(simulated.Particles[particle.Parent]))
            {
                owner[i] = IsPion(particle) ? -1 : heads.Count;
                if (owner[i] >= 0)
                {
                    heads.Add(i);
                    places.Add(s.Kind == ParticleKind.Photon ? null : place);
                }

                continue;
            }

            owner[i] = owner[particle.Parent];
            if (owner[i] >= 0 && s.Kind is ParticleKind.Electron or ParticleKind.Positron && s.Energy > PhotonThreshold)
            {
                places[owner[i]] ??= place;
            }
        }

        double[] visible = new double[heads.Count];
        foreach (Deposit d in simulated.Deposits)
        {
            if (owner[d.Particle] >= 0 && active.Contains(d.X, d.Y, d.Z))
            {
                visible[owner[d.Particle]] += d.Energy;
            }
        }

        return [.. heads.Select((head, k) => new TrueProng(head, places[k], visible[k]))];
    }

    private static bool IsPion(SimulatedParticle particle) => particle.Start.Kind == ParticleKind.PionZero && particle.Parent < 0;
}

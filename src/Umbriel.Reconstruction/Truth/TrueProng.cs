using Umbriel.Core;
using Umbriel.Core.Geometry;
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
    public static IReadOnlyList<TrueProng> Of(SimulatedEvent simulated, Box active)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        int[] owners = TrueOwners.Prongs(simulated.Particles);
        int[] number = new int[owners.Length];
        List<int> heads = [];
        List<SpaceVector?> places = [];
        for (int i = 0; i < owners.Length; i++)
        {
            SimulatedParticle particle = simulated.Particles[i];
            ParticleState s = particle.Start;
            SpaceVector place = new(s.X, s.Y, s.Z);
            if (TrueOwners.IsPrimaryPion(particle))
            {
                number[i] = -1;
            }
            else if (owners[i] == i)
            {
                number[i] = heads.Count;
                heads.Add(i);
                places.Add(s.Kind == ParticleKind.Photon ? null : place);
            }
            else
            {
                number[i] = number[owners[i]];
                if (s.Kind is ParticleKind.Electron or ParticleKind.Positron && s.Energy > PhotonThreshold)
                {
                    places[number[i]] ??= place;
                }
            }
        }

        double[] visible = new double[heads.Count];
        foreach (Deposit d in simulated.Deposits)
        {
            if (number[d.Particle] >= 0 && active.Contains(d.X, d.Y, d.Z))
            {
                visible[number[d.Particle]] += d.Energy;
            }
        }

        return [.. heads.Select((head, k) => new TrueProng(head, places[k], visible[k]))];
    }
}

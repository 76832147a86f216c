using Umbriel.Core;
using Umbriel.Detector;

namespace Umbriel.Reconstruction.Training;

/// <summary>
/// Where the particles of a simulated event really start, for labels: primaries, with photons for π0. A photon starts at its first
/// electron or positron above 20 MeV. What leaves less than 8 MeV in the active volume, and what decays or reactions make on the
/// way, does not count.
/// </summary>
internal sealed class TrueStarts
{
    /// <summary>Distance, cm, up to which a place is a start.</summary>
    private const double Near = 2.0;

    private const double LeastVisible = 0.008;
    private const double PhotonThreshold = 0.02;

    private readonly List<(SpaceVector Place, SpaceVector Direction)> starts = [];

    public TrueStarts(SimulatedEvent simulated, TransportVolume active)
    {
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

        for (int k = 0; k < heads.Count; k++)
        {
            ParticleState s = simulated.Particles[heads[k]].Start;
            if (places[k] is { } place && visible[k] >= LeastVisible)
            {
                starts.Add((place, new SpaceVector(s.DX, s.DY, s.DZ)));
            }
        }
    }

    /// <summary>Whether a particle starts at a place.</summary>
    public bool At(SpaceVector place) => starts.Any(s => (s.Place - place).Length < Near);

    /// <summary>The particle that starts at a place in a direction, by its number; null if there is none within an angle.</summary>
    public int? Along(SpaceVector place, SpaceVector direction, double angle)
    {
        int? best = null;
        double largest = Math.Cos(angle);
        for (int k = 0; k < starts.Count; k++)
        {
            double cosine = starts[k].Direction.Dot(direction);
            if ((starts[k].Place - place).Length < Near && cosine > largest)
            {
                (best, largest) = (k, cosine);
            }
        }

        return best;
    }

    private static bool IsPion(SimulatedParticle particle) => particle.Start.Kind == ParticleKind.PionZero && particle.Parent < 0;
}

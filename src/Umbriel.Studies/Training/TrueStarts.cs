using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Studies.Training;

/// <summary>
/// Where the particles of a simulated event really start, for labels: primaries, with photons for π0. A photon starts at its first
/// electron or positron above 20 MeV. What leaves less than 8 MeV in the active volume, and what decays or reactions make on the
/// way, does not count.
/// </summary>
internal sealed class TrueStarts
{
    /// <summary>Distance, cm, up to which a place is a start: less than the shortest tracks are long.</summary>
    private const double Near = 1.0;

    /// <summary>Distance, cm, up to which a direction from a place is that of a particle.</summary>
    private const double Beside = 2.0;

    private const double LeastVisible = 0.008;

    private readonly List<(SpaceVector Place, SpaceVector Direction)> starts = [];

    public TrueStarts(SimulatedEvent simulated, Box active)
    {
        foreach (TrueProng prong in TrueProng.Of(simulated, active))
        {
            ParticleState s = simulated.Particles[prong.Particle].Start;
            if (prong.Start is { } place && prong.Visible >= LeastVisible)
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
            if ((starts[k].Place - place).Length < Beside && cosine > largest)
            {
                (best, largest) = (k, cosine);
            }
        }

        return best;
    }
}

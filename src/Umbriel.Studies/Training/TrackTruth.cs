using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Studies.Training;

/// <summary>
/// What made the charge of found particles, for labels. Energy of muons, pions, kaons and protons and of the electrons that they knock on is a
/// track's; all else (photons, electrons of decays) is a shower's. Points take the shares of the cube of 2 cm that they lie in.
/// </summary>
internal sealed class TrackTruth
{
    private const double Cube = 2.0;

    private readonly Dictionary<(int X, int Y, int Z), (double Track, double Shower)> cubes = [];

    /// <summary>Sums up an event's deposits.</summary>
    public TrackTruth(SimulatedEvent simulated)
    {
        bool[] track = new bool[simulated.Particles.Count];
        for (int i = 0; i < track.Length; i++)
        {
            SimulatedParticle particle = simulated.Particles[i];
            bool ofParent = particle.Parent >= 0 && track[particle.Parent] && (Light(simulated.Particles[particle.Parent].Start.Kind) || particle.Process is CreationProcess.DeltaRay or CreationProcess.Bremsstrahlung);
            track[i] = !Light(particle.Start.Kind) || ofParent;
        }

        foreach (Deposit d in simulated.Deposits)
        {
            (int, int, int) key = Key(0.5 * (d.X + d.EndX), 0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ));
            (double ofTracks, double ofShowers) = cubes.GetValueOrDefault(key);
            cubes[key] = track[d.Particle] ? (ofTracks + d.Energy, ofShowers) : (ofTracks, ofShowers + d.Energy);
        }
    }

    /// <summary>Share of a particle's charge that is a track's; null if none of it lies where energy was left.</summary>
    public double? TrackShare(Particle particle, IReadOnlyList<SpacePoint> points)
    {
        (double ofTracks, double all) = (0.0, 0.0);
        foreach (int i in particle.Points)
        {
            SpaceVector place = points[i].Place;
            if (cubes.TryGetValue(Key(place.X, place.Y, place.Z), out (double Track, double Shower) cube))
            {
                ofTracks += points[i].Charge * cube.Track / (cube.Track + cube.Shower);
                all += points[i].Charge;
            }
        }

        return all > 0.0 ? ofTracks / all : null;
    }

    private static bool Light(ParticleKind kind) => kind is ParticleKind.Electron or ParticleKind.Positron or ParticleKind.Photon;

    private static (int X, int Y, int Z) Key(double x, double y, double z) => ((int)Math.Floor(x / Cube), (int)Math.Floor(y / Cube), (int)Math.Floor(z / Cube));
}

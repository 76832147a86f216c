using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction.Training;

/// <summary>A simulated event as the vetoes see it, the particle of most charge being the primary shower and all else left over, and what its clusters are.</summary>
public sealed class VetoTruth
{
    private readonly SimulatedEvent simulated;

    /// <summary>Looks at an event.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="simulated">What was simulated: not to change as long as this is used.</param>
    /// <param name="reconstructed">What was found; it has a particle.</param>
    public VetoTruth(DetectorResponse response, SimulatedEvent simulated, FoundParticles reconstructed)
    {
        ArgumentNullException.ThrowIfNull(reconstructed);
        this.simulated = simulated;
        Found = new VetoEvent(reconstructed.Hits, reconstructed.Points, reconstructed.Particles[0], [], [], null);
        Origins = new HitOrigins(response, simulated, reconstructed.Hits);
    }

    /// <summary>What the vetoes see.</summary>
    public VetoEvent Found { get; }

    /// <summary>Where the charge of hits comes from.</summary>
    public HitOrigins Origins { get; }

    /// <summary>Origin of the photon of a π0 that is not the primary shower's; null without a π0.</summary>
    public int? OtherPhoton()
    {
        int[] photons = [.. Enumerable.Range(0, Origins.Particles.Count).Where(k => Particle(k) is { Parent: >= 0 })];
        if (photons is not [int one, int two])
        {
            return null;
        }

        bool[] used = Found.Owned([Found.Primary]);
        double[] shares = Origins.Shares(Found.Hits, Enumerable.Range(0, used.Length).Where(i => used[i]));
        return shares[one] > shares[two] ? two : one;
    }

    /// <summary>Origin of the proton among the primaries; null without one.</summary>
    public int? Proton()
    {
        int origin = Enumerable.Range(0, Origins.Particles.Count).FirstOrDefault(k => Particle(k) is { Parent: < 0, Start.Kind: ParticleKind.Proton }, -1);
        return origin < 0 ? null : origin;
    }

    /// <summary>The particle of an origin.</summary>
    public SimulatedParticle Particle(int origin) => simulated.Particles[Origins.Particles[origin]];

    /// <summary>Rows for training: a cluster with more than half of its charge from an origin is what is looked for.</summary>
    /// <param name="search">Clusters and features.</param>
    /// <param name="wanted">The origin, if the event has it.</param>
    public IReadOnlyList<(double?[] Features, bool Label)> Rows(VetoSearch search, int? wanted)
    {
        ArgumentNullException.ThrowIfNull(search);
        return [.. search.Clusters.Zip(search.Features, (cluster, features) => (features, wanted is { } origin && Origins.Shares(Found.Hits, cluster.Hits)[origin] > 0.5))];
    }
}

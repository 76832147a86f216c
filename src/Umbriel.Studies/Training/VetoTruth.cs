using Umbriel.Detector;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Truth;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Studies.Training;

/// <summary>A simulated event as the vetoes see it, the particle of most charge being the primary shower and all else left over, and what its clusters are.</summary>
public sealed class VetoTruth
{
    private readonly SimulatedEvent simulated;
    private readonly EventTruth truth;

    /// <summary>Looks at an event.</summary>
    /// <param name="matcher">For its detector.</param>
    /// <param name="simulated">What was simulated: not to change as long as this is used.</param>
    /// <param name="reconstructed">What was found; it has a particle.</param>
    public VetoTruth(TruthMatcher matcher, SimulatedEvent simulated, FoundParticles reconstructed)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        ArgumentNullException.ThrowIfNull(simulated);
        ArgumentNullException.ThrowIfNull(reconstructed);
        this.simulated = simulated;
        Found = new VetoEvent(reconstructed.Hits, reconstructed.Points, reconstructed.Particles[0], [], [], null);
        truth = matcher.Match(simulated.Particles, simulated.Deposits, simulated.Particles.Count, reconstructed.Hits);
    }

    /// <summary>What the vetoes see.</summary>
    public VetoEvent Found { get; }

    /// <summary>The photon of a primary π0 that is not the primary shower's, as a particle of the event; null without a π0.</summary>
    public int? OtherPhoton()
    {
        int[] photons = [.. Enumerable.Range(0, simulated.Particles.Count).Where(i => simulated.Particles[i] is { Parent: >= 0, Start.Kind: ParticleKind.Photon } photon
            && simulated.Particles[photon.Parent] is { Parent: < 0, Start.Kind: ParticleKind.PionZero })];
        if (photons is not [int one, int two])
        {
            return null;
        }

        bool[] used = Found.Owned([Found.Primary]);
        int[] hits = [.. Enumerable.Range(0, used.Length).Where(i => used[i])];
        return Share(hits, one) > Share(hits, two) ? two : one;
    }

    /// <summary>The proton among the primaries; null without one.</summary>
    public int? Proton()
    {
        int proton = Enumerable.Range(0, simulated.Particles.Count).FirstOrDefault(i => simulated.Particles[i] is { Parent: < 0, Start.Kind: ParticleKind.Proton }, -1);
        return proton < 0 ? null : proton;
    }

    /// <summary>Share of a particle's charge in that of hits.</summary>
    public double Share(IReadOnlyList<int> hits, int particle) => truth.Hits.Shares(hits).FirstOrDefault(s => s.TrueParticle == particle).Share;

    /// <summary>Rows for training: a cluster with more than half of its charge from a particle is what is looked for.</summary>
    /// <param name="search">Clusters and features.</param>
    /// <param name="wanted">The particle, if the event has it.</param>
    public IReadOnlyList<(double?[] Features, bool Label)> Rows(VetoSearch search, int? wanted)
    {
        ArgumentNullException.ThrowIfNull(search);
        return [.. search.Clusters.Zip(search.Features, (cluster, features) => (features, wanted is { } particle && Share(cluster.Hits, particle) > 0.5))];
    }
}

using Umbriel.Detector;

namespace Umbriel.Reconstruction.Truth;

/// <summary>
/// To which particle the charge of each particle counts. What an electromagnetic process makes (δ-rays, bremsstrahlung,
/// conversions, Compton and photo-electrons, annihilation) counts to the particle that it comes from, so that a shower
/// counts to the electron or photon that started it, and a muon's radiation to the muon. Everything else stands for itself:
/// primaries, so each lepton of a pair; what decays make, so each photon of a π0 and Michel electrons; what captures and
/// nuclear reactions make.
/// </summary>
public static class TrueOwners
{
    /// <summary>Index of the owner of each particle, its own where it stands for itself.</summary>
    /// <param name="particles">Particles, parents before children.</param>
    public static int[] Of(IReadOnlyList<SimulatedParticle> particles)
    {
        ArgumentNullException.ThrowIfNull(particles);
        int[] owners = new int[particles.Count];
        for (int i = 0; i < owners.Length; i++)
        {
            SimulatedParticle particle = particles[i];
            owners[i] = particle.Parent >= 0 && IsElectromagnetic(particle.Process) ? owners[particle.Parent] : i;
        }

        return owners;
    }

    /// <summary>The same, with all that comes of a particle: for each the primary, or the photon of a primary π0 that decays to two, that it comes from.</summary>
    /// <param name="particles">Particles, parents before children.</param>
    public static int[] Prongs(IReadOnlyList<SimulatedParticle> particles)
    {
        ArgumentNullException.ThrowIfNull(particles);
        int[] owners = new int[particles.Count];
        for (int i = 0; i < owners.Length; i++)
        {
            int parent = particles[i].Parent;
            owners[i] = parent < 0 || IsPrimaryPion(particles[parent]) ? i : owners[parent];
        }

        return owners;
    }

    /// <summary>Whether a particle is a primary π0, which is seen through its photons alone.</summary>
    internal static bool IsPrimaryPion(SimulatedParticle particle) => particle.Start.Kind == ParticleKind.PionZero && particle.Parent < 0;

    private static bool IsElectromagnetic(CreationProcess process) => process is
        CreationProcess.Photoelectric or CreationProcess.Compton or CreationProcess.PairProduction or
        CreationProcess.Bremsstrahlung or CreationProcess.DeltaRay or CreationProcess.Annihilation;
}

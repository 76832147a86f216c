using Umbriel.Core;
using Umbriel.Core.Geometry;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Photons, electrons and positrons in liquid argon up to 20 GeV. Tables are made once; then nothing is allocated but by the
/// event's lists. Left out: coherent and Doppler-broadened photon scattering, triplet kinematics, fluorescence, positronium,
/// suppression of bremsstrahlung in dense media, photonuclear reactions.
/// </summary>
public sealed class ElectromagneticTransport : IParticleTransport
{
    /// <summary>Highest energy of the tables, GeV. Chosen.</summary>
    internal const double Highest = 20.0;

    private readonly PhotonTracking photons;
    private readonly ElectronTracking electrons;
    private readonly ElectronTracking positrons;

    /// <summary>Makes the tables.</summary>
    /// <param name="cuts">Energies and step limit.</param>
    /// <param name="density">Density of the argon, g/cm³; interaction lengths scale with it, the density effect does not.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cut or the density is out of range.</exception>
    public ElectromagneticTransport(ElectromagneticCuts cuts, double density = LiquidArgon.Density)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        cuts.Check();
        if (!(density > 0.0 && density <= 10.0))
        {
            throw new ArgumentOutOfRangeException(nameof(density), density, "expected above 0 and at most 10 g/cm³");
        }

        photons = new PhotonTracking(cuts, density);
        electrons = new ElectronTracking(cuts, density, positron: false);
        positrons = new ElectronTracking(cuts, density, positron: true);
    }

    /// <inheritdoc/>
    public bool Follows(ParticleKind kind) => kind is ParticleKind.Photon or ParticleKind.Electron or ParticleKind.Positron;

    /// <summary>Attenuation coefficient of photons, per cm, without coherent scattering.</summary>
    /// <param name="energy">Photon energy, GeV, 10 keV to 20 GeV.</param>
    public double Attenuation(double energy) => photons.Attenuation(energy);

    /// <inheritdoc/>
    public void Transport(ref RandomStream random, ParticleState particle, in Box volume, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        if (!volume.Contains(particle.X, particle.Y, particle.Z))
        {
            simulated.Escaped += particle.Energy;
            return;
        }

        switch (particle.Kind)
        {
            case ParticleKind.Photon:
                photons.Follow(ref random, particle, volume, simulated);
                break;
            case ParticleKind.Electron:
                electrons.Follow(ref random, particle, volume, simulated);
                break;
            case ParticleKind.Positron:
                positrons.Follow(ref random, particle, volume, simulated);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(particle), particle.Kind, "not a photon, electron or positron");
        }
    }
}

using Umbriel.Core;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// What happens at rest. μ+, π+, K+: decay. μ−: after a mean life τ in the 1s orbit, decay with the probability Q τ/τ_μ (Huff factor
/// Q = 0.99 of argon: Suzuki, Measday, Roalsvig 1987) as if free, else capture: 74.3% for τ = 570 ns. π− and K−: nuclear absorption at once.
/// </summary>
internal static class StoppedParticle
{
    private const double HuffFactor = 0.99;

    /// <summary>
    /// Temperature of the excitation after the capture of a μ−, GeV: a mean of 15 MeV, chosen as said at <see cref="CaptureMuon"/>.
    /// </summary>
    private const double CaptureTemperature = 7.5e-3;

    /// <summary>
    /// Part of neutrons among the particles evaporated then. Chosen: charged particles follow in some per cent of captures
    /// (Measday, from memory).
    /// </summary>
    private const double CaptureNeutronShare = 0.92;

    /// <summary>m_μ less what ⁴⁰Cl weighs more than ⁴⁰Ar (7.48 MeV, AME 2020), GeV: shared by neutrino and excitation.</summary>
    private const double MuonCaptureEnergy = PhysicalConstants.MassMuon - 7.48e-3 - PhysicalConstants.MassElectron;

    /// <summary>Deals with a particle of no kinetic energy.</summary>
    public static void Handle(ref RandomStream random, ParticleState particle, double muonMeanLife, SimulatedEvent simulated)
    {
        particle.Energy = 0.0;
        switch (particle.Kind)
        {
            case ParticleKind.MuonMinus:
                particle.Time += muonMeanLife * Sampling.Exponential(ref random);
                if (random.NextDouble() < HuffFactor * muonMeanLife / ParticleProperties.MuonMeanLife)
                {
                    ParticleDecays.Decay(ref random, particle, simulated);
                }
                else
                {
                    CaptureMuon(ref random, particle, simulated);
                }

                break;
            case ParticleKind.PionMinus:
                IntranuclearCascade.CapturePion(ref random, particle, simulated);
                break;
            case ParticleKind.KaonMinus:
                KaonReaction.Absorb(ref random, particle, CreationProcess.Capture, simulated);
                break;
            case ParticleKind.MuonPlus or ParticleKind.PionPlus or ParticleKind.KaonPlus:
                particle.Time += ParticleProperties.MeanLife(particle.Kind) * Sampling.Exponential(ref random);
                ParticleDecays.Decay(ref random, particle, simulated);
                break;
        }
    }

    /// <summary>
    /// μ− p → n ν in the nucleus: the neutrino takes all but an excitation with density ∝ E e^(−E/7.5 MeV) (mean 15 MeV, the size that emission of about one
    /// neutron per capture asks for: D. Measday, Phys. Rept. 354 (2001) 243), cooled with 92% neutrons. Muonic X rays are left out.
    /// </summary>
    private static void CaptureMuon(ref RandomStream random, ParticleState particle, SimulatedEvent simulated)
    {
        double excitation;
        do
        {
            excitation = Sampling.Evaporation(ref random, CaptureTemperature);
        }
        while (excitation > MuonCaptureEnergy);

        simulated.Released += PhysicalConstants.MassMuon;
        simulated.Lost += PhysicalConstants.MassMuon - excitation;
        ResidualNucleus chlorine = new(ArgonNucleus.Protons - 1, ArgonNucleus.Neutrons + 1, excitation);
        Evaporation.Cool(ref random, particle, chlorine, CaptureNeutronShare, CreationProcess.Capture, simulated);
    }
}

using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Decays, in flight or at rest (branching ratios: PDG 2024). Muons: e± with Michel's spectrum dN/dx = 2x²(3 − 2x), x = 2E/m_μ
/// (52.83 MeV at x = 1), isotropic in their rest frame: polarisation and radiative corrections are left out. Three-body
/// decays of kaons by phase space. π0 → γγ always (98.8%; the rest mostly has one e+e− pair instead of a photon), where it was made: its flight is 25 nm times γ. Neutrinos are lost; rest mass that disappears is released.
/// </summary>
internal static class ParticleDecays
{
    /// <summary>Branching ratio of π → e ν.</summary>
    private const double PionToElectron = 1.230e-4;

    /// <summary>Branching ratio of K → μ ν.</summary>
    private const double KaonToMuon = 0.6356;

    /// <summary>Branching ratio of K → π± π0.</summary>
    private const double KaonToTwoPions = 0.2067;

    /// <summary>Branching ratio of K → π± π+ π−.</summary>
    private const double KaonToThreeChargedPions = 0.05583;

    /// <summary>Branching ratio of K → π± π0 π0.</summary>
    private const double KaonToOneChargedPion = 0.01760;

    /// <summary>Branching ratio of K → π0 e ν. The rest has a muon: 3.4%, and 0.1% of radiative decays.</summary>
    private const double KaonToElectron = 0.0507;

    /// <summary>Decays a particle at its position and time.</summary>
    public static void Decay(ref RandomStream random, ParticleState particle, SimulatedEvent simulated)
    {
        double mass = ParticleProperties.Mass(particle.Kind);
        FourVector momentum = ParticleKinematics.Momentum(particle, mass);
        int charge = ParticleProperties.Charge(particle.Kind);
        ParticleKind lepton = charge > 0 ? ParticleKind.MuonPlus : ParticleKind.MuonMinus;
        ParticleKind light = charge > 0 ? ParticleKind.Positron : ParticleKind.Electron;
        double energy = particle.Energy + mass;
        switch (particle.Kind)
        {
            case ParticleKind.MuonMinus or ParticleKind.MuonPlus:
                Michel(ref random, particle, momentum, light, simulated);
                break;
            case ParticleKind.PionPlus or ParticleKind.PionMinus:
                ParticleKind one = random.NextDouble() < PionToElectron ? light : lepton;
                Two(ref random, particle, momentum, mass, one, simulated);
                break;
            case ParticleKind.PionZero:
                (FourVector first, FourVector second) = Kinematics.Decay(momentum, mass, 0.0, 0.0, Direction.Isotropic(ref random));
                ParticleKinematics.Emit(simulated, particle, ParticleKind.Photon, first, CreationProcess.Decay);
                ParticleKinematics.Emit(simulated, particle, ParticleKind.Photon, second, CreationProcess.Decay);
                simulated.Released += mass;
                break;
            case ParticleKind.KaonPlus or ParticleKind.KaonMinus:
                Kaon(ref random, particle, momentum, mass, charge > 0 ? ParticleKind.PionPlus : ParticleKind.PionMinus, lepton, light, simulated);
                break;
            default:
                throw new ArgumentException($"{particle.Kind} of {energy} GeV does not decay", nameof(particle));
        }
    }

    /// <summary>x = E/E_max of the electron of a muon's decay, by rejection from the uniform distribution.</summary>
    public static double MichelFraction(ref RandomStream random)
    {
        while (true)
        {
            double x = random.NextDouble();
            if (random.NextDouble() < x * x * (3.0 - (2.0 * x)))
            {
                return x;
            }
        }
    }

    private static void Michel(ref RandomStream random, ParticleState particle, in FourVector momentum, ParticleKind light, SimulatedEvent simulated)
    {
        const double m = PhysicalConstants.MassElectron;
        const double muon = PhysicalConstants.MassMuon;
        const double endpoint = ((muon * muon) + (m * m)) / (2.0 * muon);
        double energy;
        do
        {
            energy = endpoint * MichelFraction(ref random);
        }
        while (energy <= m);

        double p = Math.Sqrt((energy * energy) - (m * m));
        (double x, double y, double z) = Direction.Isotropic(ref random);
        FourVector electron = new FourVector(energy, p * x, p * y, p * z).BoostFromRestFrameOf(momentum, muon);
        double kinetic = ParticleKinematics.Emit(simulated, particle, light, electron, CreationProcess.Decay);
        simulated.Released += muon - m;
        simulated.Lost += particle.Energy + (muon - m) - kinetic;
    }

    /// <summary>One charged particle and a neutrino.</summary>
    private static void Two(ref RandomStream random, ParticleState particle, in FourVector momentum, double mass, ParticleKind charged, SimulatedEvent simulated)
    {
        double other = ParticleProperties.Mass(charged);
        (FourVector first, _) = Kinematics.Decay(momentum, mass, other, 0.0, Direction.Isotropic(ref random));
        double kinetic = ParticleKinematics.Emit(simulated, particle, charged, first, CreationProcess.Decay);
        simulated.Released += mass - other;
        simulated.Lost += particle.Energy + (mass - other) - kinetic;
    }

    private static void Kaon(ref RandomStream random, ParticleState particle, in FourVector momentum, double mass, ParticleKind pion, ParticleKind muon, ParticleKind light, SimulatedEvent simulated)
    {
        const double p = PhysicalConstants.MassChargedPion;
        const double z = PhysicalConstants.MassNeutralPion;
        ParticleKind opposite = pion == ParticleKind.PionPlus ? ParticleKind.PionMinus : ParticleKind.PionPlus;
        double u = random.NextDouble();

        // Beside each ratio the sum of those before it, in decimals.
        switch (u)
        {
            case < KaonToMuon:
                Two(ref random, particle, momentum, mass, muon, simulated);
                return;
            case < 0.6356 + KaonToTwoPions:
                (FourVector first, FourVector second) = Kinematics.Decay(momentum, mass, p, z, Direction.Isotropic(ref random));
                ParticleKinematics.Emit(simulated, particle, pion, first, CreationProcess.Decay);
                ParticleKinematics.Emit(simulated, particle, ParticleKind.PionZero, second, CreationProcess.Decay);
                simulated.Released += mass - p - z;
                return;
            case < 0.8423 + KaonToThreeChargedPions:
                Hadrons(ref random, particle, momentum, mass, pion, pion, opposite, simulated);
                return;
            case < 0.89813 + KaonToOneChargedPion:
                Hadrons(ref random, particle, momentum, mass, pion, ParticleKind.PionZero, ParticleKind.PionZero, simulated);
                return;
            case < 0.91573 + KaonToElectron:
                SemiLeptonic(ref random, particle, momentum, mass, light, simulated);
                return;
            default:
                SemiLeptonic(ref random, particle, momentum, mass, muon, simulated);
                return;
        }
    }

    private static void Hadrons(ref RandomStream random, ParticleState particle, in FourVector momentum, double mass, ParticleKind a, ParticleKind b, ParticleKind c, SimulatedEvent simulated)
    {
        (double ma, double mb, double mc) = (ParticleProperties.Mass(a), ParticleProperties.Mass(b), ParticleProperties.Mass(c));
        (FourVector one, FourVector two, FourVector three) = Kinematics.Decay(ref random, momentum, mass, ma, mb, mc);
        ParticleKinematics.Emit(simulated, particle, a, one, CreationProcess.Decay);
        ParticleKinematics.Emit(simulated, particle, b, two, CreationProcess.Decay);
        ParticleKinematics.Emit(simulated, particle, c, three, CreationProcess.Decay);
        simulated.Released += mass - ma - mb - mc;
    }

    private static void SemiLeptonic(ref RandomStream random, ParticleState particle, in FourVector momentum, double mass, ParticleKind lepton, SimulatedEvent simulated)
    {
        double m = ParticleProperties.Mass(lepton);
        const double z = PhysicalConstants.MassNeutralPion;
        (FourVector one, FourVector two, _) = Kinematics.Decay(ref random, momentum, mass, z, m, 0.0);
        double kinetic = ParticleKinematics.Emit(simulated, particle, ParticleKind.PionZero, one, CreationProcess.Decay);
        kinetic += ParticleKinematics.Emit(simulated, particle, lepton, two, CreationProcess.Decay);
        simulated.Released += mass - z - m;
        simulated.Lost += particle.Energy + (mass - z - m) - kinetic;
    }
}

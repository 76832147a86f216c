using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Reactions of charged kaons with one nucleon of the Fermi gas, at the place of any, isotropic in the centre of mass; what they knock on
/// starts a cascade. The kaon itself meets no second nucleon.
/// </summary>
internal static class KaonReaction
{
    /// <summary>Branching ratio of Λ → p π− (PDG 2024); the rest is taken as n π0.</summary>
    private const double BranchingLambdaToProtonPion = 0.641;

    /// <summary>
    /// Nucleons tried before a kaon is taken to pass on without a collision: at low energy Pauli's principle may forbid nearly all. Chosen.
    /// </summary>
    private const int MaximumTries = 100;

    private const double KaonMass = ParticleProperties.MassKaon;

    /// <summary>K+ or K− knocks on a nucleon and goes on.</summary>
    public static void Scatter(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated)
    {
        Span<CascadeHadron> memory = stackalloc CascadeHadron[2 * CascadeStack.Capacity];
        CascadeStack inside = new(memory[..CascadeStack.Capacity]);
        CascadeStack outside = new(memory[CascadeStack.Capacity..]);
        ResidualNucleus nucleus = ResidualNucleus.Argon;
        ParticleState outgoing = projectile;
        for (int i = 0; i < MaximumTries; i++)
        {
            SpaceVector place = ArgonNucleus.SamplePlace(ref random, power: 1);
            double fermi = ArgonNucleus.FermiEnergy(place.Length);
            FourVector met = TargetNucleon.Momentum(ref random, ArgonNucleus.FermiMomentum(place.Length));
            FourVector total = ParticleKinematics.Momentum(projectile, KaonMass) + met;
            (FourVector kaon, FourVector knocked) = Kinematics.Decay(
                total, Math.Sqrt(total.MassSquared), KaonMass, CascadeHadron.NucleonMass, Direction.Isotropic(ref random));
            int charge = SampleCharge(ref random);
            CascadeHadron nucleon = CascadeHadron.Nucleon(charge, knocked, place, fermi);
            if (nucleon.Energy < 0.0)
            {
                continue;
            }

            inside.Push(nucleon);
            double depth = TargetNucleon.Depth(met, fermi);
            nucleus = nucleus.Less(charge, depth);
            double p = kaon.Momentum;
            if (p > 0.0)
            {
                (outgoing.DX, outgoing.DY, outgoing.DZ) = (kaon.X / p, kaon.Y / p, kaon.Z / p);
            }

            outgoing.Energy = Math.Max(0.0, projectile.Energy - depth - nucleon.Energy);
            break;
        }

        simulated.Add(outgoing, projectile.Index, CreationProcess.NuclearInelastic);
        IntranuclearCascade.Follow(ref random, ref inside, ref outside, ref nucleus);
        CascadeEmission emission = new(projectile, CreationProcess.NuclearInelastic, simulated);
        emission.Emit(ref random, outside, nucleus, new CascadeEnergyBalance(NucleonsIn: 0, MassIn: 0.0));
    }

    /// <summary>
    /// K− N → Λ π, Λ → N π at once: the Λ's flight, centimetres at most, and Σ are left out. Both pions and the nucleon face the
    /// nucleus; the first pion has the charge that makes the Λ neutral.
    /// </summary>
    public static void Absorb(ref RandomStream random, ParticleState projectile, CreationProcess process, SimulatedEvent simulated)
    {
        Span<CascadeHadron> memory = stackalloc CascadeHadron[2 * CascadeStack.Capacity];
        CascadeStack inside = new(memory[..CascadeStack.Capacity]);
        CascadeStack outside = new(memory[CascadeStack.Capacity..]);
        ResidualNucleus nucleus = ResidualNucleus.Argon;
        int target = SampleCharge(ref random);
        bool toProton = random.NextDouble() < BranchingLambdaToProtonPion;
        while (true)
        {
            SpaceVector place = ArgonNucleus.SamplePlace(ref random, power: 1);
            double fermi = ArgonNucleus.FermiEnergy(place.Length);
            FourVector met = TargetNucleon.Momentum(ref random, ArgonNucleus.FermiMomentum(place.Length));
            FourVector total = ParticleKinematics.Momentum(projectile, KaonMass) + met;
            (FourVector lambda, FourVector pion) = Kinematics.Decay(
                total, Math.Sqrt(total.MassSquared), ParticleProperties.MassLambda, CascadeHadron.PionMass, Direction.Isotropic(ref random));
            (FourVector left, FourVector decayPion) = Kinematics.Decay(
                lambda, ParticleProperties.MassLambda, CascadeHadron.NucleonMass, CascadeHadron.PionMass, Direction.Isotropic(ref random));
            CascadeHadron nucleon = CascadeHadron.Nucleon(toProton ? 1 : 0, left, place, fermi);
            if (nucleon.Energy < 0.0)
            {
                continue;
            }

            nucleus = nucleus.Less(target, TargetNucleon.Depth(met, fermi));
            inside.Push(CascadeHadron.Pion(target - 1, pion, place));
            inside.Push(CascadeHadron.Pion(toProton ? -1 : 0, decayPion, place));
            inside.Push(nucleon);
            break;
        }

        IntranuclearCascade.Follow(ref random, ref inside, ref outside, ref nucleus);
        CascadeEmission emission = new(projectile, process, simulated);
        emission.Emit(ref random, outside, nucleus, new CascadeEnergyBalance(NucleonsIn: 0, MassIn: KaonMass));
    }

    /// <summary>Charge of a nucleon met at random.</summary>
    private static int SampleCharge(ref RandomStream random) =>
        random.NextDouble() * (ArgonNucleus.Protons + ArgonNucleus.Neutrons) < ArgonNucleus.Protons ? 1 : 0;
}

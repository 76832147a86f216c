using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Reactions of charged kaons with a nucleon at rest, isotropic in the centre of mass; what they knock on starts a cascade.
/// </summary>
internal static class KaonReaction
{
    /// <summary>Branching ratio of Λ → p π− (PDG 2024); the rest is taken as n π0.</summary>
    private const double BranchingLambdaToProtonPion = 0.641;

    private const double KaonMass = ParticleProperties.MassKaon;

    /// <summary>K+ or K− knocks on a nucleon and goes on.</summary>
    public static void Scatter(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated)
    {
        CascadeStack stack = new(stackalloc CascadeHadron[CascadeStack.Capacity]);
        FourVector total = Kinematics.Momentum(projectile, KaonMass) + TargetNucleon.Momentum;
        (FourVector kaon, FourVector knocked) = Kinematics.Decay(
            total, Math.Sqrt(total.MassSquared), KaonMass, CascadeHadron.NucleonMass, Direction.Isotropic(ref random));
        CascadeHadron nucleon = CascadeHadron.Nucleon(TargetNucleon.Charge(ref random), knocked);
        stack.Push(nucleon);
        double kinetic = total.E - CascadeHadron.NucleonMass - KaonMass - nucleon.Energy;
        ParticleState outgoing = projectile;
        double p = kaon.Momentum;
        if (p > 0.0)
        {
            (outgoing.DX, outgoing.DY, outgoing.DZ) = (kaon.X / p, kaon.Y / p, kaon.Z / p);
        }

        outgoing.Energy = Math.Max(0.0, kinetic);
        simulated.Add(outgoing, projectile.Index, CreationProcess.NuclearInelastic);
        CascadeEmission emission = new(projectile, CreationProcess.NuclearInelastic, simulated);
        IntranuclearCascade.Run(ref random, ref stack, emission, new CascadeEnergyBalance(NucleonsIn: 0, MassIn: 0.0));
    }

    /// <summary>
    /// K− N → Λ π, Λ → N π at once: the Λ's flight, centimetres at most, and Σ are left out. Both pions and the nucleon face the
    /// nucleus; the first pion has the charge that makes the Λ neutral.
    /// </summary>
    public static void Absorb(ref RandomStream random, ParticleState projectile, CreationProcess process, SimulatedEvent simulated)
    {
        CascadeStack stack = new(stackalloc CascadeHadron[CascadeStack.Capacity]);
        FourVector total = Kinematics.Momentum(projectile, KaonMass) + TargetNucleon.Momentum;
        int target = TargetNucleon.Charge(ref random);
        (FourVector lambda, FourVector pion) = Kinematics.Decay(
            total, Math.Sqrt(total.MassSquared), ParticleProperties.MassLambda, CascadeHadron.PionMass, Direction.Isotropic(ref random));
        (FourVector nucleon, FourVector decayPion) = Kinematics.Decay(
            lambda, ParticleProperties.MassLambda, CascadeHadron.NucleonMass, CascadeHadron.PionMass, Direction.Isotropic(ref random));
        bool toProton = random.NextDouble() < BranchingLambdaToProtonPion;
        stack.Push(CascadeHadron.Pion(target - 1, pion));
        stack.Push(CascadeHadron.Pion(toProton ? -1 : 0, decayPion));
        stack.Push(CascadeHadron.Nucleon(toProton ? 1 : 0, nucleon));
        CascadeEmission emission = new(projectile, process, simulated);
        IntranuclearCascade.Run(ref random, ref stack, emission, new CascadeEnergyBalance(NucleonsIn: 0, MassIn: KaonMass));
    }
}

using Umbriel.Core;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>What comes out of reactions on argon, counted as the tables of validation/reference/hadrons count; energies MeV.</summary>
internal sealed record HadronFinalStates
{
    /// <summary>Protons above 20 MeV per reaction.</summary>
    public required double Protons { get; init; }

    /// <summary>Kinetic energy of all protons per reaction.</summary>
    public required double ProtonEnergy { get; init; }

    /// <summary>Parts of the reactions with any pion, two or more, one of a charge two away.</summary>
    public required double AnyPion { get; init; }
    public required double TwoPions { get; init; }
    public required double DoubleExchange { get; init; }

    /// <summary>Kinetic energy and cosine of pions that are alone, of the charge that the channel says.</summary>
    public required double PionEnergy { get; init; }
    public required double PionCosine { get; init; }

    public static HadronFinalStates OfNucleon(ParticleKind kind, double energy, int reactions) =>
        Count(kind, energy, reactions, ParticleKind.PionZero, static (ref random, projectile, simulated) => IntranuclearCascade.StartWithNucleon(ref random, projectile, simulated));

    public static HadronFinalStates OfPion(ParticleKind kind, double energy, PionChannel channel, int reactions) =>
        Count(kind, energy, reactions, channel == PionChannel.ChargeExchange ? ParticleKind.PionZero : kind,
            (ref random, projectile, simulated) => IntranuclearCascade.StartWithPion(ref random, projectile, channel, simulated));

    private delegate void Reaction(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated);

    private static HadronFinalStates Count(ParticleKind kind, double energy, int reactions, ParticleKind lone, Reaction react)
    {
        SimulatedEvent simulated = new();
        ParticleState projectile = HeavyRun.AlongZ(kind, energy);
        (double protons, double protonEnergy, double pionEnergy, double cosine) = (0.0, 0.0, 0.0, 0.0);
        (int any, int two, int twice, int alone) = (0, 0, 0, 0);
        for (int i = 0; i < reactions; i++)
        {
            simulated.Clear();
            RandomStream random = new(20260, RandomStage.Generation, (ulong)i);
            react(ref random, projectile, simulated);
            int pions = 0;
            ParticleState last = default;
            foreach (SimulatedParticle particle in simulated.Particles)
            {
                if (particle.Start.Kind == ParticleKind.Proton)
                {
                    protons += particle.Start.Energy > 0.02 ? 1 : 0;
                    protonEnergy += particle.Start.Energy;
                }
                else if (particle.Start.Kind is ParticleKind.PionPlus or ParticleKind.PionMinus or ParticleKind.PionZero)
                {
                    pions++;
                    last = particle.Start;
                }
            }

            any += pions > 0 ? 1 : 0;
            two += pions > 1 ? 1 : 0;
            if (pions == 1 && last.Kind == lone)
            {
                alone++;
                pionEnergy += last.Energy;
                cosine += last.DZ;
            }

            twice += pions == 1 && Math.Abs(ParticleProperties.Charge(last.Kind) - ParticleProperties.Charge(kind)) == 2 ? 1 : 0;
        }

        return new HadronFinalStates
        {
            Protons = protons / reactions,
            ProtonEnergy = 1e3 * protonEnergy / reactions,
            AnyPion = (double)any / reactions,
            TwoPions = (double)two / reactions,
            DoubleExchange = (double)twice / reactions,
            PionEnergy = 1e3 * pionEnergy / Math.Max(1, alone),
            PionCosine = cosine / Math.Max(1, alone),
        };
    }
}

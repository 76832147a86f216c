using Umbriel.Core;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>One reaction at a time: energy, charge and nucleons, with what is left of the nucleus.</summary>
public sealed class ReactionConservationTests
{
    private delegate void Reaction(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated);

    public static TheoryData<string> Names => [.. Reactions.Keys];

    private static readonly Dictionary<string, (ParticleKind Kind, Reaction Reaction)> Reactions = new(StringComparer.Ordinal)
    {
        ["proton"] = (ParticleKind.Proton, IntranuclearCascade.StartWithNucleon),
        ["neutron"] = (ParticleKind.Neutron, IntranuclearCascade.StartWithNucleon),
        ["π+ absorbed"] = (ParticleKind.PionPlus, (ref random, p, e) => IntranuclearCascade.StartWithPion(ref random, p, PionChannel.Absorption, e)),
        ["π− exchanging charge"] = (ParticleKind.PionMinus, (ref random, p, e) => IntranuclearCascade.StartWithPion(ref random, p, PionChannel.ChargeExchange, e)),
        ["π− inelastic"] = (ParticleKind.PionMinus, (ref random, p, e) => IntranuclearCascade.StartWithPion(ref random, p, PionChannel.Inelastic, e)),
        ["π− at rest"] = (ParticleKind.PionMinus, (ref random, p, e) => IntranuclearCascade.CapturePion(ref random, p with { Energy = 0.0 }, e)),
        ["K+"] = (ParticleKind.KaonPlus, KaonReaction.Scatter),
        ["K− absorbed"] = (ParticleKind.KaonMinus, (ref random, p, e) => KaonReaction.Absorb(ref random, p, CreationProcess.NuclearInelastic, e)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Energy_charge_and_nucleons(string name)
    {
        (ParticleKind kind, Reaction reaction) = Reactions[name];
        SimulatedEvent simulated = new();
        int alphas = 0;
        foreach (double energy in new[] { 0.015, 0.05, 0.2, 0.6, 1.5, 5.0 })
        {
            for (ulong i = 0; i < 60; i++)
            {
                simulated.Clear();
                RandomStream random = new(20262, RandomStage.Generation, i);
                ParticleState projectile = HeavyRun.AlongZ(kind, energy);
                reaction(ref random, projectile, simulated);

                double given = name.EndsWith("rest", StringComparison.Ordinal) ? 0.0 : energy;
                double carried = simulated.Particles.Sum(p => p.Start.Energy) + simulated.Deposits.Sum(d => d.Energy);
                (carried + simulated.Lost).ShouldBe(given + simulated.Released, 1e-10, $"{name} of {energy} GeV, reaction {i}");
                simulated.Particles.ShouldAllBe(p => p.Start.Energy >= 0.0
                    && Math.Abs((p.Start.DX * p.Start.DX) + (p.Start.DY * p.Start.DY) + (p.Start.DZ * p.Start.DZ) - 1.0) < 1e-9);

                // α particles are deposits of 7 MeV and more; each takes 2 of the charge and 4 nucleons. What is left is a nucleus.
                int alpha = simulated.Deposits.Count(d => d.Energy > 0.007);
                alphas += alpha;
                int charge = 18 + ParticleProperties.Charge(kind) - (2 * alpha) - simulated.Particles.Sum(p => ParticleProperties.Charge(p.Start.Kind));
                int nucleons = 40 + Baryons(kind) - (4 * alpha) - simulated.Particles.Sum(p => Baryons(p.Start.Kind));
                nucleons.ShouldBeInRange(0, 41);
                charge.ShouldBeInRange(0, nucleons);
            }
        }

        alphas.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(ParticleKind.Proton, 2.0)]
    [InlineData(ParticleKind.PionPlus, 0.8)]
    public void The_nucleus_left_is_what_did_not_leave(ParticleKind kind, double energy)
    {
        bool pion = kind == ParticleKind.PionPlus;
        CascadeHadron[] memory = new CascadeHadron[2 * CascadeStack.Capacity];
        RandomStream random = new(20263, RandomStage.Generation, 0);
        for (int i = 0; i < 500; i++)
        {
            CascadeStack inside = new(memory.AsSpan(0, CascadeStack.Capacity));
            CascadeStack outside = new(memory.AsSpan(CascadeStack.Capacity));
            ResidualNucleus nucleus = ResidualNucleus.Argon;
            CascadeHadron hadron = new(pion, 1, energy, default, default);
            IntranuclearCascade.TryEnter(ref random, HeavyRun.AlongZ(kind, energy), hadron, ref nucleus, ref inside).ShouldBeTrue();
            IntranuclearCascade.Follow(ref random, ref inside, ref outside, ref nucleus);

            // Pions are energy and charge, nucleons energy above the Fermi level.
            double sum = nucleus.Excitation;
            int charge = nucleus.Protons;
            int nucleons = nucleus.Protons + nucleus.Neutrons;
            foreach (CascadeHadron left in outside.Hadrons)
            {
                sum += left.Energy + (left.IsPion ? CascadeHadron.PionMass : 0.0);
                charge += left.Charge;
                nucleons += left.IsPion ? 0 : 1;
            }

            sum.ShouldBe(energy + (pion ? CascadeHadron.PionMass : 0.0), 1e-10);
            charge.ShouldBe(19);
            nucleons.ShouldBe(pion ? 40 : 41);
        }
    }

    private static int Baryons(ParticleKind kind) => kind is ParticleKind.Proton or ParticleKind.Neutron ? 1 : 0;
}

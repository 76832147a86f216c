using Umbriel.Core;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>The processes of the cascade one by one: what goes in comes out.</summary>
public sealed class CascadeProcessTests
{
    private delegate void Process(ref RandomStream random, in CascadeHadron hadron, ref CascadeStack stack);

    public static TheoryData<string> Names => [.. Processes.Keys];

    // With the number of nucleons that take part.
    private static readonly Dictionary<string, (Process Process, bool OfPion, int Targets)> Processes = new(StringComparer.Ordinal)
    {
        ["nucleon collision"] = (NucleonCollision.Collide, false, 1),
        ["pion scattering"] = (PionScattering.Scatter, true, 1),
        ["charge exchange"] = (PionScattering.ExchangeCharge, true, 1),
        ["pion production"] = (PionProduction.Collide, true, 1),
        ["pion absorption"] = (PionAbsorption.Absorb, true, 2),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_process_conserves_four_momentum_charge_and_nucleons(string name)
    {
        (Process process, bool ofPion, int targets) = Processes[name];
        RandomStream random = new(3, RandomStage.Generation, 0);
        CascadeHadron[] memory = new CascadeHadron[8];
        foreach (double energy in new[] { 0.02, 0.2, 0.5, 1.0, 3.0 })
        {
            for (int i = 0; i < 300; i++)
            {
                int charge = ofPion ? (i % 3) - 1 : i % 2;
                CascadeHadron hadron = new(ofPion, charge, energy, (0.48, -0.6, 0.64));
                CascadeStack stack = new(memory);
                process(ref random, hadron, ref stack);
                FourVector missing = hadron.Momentum + new FourVector(targets * CascadeHadron.NucleonMass, 0.0, 0.0, 0.0);
                int nucleons = ofPion ? targets : targets + 1;
                int given = -charge;
                while (stack.TryPop(out CascadeHadron product))
                {
                    missing -= product.Momentum;
                    nucleons -= product.IsPion ? 0 : 1;
                    given += product.Charge;
                }

                // The squares of momenta above 1 GeV, rounded.
                missing.E.ShouldBe(0.0, 1e-12);
                missing.Momentum.ShouldBeLessThan(1e-7);
                nucleons.ShouldBe(0);
                given.ShouldBeInRange(0, targets);
            }
        }
    }

    [Fact]
    public void Charge_is_exchanged()
    {
        RandomStream random = new(3, RandomStage.Generation, 1);
        CascadeHadron[] memory = new CascadeHadron[8];
        for (int charge = -1; charge <= 1; charge++)
        {
            CascadeStack stack = new(memory);
            PionScattering.ExchangeCharge(ref random, new CascadeHadron(true, charge, 0.2, (0.0, 0.0, 1.0), LeavesFreely: true), ref stack);
            stack.TryPop(out CascadeHadron nucleon).ShouldBeTrue();
            stack.TryPop(out CascadeHadron pion).ShouldBeTrue();
            pion.IsPion.ShouldBeTrue();
            pion.LeavesFreely.ShouldBeTrue();
            Math.Abs(pion.Charge).ShouldBe(charge == 0 ? 1 : 0);
            nucleon.Charge.ShouldBe(charge == 0 ? (1 - pion.Charge) / 2 : (charge + 1) / 2);
        }
    }

    [Fact]
    public void Nucleons_pay_the_separation_energy_and_pions_their_mass()
    {
        SimulatedEvent simulated = new();
        CascadeEnergyBalance balance = new(NucleonsIn: 1, MassIn: 0.1);
        balance.NucleonLeft();
        balance.NucleonLeft();
        balance.NucleonLeft();
        balance.NucleonAbsorbed(0.004);
        balance.Settle(simulated);
        simulated.Lost.ShouldBe(2.0 * Evaporation.Separation, 1e-15);
        simulated.Released.ShouldBe(0.1, 1e-15);
        balance.Excitation.ShouldBe(0.004);
    }
}

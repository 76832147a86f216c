using Umbriel.Core;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Heavy.Intranuclear;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>The collisions of the cascade one by one: what goes in comes out.</summary>
public sealed class CascadeProcessTests
{
    private delegate bool Process(ref RandomStream random, in CascadeHadron hadron, ref ResidualNucleus nucleus, ref CascadeStack stack);

    public static TheoryData<string> Names => [.. Processes.Keys];

    // With the number of nucleons that take part.
    private static readonly Dictionary<string, (Process Process, bool OfPion, int Targets)> Processes = new(StringComparer.Ordinal)
    {
        ["nucleon collision"] = (NucleonCollision.TryCollide, false, 1),
        ["pion collision"] = (PionCollision.TryCollide, true, 1),
        ["pion absorption"] = (PionAbsorption.TryAbsorb, true, 2),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_collision_conserves_energy_momentum_charge_and_nucleons(string name)
    {
        (Process process, bool ofPion, int targets) = Processes[name];
        RandomStream random = new(3, RandomStage.Generation, 0);
        CascadeHadron[] memory = new CascadeHadron[8];
        int forbidden = 0;
        foreach (double energy in new[] { 0.02, 0.2, 0.5, 1.0, 3.0 })
        {
            for (int i = 0; i < 300; i++)
            {
                SpaceVector place = new(0.0, 0.1 * (i % 60), 0.0);
                double fermi = ArgonNucleus.FermiEnergy(place.Length);
                CascadeHadron hadron = new(ofPion, ofPion ? (i % 3) - 1 : i % 2, energy, new SpaceVector(0.48, -0.6, 0.64), place);
                CascadeStack stack = new(memory);
                ResidualNucleus nucleus = ResidualNucleus.Argon;
                if (!process(ref random, hadron, ref nucleus, ref stack))
                {
                    stack.Hadrons.Length.ShouldBe(0);
                    nucleus.ShouldBe(ResidualNucleus.Argon);
                    forbidden++;
                    continue;
                }

                // What the products have more than the hadron came from nucleons below the Fermi level, with its momentum at most.
                FourVector taken = -1.0 * hadron.Momentum(fermi);
                int nucleons = ofPion ? 0 : -1;
                int charge = -hadron.Charge;
                foreach (CascadeHadron product in stack.Hadrons)
                {
                    taken += product.Momentum(fermi);
                    nucleons += product.IsPion ? 0 : 1;
                    charge += product.Charge;
                    (product.Energy >= 0.0).ShouldBeTrue();
                    product.Position.ShouldBe(place);
                }

                nucleons.ShouldBe(targets);
                (18 - nucleus.Protons).ShouldBe(charge);
                (22 - nucleus.Neutrons).ShouldBe(targets - charge);
                taken.E.ShouldBe((targets * (CascadeHadron.NucleonMass + fermi)) - nucleus.Excitation, 1e-12);
                taken.Momentum.ShouldBeLessThan((targets * ArgonNucleus.FermiMomentum(place.Length)) + 1e-7);
                if (targets == 1)
                {
                    // Momenta above 1 GeV, squared.
                    taken.MassSquared.ShouldBe(CascadeHadron.NucleonMass * CascadeHadron.NucleonMass, 1e-7);
                }
            }
        }

        if (targets == 1)
        {
            forbidden.ShouldBeInRange(50, 700);
        }
    }

    [Fact]
    public void All_channels_of_a_collision_happen_with_their_cross_sections()
    {
        // π− at 1 GeV in the skin, where Pauli's principle and Fermi motion matter little: elastic and exchange 0.39 of what protons and neutrons (pure isospin
        // 3/2) do, by the tables, π− π0 p and the like the rest.
        RandomStream random = new(3, RandomStage.Generation, 1);
        CascadeHadron[] memory = new CascadeHadron[8];
        CascadeHadron pion = new(true, -1, 1.0, new SpaceVector(0.0, 0.0, 1.0), new SpaceVector(0.0, 7.9, 0.0));
        int[] products = new int[5];
        int exchanged = 0;
        const int Collisions = 20_000;
        for (int i = 0; i < Collisions; i++)
        {
            CascadeStack stack = new(memory);
            ResidualNucleus nucleus = ResidualNucleus.Argon;
            while (!PionCollision.TryCollide(ref random, pion, ref nucleus, ref stack))
            {
            }

            products[stack.Hadrons.Length]++;
            exchanged += stack.Hadrons.Length == 2 && stack.Hadrons[0].Charge == 0 ? 1 : 0;
        }

        double proton = 18.0 * PionNucleonCrossSections.Total(-1, 1, 1.0);
        double neutron = 22.0 * PionNucleonCrossSections.Total(-1, 0, 1.0);
        (double elasticProton, double exchange, double oneProton) = PionNucleonCrossSections.Parts(-1, 1, 1.0);
        (double elasticNeutron, _, double oneNeutron) = PionNucleonCrossSections.Parts(-1, 0, 1.0);

        // Three binomial errors of 1% and 0.25% for smearing by the skin's Fermi momentum, 25 MeV.
        ((double)products[2] / Collisions).ShouldBe(((18.0 * (elasticProton + exchange)) + (22.0 * elasticNeutron)) / (proton + neutron), 0.03);
        ((double)products[3] / Collisions).ShouldBe(((18.0 * oneProton) + (22.0 * oneNeutron)) / (proton + neutron), 0.03);
        ((double)exchanged / Collisions).ShouldBe(18.0 * exchange / (proton + neutron), 0.01);
    }

    [Fact]
    public void Slow_pions_exchange_charge_backward_and_at_the_Delta_symmetrically()
    {
        // Without s waves 1 + 3cos²θ, of mean 0. At 50 MeV charge exchange of π− p goes backward by the interference (as measured; a partial-wave sum with
        // Höhler's scattering lengths by hand: mean −0.4 to −0.6).
        RandomStream random = new(3, RandomStage.Generation, 2);
        Mean(0.05).ShouldBeInRange(-0.7, -0.3);
        Mean(0.19).ShouldBe(0.0, 0.1);

        double Mean(double energy)
        {
            const double masses = CascadeHadron.NucleonMass + CascadeHadron.PionMass;
            double s = Math.Sqrt((masses * masses) + (2.0 * CascadeHadron.NucleonMass * energy));
            double sum = 0.0;
            for (int i = 0; i < 5000; i++)
            {
                sum += PionScattering.Cosine(ref random, -1, 1, exchange: true, energy, s);
            }

            return sum / 5000;
        }
    }

    [Fact]
    public void The_nucleus_has_the_size_of_argon()
    {
        // R.m.s. charge radius of ⁴⁰Ar 3.43 fm (I. Angeli and K. Marinova, At. Data Nucl. Data Tables 99 (2013) 69, recalled), 2%; A nucleons by Simpson's rule.
        double number = 0.0;
        double square = 0.0;
        const int Steps = 2000;
        for (int i = 0; i <= Steps; i++)
        {
            double r = ArgonNucleus.Radius * i / Steps;
            double weight = (i is 0 or Steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0) * ArgonNucleus.Radius / (3.0 * Steps) * 4.0 * Math.PI * r * r * ArgonNucleus.Density(r);
            number += weight;
            square += weight * r * r;
        }

        number.ShouldBe(40.0, 0.1);
        Math.Sqrt(square / number).ShouldBe(3.43, 0.07);
        ArgonNucleus.FermiMomentum(0.0).ShouldBe(0.271, 0.002);
    }

    [Fact]
    public void Nucleons_pay_the_separation_energy_and_pions_their_mass()
    {
        SimulatedEvent simulated = new();
        CascadeEnergyBalance balance = new(NucleonsIn: 1, MassIn: 0.1);
        balance.NucleonLeft();
        balance.NucleonLeft();
        balance.NucleonLeft();
        balance.Settle(simulated);
        simulated.Lost.ShouldBe(2.0 * Evaporation.Separation, 1e-15);
        simulated.Released.ShouldBe(0.1, 1e-15);
    }
}

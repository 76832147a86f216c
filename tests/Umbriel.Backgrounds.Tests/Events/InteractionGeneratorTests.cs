using Umbriel.Backgrounds.Elastic;
using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Totals;
using Umbriel.Backgrounds.TwoParticle;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Events;

public sealed class InteractionGeneratorTests
{
    private static readonly Nucleus Argon = Nucleus.Find("Ar40");

    [Theory]
    [InlineData(14)]
    [InlineData(-12)]
    public void Every_event_conserves_energy_momentum_charge_and_baryons(int neutrino)
    {
        InteractionGenerator generator = All(neutrino);
        InteractionEvent made = new();
        HashSet<InteractionProcess> seen = [];
        double overweight = 0.0;
        const int Events = 6000;
        for (ulong i = 0; i < Events; i++)
        {
            generator.Generate(i, made);
            seen.Add(made.Process);
            overweight += made.Weight - 1.0;
            double electron = made.Process == InteractionProcess.Electron ? PhysicalConstants.MassElectron : 0.0;
            FourVector difference = new FourVector(made.Energy + Argon.Mass + electron, 0.0, 0.0, made.Energy) - made.Lepton - made.Remnant;
            int charge = Argon.Protons - made.RemnantProtons - LeptonCharge(made.LeptonPdg) - (electron > 0.0 ? 1 : 0);
            int baryons = Argon.Nucleons - made.RemnantProtons - made.RemnantNeutrons;
            foreach (Hadron hadron in made.Hadrons)
            {
                difference -= hadron.Momentum;
                charge -= hadron.Pdg == 11 ? -1 : HadronProperties.Charge(hadron.Pdg);
                baryons -= HadronProperties.BaryonNumber(hadron.Pdg);
            }

            Math.Max(Math.Max(Math.Abs(difference.E), Math.Abs(difference.X)), Math.Max(Math.Abs(difference.Y), Math.Abs(difference.Z))).ShouldBeLessThan(1e-9, $"event {i}, {made.Process}");
            charge.ShouldBe(0, $"event {i}, {made.Process}");
            baryons.ShouldBe(0, $"event {i}, {made.Process}");
        }

        seen.ShouldContain(InteractionProcess.Coherent);
        seen.Count.ShouldBeGreaterThanOrEqualTo(5);
        (overweight / Events).ShouldBeLessThan(1e-3);
    }

    [Fact]
    public void What_leaves_the_nucleus_conserves_energy_momentum_charge_and_baryons()
    {
        InteractionGenerator generator = All(14);
        InteractionCascade cascade = new(new NuclearCascade(Argon, new CascadeParameters()), 1);
        InteractionEvent made = new();
        CascadeEvent left = new();
        for (ulong i = 0; i < 3000; i++)
        {
            generator.Generate(i, made);
            cascade.Run(i, made, left);
            double electron = made.Process == InteractionProcess.Electron ? PhysicalConstants.MassElectron : 0.0;
            FourVector difference = new FourVector(made.Energy + Argon.Mass + electron, 0.0, 0.0, made.Energy) - made.Lepton - left.Remnant.Momentum;
            int charge = Argon.Protons - left.Remnant.Protons - LeptonCharge(made.LeptonPdg) - (electron > 0.0 ? 1 : 0);
            int baryons = Argon.Nucleons - left.Remnant.Nucleons;
            foreach (EmittedParticle particle in left.Emitted)
            {
                difference -= particle.Momentum;
                bool isNucleus = particle.Pdg > 1_000_000_000; // 10LZZZAAAI
                charge -= particle.Pdg == 11 ? -1 : isNucleus ? particle.Pdg / 10_000 % 1000 : HadronProperties.Charge(particle.Pdg);
                baryons -= isNucleus ? particle.Pdg / 10 % 1000 : HadronProperties.BaryonNumber(particle.Pdg);
            }

            Math.Max(Math.Max(Math.Abs(difference.E), Math.Abs(difference.X)), Math.Max(Math.Abs(difference.Y), Math.Abs(difference.Z))).ShouldBeLessThan(1e-9, $"event {i}, {made.Process}");
            charge.ShouldBe(0, $"event {i}, {made.Process}");
            baryons.ShouldBe(0, $"event {i}, {made.Process}");
        }
    }

    [Fact]
    public void A_free_nucleon_has_no_cascade()
    {
        InteractionGenerator generator = new(StandardProcess.Create("res", "cc", Nucleus.Find("H1"), 14, new()), Flux.Of(14), 1, 1, CancellationToken.None);
        InteractionEvent made = new();
        CascadeEvent left = new();
        generator.Generate(0, made);
        new InteractionCascade(null, 1).Run(0, made, left);
        left.Emitted.ToArray().Select(particle => particle.Momentum).ShouldBe(made.Hadrons.ToArray().Select(hadron => hadron.Momentum));
        left.Remnant.Nucleons.ShouldBe(0);
    }

    [Fact]
    public void An_event_does_not_depend_on_threads_or_order()
    {
        InteractionGenerator one = Quick(threads: 1);
        InteractionGenerator several = Quick(threads: 3);
        one.CrossSection.ShouldBe(several.CrossSection);
        (double Energy, FourVector Lepton, FourVector Remnant)[] found = new (double, FourVector, FourVector)[500];
        ParallelLoop.For(found.Length, 3, i => found[i] = Fresh(several, (ulong)i), CancellationToken.None);
        for (int i = found.Length - 1; i >= 0; i--)
        {
            Fresh(one, (ulong)i).ShouldBe(found[i]);
        }
    }

    [Fact]
    public void Quasi_elastic_events_follow_the_cross_section()
    {
        // χ² of 20 000 events in 25 bins of Q² against the mean of the density: above 60 once in ten thousand seeds.
        ElasticInteraction interaction = new(Argon, 14, WeakCurrent.Charged, Nucleon.Neutron, new());
        double[] expected = Expected(interaction, 25, 1.5, (energy, point) =>
        {
            double density = interaction.Evaluate(energy, point, blocking: true, out ElasticState state);
            return (density, density > 0.0 ? TrueQ2(energy, state.Lepton) : 0.0);
        });
        Chi2(interaction, expected, 1.5, made => made.Q2).ShouldBeLessThan(60.0);
    }

    [Fact]
    public void Pairs_follow_the_cross_section()
    {
        PairInteraction interaction = new(Argon, 14, WeakCurrent.Charged, new());
        double[] expected = Expected(interaction, 25, 1.2, (energy, point) => (interaction.Evaluate(energy, point, out PairState state), state.MomentumTransfer));
        Chi2(interaction, expected, 1.2, made => new FourVector(0.0, -made.Lepton.X, -made.Lepton.Y, made.Energy - made.Lepton.Z).Momentum).ShouldBeLessThan(60.0);
    }

    [Fact]
    public void Pairs_leave_two_nucleons_above_the_fermi_momentum()
    {
        InteractionGenerator generator = new([new PairInteraction(Argon, 14, WeakCurrent.Charged, new())], Flux.Of(14), 3, 1, CancellationToken.None);
        InteractionEvent made = new();
        int mixed = 0;
        const int Events = 2000;
        for (ulong i = 0; i < Events; i++)
        {
            generator.Generate(i, made);
            made.Hadrons.Length.ShouldBe(2);
            foreach (Hadron hadron in made.Hadrons)
            {
                hadron.Momentum.Momentum.ShouldBeGreaterThan(Argon.FermiMomentum(hadron.Pdg == 2212 ? Nucleon.Proton : Nucleon.Neutron, made.Radius));
            }

            mixed += made.Hadrons[0].Pdg == 2212 && made.Hadrons[1].Pdg == 2212 ? 1 : 0;
        }

        // pn → pp in 80% of the empirical model's pairs; five standard deviations of 2000.
        ((double)mixed / Events).ShouldBe(0.8, 5.0 * Math.Sqrt(0.8 * 0.2 / Events));
    }

    [Fact]
    public void Processes_share_the_events_by_their_cross_sections()
    {
        InteractionGenerator generator = Quick(threads: 2);
        ISampledInteraction elastic = StandardProcess.Create("qe", "cc", Argon, 14, new()).Single();
        double share = CrossSection.Averaged(elastic, Flux.Of(14)) / generator.CrossSection;
        InteractionEvent made = new();
        int count = 0;
        const int Events = 5000;
        for (ulong i = 0; i < Events; i++)
        {
            generator.Generate(i, made);
            count += made.Process == InteractionProcess.Elastic ? 1 : 0;
        }

        ((double)count / Events).ShouldBe(share, 5.0 * Math.Sqrt(share * (1.0 - share) / Events)); // five standard deviations
    }

    [Fact]
    public void A_flux_of_another_neutrino_is_a_wrong_argument() =>
        Should.Throw<ArgumentException>(() => new InteractionGenerator(StandardProcess.Create("nu-e", null, Argon, 14, new()), Flux.Of(12), 1, 1, CancellationToken.None));

    private static InteractionGenerator All(int neutrino) =>
        new([.. new[] { "cc", "nc" }.SelectMany(current => StandardProcess.Create("total", current, Argon, neutrino, new())), .. StandardProcess.Create("nu-e", null, Argon, neutrino, new())], Flux.Of(neutrino), 1, 2, CancellationToken.None);

    private static InteractionGenerator Quick(int threads) =>
        new([.. StandardProcess.Create("qe", "cc", Argon, 14, new()), .. StandardProcess.Create("coh-pi", "cc", Argon, 14, new()), .. StandardProcess.Create("res", "cc", Argon, 14, new())], Flux.Of(14), 2, threads, CancellationToken.None);

    private static (double Energy, FourVector Lepton, FourVector Remnant) Fresh(InteractionGenerator generator, ulong index)
    {
        InteractionEvent made = new();
        generator.Generate(index, made);
        return (made.Energy, made.Lepton, made.Remnant);
    }

    private static double TrueQ2(double energy, in FourVector lepton) => (2.0 * energy * (lepton.E - lepton.Z)) - lepton.MassSquared;

    private static double[] Expected(IInteraction interaction, int bins, double highest, Func<double, double[], (double Density, double Value)> look)
    {
        double[] sums = new double[bins];
        double[] point = new double[SobolSequence.Dimensions];
        uint[] digits = new uint[SobolSequence.Dimensions];
        for (ulong i = 0; i < 1 << 17; i++)
        {
            SobolSequence.Point(i, digits);
            for (int d = 0; d < point.Length; d++)
            {
                point[d] = (digits[d] + 0.5) / 4294967296.0;
            }

            (double density, double value) = look(Flux.Of(14).EnergyAt(point[interaction.Dimensions]), point);
            sums[Math.Min(bins - 1, (int)(value / highest * bins))] += density;
        }

        double sum = sums.Sum();
        return [.. sums.Select(s => s / sum)];
    }

    private static double Chi2(ISampledInteraction interaction, double[] expected, double highest, Func<InteractionEvent, double> value)
    {
        const int Events = 20000;
        InteractionGenerator generator = new([interaction], Flux.Of(14), 5, 2, CancellationToken.None);
        double[] found = new double[expected.Length];
        InteractionEvent made = new();
        for (ulong i = 0; i < Events; i++)
        {
            generator.Generate(i, made);
            found[Math.Min(found.Length - 1, (int)(value(made) / highest * found.Length))] += made.Weight;
        }

        double sum = found.Sum();
        return found.Zip(expected).Sum(pair => pair.Second > 0.0 ? Math.Pow((pair.First * Events / sum) - (Events * pair.Second), 2) / (Events * pair.Second) : pair.First * 1e3);
    }

    private static int LeptonCharge(int pdg) => Math.Abs(pdg) is 11 or 13 ? -Math.Sign(pdg) : 0;
}

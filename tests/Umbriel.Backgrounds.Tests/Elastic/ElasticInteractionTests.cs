using Umbriel.Backgrounds.Elastic;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Elastic;

public sealed class ElasticInteractionTests
{
    private static readonly Nucleus Argon = Nucleus.Find("Ar40");

    [Theory]
    [InlineData(0.0, 18.0)]
    [InlineData(1.0, 16.2)]
    [InlineData(0.849, 16.5)]
    public void Argon_in_the_beam_has_the_cross_section_of_an_independent_calculation(double correlations, double expected)
    {
        InteractionParameters parameters = new() { CorrelationStrength = correlations };
        ElasticInteraction interaction = new(Argon, 14, WeakCurrent.Charged, Nucleon.Neutron, parameters);
        (1e38 * CrossSection.Averaged(interaction, Flux.Of(14))).ShouldBe(expected, 0.02 * expected);
    }

    [Theory]
    [InlineData(-14, Nucleon.Proton, 2.37)]
    [InlineData(12, Nucleon.Neutron, 17.8)]
    public void Other_neutrinos_have_the_cross_sections_of_an_independent_calculation(int neutrino, Nucleon struck, double expected)
    {
        ElasticInteraction interaction = new(Argon, neutrino, WeakCurrent.Charged, struck, new() { CorrelationStrength = 0.0 });
        (1e38 * CrossSection.Averaged(interaction, Flux.Of(neutrino))).ShouldBe(expected, 0.03 * expected);
    }

    [Fact]
    public void Neutral_currents_on_argon_have_the_cross_section_of_an_independent_calculation()
    {
        InteractionParameters parameters = new() { AxialMassNeutral = 0.99 };
        double sum = CrossSection.Averaged(new ElasticInteraction(Argon, 14, WeakCurrent.Neutral, Nucleon.Proton, parameters), Flux.Of(14))
            + CrossSection.Averaged(new ElasticInteraction(Argon, 14, WeakCurrent.Neutral, Nucleon.Neutron, parameters), Flux.Of(14));
        (1e38 * sum).ShouldBe(5.1, 0.03 * 5.1);
    }

    [Fact]
    public void A_nucleon_at_rest_is_a_free_one()
    {
        // Up to the difference of the nucleons' masses, which the formula for free ones leaves out: 0.4% at 0.3 GeV.
        InteractionParameters parameters = new();
        foreach (double energy in new[] { 0.3, 1.0, 3.0 })
        {
            double free = LlewellynSmith.Total(WeakCurrent.Charged, -14, Nucleon.Proton, energy, parameters);
            CrossSection.At(new ElasticInteraction(Nucleus.Find("H1"), -14, WeakCurrent.Charged, Nucleon.Proton, parameters), energy).ShouldBe(free, 0.006 * free);
        }
    }

    [Fact]
    public void Without_blocking_and_binding_the_nucleus_is_its_nucleons()
    {
        // Fermi motion alone changes σ at 3 GeV, where it is flat, by less than a per cent.
        InteractionParameters parameters = new() { CorrelationStrength = 0.0, RemovalEnergyShift = -Argon.RemovalEnergy };
        ElasticInteraction interaction = new(Argon, 14, WeakCurrent.Charged, Nucleon.Neutron, parameters);
        double sum = 0.0;
        Visit(3.0, (energy, point) => sum += interaction.Evaluate(energy, point, blocking: false, out _));
        double free = 22.0 * LlewellynSmith.Total(WeakCurrent.Charged, 14, Nucleon.Neutron, 3.0, parameters);
        (sum / 4096.0).ShouldBe(free, 0.01 * free);
    }

    [Fact]
    public void Energy_and_momentum_are_conserved_and_blocked_nucleons_do_not_leave()
    {
        ElasticInteraction interaction = new(Argon, 14, WeakCurrent.Charged, Nucleon.Neutron, new());
        int blocked = 0;
        Visit(0.7, (energy, point) =>
        {
            double density = interaction.Evaluate(energy, point, blocking: false, out ElasticState state);
            if (density == 0.0)
            {
                return;
            }

            FourVector before = new FourVector(energy, 0.0, 0.0, energy) + state.Struck;
            FourVector difference = before - (state.Lepton + state.Leaving);
            Math.Max(Math.Max(Math.Abs(difference.E), Math.Abs(difference.X)), Math.Max(Math.Abs(difference.Y), Math.Abs(difference.Z))).ShouldBeLessThan(1e-12);
            state.Lepton.MassSquared.ShouldBe(PhysicalConstants.MassMuon * PhysicalConstants.MassMuon, 1e-12);
            state.Leaving.MassSquared.ShouldBe(PhysicalConstants.MassProton * PhysicalConstants.MassProton, 1e-12);
            bool allowed = state.Leaving.Momentum > Argon.FermiMomentum(Nucleon.Proton, state.Radius);
            interaction.Density(energy, point).ShouldBe(allowed ? density : 0.0);
            blocked += allowed ? 0 : 1;
        });
        blocked.ShouldBeInRange(200, 1500); // a few per cent to a third of 4096
    }

    [Fact]
    public void A_struck_nucleon_that_cannot_take_the_charge_is_a_wrong_argument() =>
        Should.Throw<ArgumentException>(() => new ElasticInteraction(Argon, 14, WeakCurrent.Charged, Nucleon.Proton, new()));

    private static void Visit(double energy, Action<double, double[]> action)
    {
        uint[] digits = new uint[Core.Numerics.SobolSequence.Dimensions];
        for (int i = 0; i < 4096; i++)
        {
            Core.Numerics.SobolSequence.Point((ulong)i, digits);
            action(energy, [.. digits.Select(d => (d + 0.5) / 4294967296.0)]);
        }
    }
}

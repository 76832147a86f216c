using Umbriel.Backgrounds.Totals;
using Umbriel.Backgrounds.TwoParticle;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.TwoParticle;

public sealed class PairInteractionTests
{
    // 1e-38 cm2 per nucleus, integrated from the tensors independently of this code (midpoint rule in 10 MeV, good to 1%; at 0.5 GeV the edge of the tables adds 2%).
    [Theory]
    [InlineData("Ar40", 14, 0.5, 1.70769)]
    [InlineData("Ar40", 14, 1.0, 4.86884)]
    [InlineData("Ar40", 14, 3.0, 5.33448)]
    [InlineData("Ar40", -14, 0.5, 0.441056)]
    [InlineData("Ar40", -14, 1.0, 1.50694)]
    [InlineData("C12", 14, 0.7, 0.830041)]
    [InlineData("C12", -14, 2.0, 0.900496)]
    [InlineData("O16", 14, 1.0, 1.67877)]
    public void The_valencia_model_has_the_totals_of_an_independent_integration(string nucleus, int neutrino, double energy, double expected)
    {
        InteractionParameters parameters = new() { PairScaleCharged = 1.0, EmpiricalShape = 0.0 };
        PairInteraction interaction = new(Nucleus.Find(nucleus), neutrino, WeakCurrent.Charged, parameters);
        (1e38 * CrossSection.At(interaction, energy)).ShouldBe(expected, 0.03 * expected);
    }

    [Fact]
    public void The_shape_does_not_change_the_total()
    {
        PairInteraction valencia = new(Nucleus.Find("Ar40"), 14, WeakCurrent.Charged, new() { EmpiricalShape = 0.0 });
        PairInteraction empirical = new(Nucleus.Find("Ar40"), 14, WeakCurrent.Charged, new() { EmpiricalShape = 1.0 });
        foreach (double energy in new[] { 0.6, 1.0, 2.0 })
        {
            double total = CrossSection.At(valencia, energy);
            CrossSection.At(empirical, energy).ShouldBe(total, 0.02 * total);
        }
    }

    [Theory]
    [InlineData(14, 5.23)]
    [InlineData(-14, 0.89)]
    public void Argon_in_the_beam_has_the_cross_section_of_an_independent_integration(int neutrino, double expected)
    {
        // Valencia's 3.16 and 0.54 times 1.656, as MicroBooNE's tune has it.
        PairInteraction interaction = new(Nucleus.Find("Ar40"), neutrino, WeakCurrent.Charged, new());
        (1e38 * CrossSection.Averaged(interaction, Flux.Of(neutrino))).ShouldBe(expected, 0.03 * expected);
    }

    [Fact]
    public void The_empirical_shape_peaks_where_the_cluster_has_2_15_GeV()
    {
        // 2·2M q₀ = W² − (2M)² + Q² at given Q²: at Q² = 0.2 GeV², q₀ = (4.6225 − 3.5262 + 0.2)/3.7557 = 0.3452 GeV.
        double best = Enumerable.Range(1, 999).Select(i => i / 1000.0).MaxBy(q0 =>
        {
            double q = Math.Sqrt((q0 * q0) + 0.2);
            double w = Math.Sqrt(3.5262 + (3.7557 * q0) - 0.2);
            return EmpiricalPairs.Evaluate(3.0, 0.105, q0, q) * w / q;
        });
        best.ShouldBe(0.345, 0.002);
    }

    [Fact]
    public void A_free_proton_has_no_pairs() =>
        CrossSection.At(new PairInteraction(Nucleus.Find("H1"), -14, WeakCurrent.Charged, new()), 1.0).ShouldBe(0.0);

    [Fact]
    public void Neutral_currents_are_a_share_of_elastic_scattering()
    {
        Nucleus argon = Nucleus.Find("Ar40");
        double elastic = Enum.GetValues<Nucleon>().Sum(n => CrossSection.At(new Umbriel.Backgrounds.Elastic.ElasticInteraction(argon, 14, WeakCurrent.Neutral, n, new()), 1.0));
        double pairs = CrossSection.At(new PairInteraction(argon, 14, WeakCurrent.Neutral, new()), 1.0);
        (pairs / elastic).ShouldBe(0.30 * Math.Pow(40.0 / 12.0, -0.1), 0.01);
    }
}

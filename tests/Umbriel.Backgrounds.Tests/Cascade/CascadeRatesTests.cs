using Umbriel.Core;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Cascade;

public sealed class CascadeRatesTests
{
    private static readonly CascadeRates Rates = CascadeRates.Of(Nucleus.Find("Ar40"));

    [Theory]
    [InlineData(0.050, 0.17, 5.7 + 5.1)]
    [InlineData(0.085, 0.17, 13.0 + 3.8)]
    [InlineData(0.165, 0.17, 40.8 + 2.5)]
    [InlineData(0.245, 0.17, 21.8 + 2.0)]
    [InlineData(0.165, 0.06, 23.9 + 0.9)]
    public void Absorption_in_matter_is_that_of_Oset_and_Salcedo(double kinetic, double density, double millibarn)
    {
        // p and s wave from the published formulas with their coefficients, evaluated on their own (in another language), 1 digit after the point.
        CollisionChannels.Delta.Absorption(kinetic, density).CrossSection.ShouldBe(0.1 * millibarn, 0.03 * 0.1 * millibarn);
    }

    [Fact]
    public void Scattering_in_matter_is_free_without_matter_and_weaker_at_the_resonance_in_it()
    {
        CollisionChannels.Delta.Ratio(0.18, 0.0).ShouldBe(1.0, 1e-9);
        CollisionChannels.Delta.Ratio(0.6, 0.17).ShouldBe(1.0);

        // |G|² at T = 165 MeV and 0.17 fm⁻³ of the numbers above: 56.3 mb against 2/3 of 190 mb (free Δ, by isospin 4/9 of 285 mb).
        CollisionChannels.Delta.Ratio(0.165, 0.17).ShouldBeInRange(0.35, 0.60);
    }

    [Fact]
    public void Cross_sections_are_the_tables_at_their_nodes()
    {
        // SAID as in GENIE 143b849, mb: π+ p at 180 MeV, π− p → π0 n at 180 MeV, p n at 15 and p p at 1800 MeV.
        HadronData.Instance.PureElastic.At(0.180).ShouldBe(204.3, 0.5);
        HadronData.Instance.MixedExchange.At(0.180).ShouldBe(48.0, 0.1);
        HadronData.Instance.UnlikeElastic.At(0.015).ShouldBe(649.2, 7.0);
        HadronData.Instance.LikeProduction.At(1.9).ShouldBe(25.02, 0.01);
    }

    [Fact]
    public void Angles_have_the_mean_of_the_tables()
    {
        // Symmetric: p p → p p at 200 MeV is nearly flat in its half sphere; the deuteron's is symmetric: mean 0.
        Mean(u => HadronData.Instance.DeuteronAngles.Cosine(0.15, u)).ShouldBe(0.0, 0.005);
        Mean(u => HadronData.Instance.LikeAngles.Cosine(0.2, u)).ShouldBe(0.5, 0.02);

        // π+ p at the resonance: 1 + 3 cos², so that ⟨cos²⟩ = (1/3 + 3/5)/2 = 0.467.
        Mean(u => Math.Pow(HadronData.Instance.PureAngles.Cosine(0.19, u), 2.0)).ShouldBe(0.467, 0.02);

        // Charge exchange: means of the table, integrated on their own.
        Mean(u => HadronData.Instance.ExchangeAngles.Cosine(0.05, u)).ShouldBe(-0.460, 0.01);
        Mean(u => HadronData.Instance.ExchangeAngles.Cosine(0.5, u)).ShouldBe(0.581, 0.01);

        // n p: two halves that make the whole.
        (HadronData.Instance.UnlikeForward.Share(0.3) + HadronData.Instance.UnlikeBackward.Share(0.3)).ShouldBe(1.0, 1e-9);
    }

    [Fact]
    public void Pauli_principle_forbids_most_collisions_of_slow_nucleons_and_few_of_fast_ones()
    {
        LocalMedium centre = Rates.Medium(HadronKind.Proton, CascadeRates.PlaceOf(0.1), 0.0);
        InsideHadron below = new(HadronKind.Neutron, TwoBodyCollision.Bound(Nucleon.Neutron, new SpaceVector(0.0, 0.0, 0.99 * centre.FermiMomentum(Nucleon.Neutron))));
        InsideHadron above = new(HadronKind.Neutron, TwoBodyCollision.Bound(Nucleon.Neutron, new SpaceVector(0.0, 0.0, 1.01 * centre.FermiMomentum(Nucleon.Neutron))));
        PauliPrinciple.Allows([above], centre).ShouldBeTrue();
        PauliPrinciple.Allows([above, below], centre).ShouldBeFalse();

        PassedShare(0.02).ShouldBeLessThan(0.3);
        PassedShare(0.6).ShouldBeGreaterThan(0.75);
        PassedShare(0.02).ShouldBeLessThan(PassedShare(0.1));
        PassedShare(0.1).ShouldBeLessThan(PassedShare(0.3));
    }

    [Fact]
    public void Isospin_makes_neutral_pions_the_mean_of_charged_ones_in_symmetric_matter()
    {
        CascadeRates carbon = CascadeRates.Of(Nucleus.Find("C12"));
        foreach (double kinetic in (double[])[0.1, 0.2, 0.6])
        {
            EnergyPlace place = CascadeRates.PlaceOf(kinetic);
            double charged = 0.5 * (carbon.Total(HadronKind.PionPlus, place, 0.5) + carbon.Total(HadronKind.PionMinus, place, 0.5));
            carbon.Total(HadronKind.PionZero, place, 0.5).ShouldBe(charged, 0.03 * charged);
        }
    }

    [Fact]
    public void An_eta_never_exceeds_the_unitary_limit()
    {
        foreach (double kinetic in (double[])[0.001, 0.05, 0.2, 1.0])
        {
            double eta = HadronKind.Eta.Mass();
            double w = Math.Sqrt((eta * eta) + (Nucleons.MeanMass * Nucleons.MeanMass) + (2.0 * Nucleons.MeanMass * (kinetic + eta)));
            double k = Kinematics.TwoBodyMomentum(w, eta, Nucleons.MeanMass) / (1e13 * PhysicalConstants.HbarC);
            double sum = CollisionChannels.All[(int)HadronKind.Eta].Where(c => c.Target == Nucleon.Proton).Sum(c => c.CrossSection(kinetic, 0.0));
            sum.ShouldBeInRange(0.0, 4.0 * Math.PI / (k * k));
        }
    }

    /// <summary>Rate of protons in argon's centre over that without Pauli's principle, both with the reduction in matter.</summary>
    private static double PassedShare(double kinetic)
    {
        LocalMedium medium = Rates.Medium(HadronKind.Proton, CascadeRates.PlaceOf(0.1), 0.0);
        double inside = kinetic + medium.Depth(Nucleon.Proton);
        double free = 0.0;
        foreach (CollisionChannel channel in CollisionChannels.All[(int)HadronKind.Proton])
        {
            free += channel.CrossSection(inside, medium.Density) * medium.Density * (channel.Target == Nucleon.Proton ? 0.45 : 0.55);
        }

        return Rates.Total(HadronKind.Proton, CascadeRates.PlaceOf(kinetic), 0.05) / free;
    }

    private static double Mean(Func<double, double> of)
    {
        const int n = 4000;
        return Enumerable.Range(0, n).Average(i => of((i + 0.5) / n));
    }
}

using Umbriel.Backgrounds.Coherent;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Coherent;

public sealed class CoherentInteractionTests
{
    private static readonly Nucleus Argon = Nucleus.Find("Ar40");

    // 1e-38 cm2 at 0.6, 1.0, 1.5, 2.0 GeV, from a calculation independent of this code. Near the threshold of charged
    // currents it differs by 6%: the origin does not say how it treats the recoil there.
    [Theory]
    [InlineData(WeakCurrent.Neutral, 0.02, 0.0210, 0.0526, 0.0895, 0.130)]
    [InlineData(WeakCurrent.Charged, 0.07, 0.0152, 0.0679, 0.134, 0.209)]
    public void Argon_has_the_cross_sections_of_an_independent_calculation(WeakCurrent current, double tolerance, params double[] expected)
    {
        double[] energies = [0.6, 1.0, 1.5, 2.0];
        for (int i = 0; i < energies.Length; i++)
        {
            (1e38 * CrossSection.At(new CoherentInteraction(Argon, 14, current, new()), energies[i])).ShouldBe(expected[i], tolerance * expected[i]);
        }
    }

    [Fact]
    public void Heavy_nuclei_in_the_beam_agree_with_an_independent_calculation()
    {
        (1e38 * CrossSection.Averaged(new CoherentInteraction(Argon, 14, WeakCurrent.Neutral, new()), Flux.Of(14))).ShouldBe(0.039, 0.03 * 0.039);
        (1e38 * CrossSection.Averaged(new CoherentInteraction(Argon, 14, WeakCurrent.Charged, new()), Flux.Of(14))).ShouldBe(0.053, 0.03 * 0.053);
    }

    [Fact]
    public void Isospin_makes_charged_currents_twice_the_neutral_without_masses()
    {
        // ν_e, where the lepton's mass is nothing: 2 |V_ud|² up to (m_π+/m_π0)² of f_π² and the thresholds.
        double charged = CrossSection.At(new CoherentInteraction(Argon, 12, WeakCurrent.Charged, new()), 5.0);
        double neutral = CrossSection.At(new CoherentInteraction(Argon, 12, WeakCurrent.Neutral, new()), 5.0);
        (charged / neutral).ShouldBe(2.0 * 0.94901 * 1.0692, 0.06);
    }

    [Fact]
    public void Pions_scatter_elastically_on_carbon_as_measured()
    {
        // Berger and Sehgal's table I at 162 MeV: A_1/b_1 = 22400/89.2 = 251 mb, the integral over all t.
        double mb = AdaptiveQuadrature.Integrate(t => PionNucleusScattering.Instance.Differential(12, 0.162, 0.2604, t), 0.0, 0.4, 1e-8) * PhysicalConstants.HbarCSquared / 1e-27;
        mb.ShouldBe(251.1, 0.5);
    }

    [Fact]
    public void Energy_and_momentum_are_conserved_on_the_mass_shells()
    {
        CoherentInteraction interaction = new(Argon, 14, WeakCurrent.Charged, new());
        uint[] digits = new uint[SobolSequence.Dimensions];
        int seen = 0;
        for (int i = 0; i < 4096; i++)
        {
            SobolSequence.Point((ulong)i, digits);
            double density = interaction.Evaluate(1.1, [.. digits.Select(d => (d + 0.5) / 4294967296.0)], out CoherentState state);
            if (density == 0.0)
            {
                continue;
            }

            seen++;
            FourVector sum = state.Lepton + state.Pion + state.Recoil;
            sum.E.ShouldBe(1.1 + Argon.Mass, 1e-11);
            sum.Z.ShouldBe(1.1, 1e-11);
            Math.Abs(sum.X).ShouldBeLessThan(1e-11);
            Math.Abs(sum.Y).ShouldBeLessThan(1e-11);
            state.Lepton.MassSquared.ShouldBe(PhysicalConstants.MassMuon * PhysicalConstants.MassMuon, 1e-9);
            state.Pion.MassSquared.ShouldBe(PhysicalConstants.MassChargedPion * PhysicalConstants.MassChargedPion, 1e-9);
            Math.Sqrt(state.Recoil.MassSquared).ShouldBe(Argon.Mass, 1e-9);
        }

        seen.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void A_free_proton_has_none() => CrossSection.At(new CoherentInteraction(Nucleus.Find("H1"), 14, WeakCurrent.Neutral, new()), 2.0).ShouldBe(0.0);
}

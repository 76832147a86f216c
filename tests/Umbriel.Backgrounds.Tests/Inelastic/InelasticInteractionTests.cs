using Umbriel.Backgrounds.Inelastic;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Inelastic;

public sealed class InelasticInteractionTests
{
    [Fact]
    public void A_nucleon_at_rest_is_a_free_one()
    {
        InteractionParameters parameters = new();
        ResonanceCrossSection free = new(ResonanceTable.Load(), parameters.Inelastic);
        double expected = InelasticIntegral.Of(
            (w, q2) => free.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 1.3, w, q2), WeakCurrent.Charged, 14, Nucleon.Proton, 1.3, NeutrinoScattering.PionThreshold(2), parameters.Inelastic.JoiningMass);
        double here = CrossSection.At(InelasticInteraction.Resonant(Nucleus.Find("H1"), 14, WeakCurrent.Charged, Nucleon.Proton, parameters), 1.3);
        here.ShouldBe(expected, 0.003 * expected);
    }

    [Fact]
    public void Energy_and_momentum_are_conserved()
    {
        InelasticInteraction interaction = InelasticInteraction.Resonant(Nucleus.Find("Ar40"), 14, WeakCurrent.Charged, Nucleon.Neutron, new());
        uint[] digits = new uint[SobolSequence.Dimensions];
        int seen = 0;
        for (int i = 0; i < 2048; i++)
        {
            SobolSequence.Point((ulong)i, digits);
            if (interaction.Evaluate(1.1, [.. digits.Select(d => (d + 0.5) / 4294967296.0)], out InelasticState state) == 0.0)
            {
                continue;
            }

            seen++;
            FourVector difference = new FourVector(1.1, 0.0, 0.0, 1.1) + state.Struck - state.Lepton - state.Hadrons;
            Math.Max(Math.Max(Math.Abs(difference.E), Math.Abs(difference.X)), Math.Max(Math.Abs(difference.Y), Math.Abs(difference.Z))).ShouldBeLessThan(1e-12);
            state.Lepton.MassSquared.ShouldBe(PhysicalConstants.MassMuon * PhysicalConstants.MassMuon, 1e-11);
            Math.Sqrt(state.Hadrons.MassSquared).ShouldBe(state.HadronMass, 1e-11);
        }

        seen.ShouldBeGreaterThan(1000);
    }
}

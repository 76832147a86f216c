using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests;

public sealed class ScalingTests
{
    private static readonly GenerationSettings Settings = new(Points.Site) { Regimes = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic] };

    [Fact]
    public void Scatters_scale_with_mixing_kinetic_mixing_dark_coupling_and_exposure()
    {
        // |U|² ε² α_D POT, Z exchange off; origin: the Lagrangian, Eq. (1) of the letter.
        Gen<double> factor = Gen.Choose(10, 400).Select(i => i / 100.0);
        double one = new RateCalculator(Points.Key, Settings, Points.Beam).Scatters(EventOrigin.Tpc);
        Prop.ForAll(
            factor.ToArbitrary(),
            factor.ToArbitrary(),
            factor.ToArbitrary(),
            (double u, double e, double g) =>
            {
                DarkSectorParameters scaled = Points.Key with { Umu4 = u * Points.Key.Umu4, Epsilon = e * Points.Key.Epsilon, GD = Math.Sqrt(g) * Points.Key.GD };
                GenerationSettings exposure = Settings with { Pot = u * Settings.Pot };
                double other = new RateCalculator(scaled, exposure, Points.Beam).Scatters(EventOrigin.Tpc);
                return Math.Abs((other / (one * u * u * e * e * g * u)) - 1.0) < 1e-12;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(8).WithReplay(20260105, 7));
    }

    [Fact]
    public void Prompt_pairs_scale_with_the_scatters()
    {
        // cτ stays far below the TPC's size: Σw ∝ |U|² ε² α_D with the same events.
        DarkSectorParameters scaled = Points.Key with { Umu4 = 3.0 * Points.Key.Umu4, Epsilon = 1.5 * Points.Key.Epsilon, GD = 0.8 * Points.Key.GD };
        double ratio = Sum(scaled, EventOrigin.Tpc) / Sum(Points.Key, EventOrigin.Tpc);
        ratio.ShouldBe(9.0 * 2.25 * 0.64, 9.0 * 2.25 * 0.64 * 1e-4);
    }

    [Fact]
    public void Rates_are_linear_in_the_target_mass()
    {
        // Both conventions see the same flux: the ratio is that of the masses, 85.46 and 86.19 t, per region.
        RateCalculator letter = new(Points.Key, Settings, Points.Beam);
        RateCalculator darkNews = new(Points.Key, Settings with { Geometry = GeometryConvention.DarkNews }, Points.Beam);
        foreach (EventOrigin origin in new[] { EventOrigin.Tpc, EventOrigin.Cryostat })
        {
            double masses = Points.Site.Geometry(GeometryConvention.Letter).Mass(origin)
                / Points.Site.Geometry(GeometryConvention.DarkNews).Mass(origin);
            (letter.Scatters(origin) / darkNews.Scatters(origin)).ShouldBe(masses, 1e-12);
        }
    }

    [Fact]
    public void Short_lived_N_decay_where_they_are_made()
    {
        // cτ → 0: every scatter in the TPC gives a pair there; none comes from elsewhere. βγcτ below 0.1 μm.
        DarkSectorParameters prompt = Points.Key with { Umu4 = 1e-3 };
        DecayWidths.Compute(prompt).CtauParentCm.ShouldBeLessThan(1e-5);
        double expected = new RateCalculator(prompt, Settings, Points.Beam).Scatters(EventOrigin.Tpc);
        TruthEventBatch batch = Points.Run(prompt, Settings, EventOrigin.Tpc, 50_000);
        (double sum, double error) = Statistics.SumOf(batch.Weight);
        sum.ShouldBe(expected, 4.0 * error);
        error.ShouldBeLessThan(2e-3 * sum);
        Sum(prompt, EventOrigin.Soil).ShouldBe(0.0);
        Sum(prompt, EventOrigin.Cryostat).ShouldBeLessThan(1e-4 * sum);
    }

    [Theory]
    [InlineData(EventOrigin.Tpc)]
    [InlineData(EventOrigin.Cryostat)]
    [InlineData(EventOrigin.Soil)]
    public void Long_lived_N_decay_in_proportion_to_the_width(EventOrigin origin)
    {
        // cτ → ∞: P ∝ 1/cτ ∝ |U|² on top of production ∝ |U|²; the same random numbers, hence no statistical error.
        DarkSectorParameters longLived = Points.Key.WithMixingSquared(1e-22);
        DecayWidths.Compute(longLived).CtauParentCm.ShouldBeGreaterThan(1e9);
        double one = Sum(longLived, origin);
        double two = Sum(longLived.WithMixingSquared(2e-22), origin);
        (two / one).ShouldBe(4.0, 4e-4);

        // A width that is larger for another reason (ε cancels on shell; g_D does not) scales alike.
        double stronger = Sum(longLived with { GD = 2.0 * longLived.GD }, origin);
        (stronger / one).ShouldBe(16.0, 1.6e-2);
    }

    [Fact]
    public void Majorana_N_are_made_alike_and_live_half_as_long()
    {
        // physics.md 3: twice the width for a massless daughter.
        foreach (DarkSectorParameters dirac in new[] { Points.Key, Points.SingleOffShell, Points.Key with { ZInterference = true } })
        {
            DarkSectorParameters majorana = dirac with { HnlType = HnlType.Majorana };
            foreach (ScatteringRegime regime in Enum.GetValues<ScatteringRegime>())
            {
                foreach (Helicity helicity in Enum.GetValues<Helicity>())
                {
                    Rate(majorana, regime, helicity).ShouldBe(Rate(dirac, regime, helicity));
                }
            }

            DecayWidths.Compute(dirac).CtauParentCm.ShouldBe(2.0 * DecayWidths.Compute(majorana).CtauParentCm, 1e-9 * DecayWidths.Compute(dirac).CtauParentCm);
        }

        DarkSectorParameters distant = Points.Key.WithMixingSquared(1e-22);
        double ratio = Sum(distant with { HnlType = HnlType.Majorana }, EventOrigin.Tpc) / Sum(distant, EventOrigin.Tpc);
        ratio.ShouldBe(2.0, 0.04);
    }

    private static double Rate(DarkSectorParameters point, ScatteringRegime regime, Helicity helicity) =>
        new RateCalculator(point, Settings, Points.Beam).Scatters(EventOrigin.Tpc, regime, helicity);

    private static double Sum(DarkSectorParameters point, EventOrigin origin) =>
        NeumaierSum.Of(Points.Run(point, Settings, origin, 20_000).Weight);
}

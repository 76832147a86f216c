using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Sites;

namespace Umbriel.Generation.Tests;

/// <summary>An ensemble re-weighted to a lifetime against events sampled at that lifetime.</summary>
public sealed class PairEnsembleTests
{
    private const int Events = 40_000;

    public static TheoryData<string, bool, double> Cases
    {
        get
        {
            TheoryData<string, bool, double> data = [];
            foreach (double ctau in new[] { 1e-3, 1e-1, 1.0, 10.0, 100.0, 1e3, 1e4, 1e6, 1e8 })
            {
                data.Add("microboone", false, ctau);
                data.Add("microboone", true, ctau);
            }

            foreach (double ctau in new[] { 1e-3, 10.0, 1e3, 1e6 })
            {
                data.Add("miniboone", false, ctau);
                data.Add("miniboone", true, ctau);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reweighted_ensemble_gives_the_sum_of_sampled_events(string site, bool soil, double ctau)
    {
        // 26 comparisons at 4 standard errors (independent seeds), false alarm 2e-3 if the seeds were free; both
        // use docs/physics.md (34) in the soil.
        GenerationSettings settings = new(DetectorSites.Read(site)) { Pot = Points.Site.Beam.Pot, Seed = 5 };
        double unit = DecayWidths.Compute(Points.Key).CtauParentCm * Points.Key.MixingSquared;
        double mixing = unit / ctau;
        DarkSectorParameters point = Points.Key.WithMixingSquared(mixing);
        DecayWidths.Compute(point).CtauParentCm.ShouldBe(ctau, 1e-9 * ctau);

        PairEnsemble ensemble = soil
            ? PairEnsemble.FromSoil(Points.Key, settings, Points.Beam, Events)
            : PairEnsemble.FromLiquid(Points.Key, settings, Points.Beam, Events);
        double[] weights = new double[ensemble.Count];
        ensemble.Weights(ctau, weights);
        double couplings = mixing / Points.Key.MixingSquared;
        (double Sum, double Error) reweighted = Statistics.SumOf([.. weights.Select(w => w * couplings)]);

        (double Sum, double Error) sampled = soil ? Sampled(point, settings, EventOrigin.Soil) : Sampled(point, settings, EventOrigin.Tpc);
        if (!soil)
        {
            (double rest, double restError) = Sampled(point, settings, EventOrigin.Cryostat);
            sampled = (sampled.Sum + rest, Math.Sqrt((sampled.Error * sampled.Error) + (restError * restError)));
        }

        double effective = EffectiveSampleSize.Kish(weights);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{(soil ? "soil" : "argon")} ctau {ctau:0e+0}: {reweighted.Sum:0.0000e+0} ± {reweighted.Error / reweighted.Sum:0.0e+0}, {sampled.Sum:0.0000e+0} ± {sampled.Error / sampled.Sum:0.0e+0}, pull {Statistics.Pull(reweighted, sampled):0.00}, n_eff {effective:0}");
        if (soil && ctau < 10.0)
        {
            // 9 m of hall to cross: nothing arrives that matters.
            sampled.Sum.ShouldBeLessThan(1e-6 * couplings * new RateCalculator(Points.Key, settings, Points.Beam).Scatters(EventOrigin.Soil));
            reweighted.Sum.ShouldBeLessThan(1e-6 * couplings * new RateCalculator(Points.Key, settings, Points.Beam).Scatters(EventOrigin.Soil));
            return;
        }

        double combined = Math.Sqrt((reweighted.Error * reweighted.Error) + (sampled.Error * sampled.Error));
        reweighted.Sum.ShouldBe(sampled.Sum, 4.0 * combined);
        if (effective > 1000.0)
        {
            combined.ShouldBeLessThan(0.05 * sampled.Sum);
        }
    }

    private static (double Sum, double Error) Sampled(DarkSectorParameters point, GenerationSettings settings, EventOrigin origin)
    {
        EventSource source = new(point, settings with { Seed = 6 }, Points.Beam, origin);
        return source.IsEmpty ? (0.0, 0.0) : Statistics.SumOf(EventGenerator.Generate(source, 0, Events, Events, 2).Weight);
    }
}

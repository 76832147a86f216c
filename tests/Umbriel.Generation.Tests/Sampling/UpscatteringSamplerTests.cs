using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sampling;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Sampling;

public sealed class UpscatteringSamplerTests
{
    private const int Draws = 60_000;

    public static TheoryData<double, double, ScatteringRegime, EventOrigin> Cases
    {
        get
        {
            TheoryData<double, double, ScatteringRegime, EventOrigin> data = [];
            foreach ((double heavy, double mediator) in new[] { (0.01, 0.03), (0.106, 0.03), (0.4, 0.2), (0.15, 1.25), (1.0, 1.25) })
            {
                data.Add(heavy, mediator, ScatteringRegime.Coherent, EventOrigin.Tpc);
                data.Add(heavy, mediator, ScatteringRegime.ProtonElastic, EventOrigin.Tpc);
                data.Add(heavy, mediator, ScatteringRegime.Coherent, EventOrigin.Soil);
            }

            data.Add(0.106, 0.03, ScatteringRegime.NeutronElastic, EventOrigin.Tpc);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mean_weight_is_the_deterministic_rate_and_weights_are_nearly_one(double heavy, double mediator, ScatteringRegime regime, EventOrigin origin)
    {
        DarkSectorParameters point = Points.Key with { M4 = heavy, MZPrime = mediator, ZInterference = true };
        GenerationSettings settings = new(Points.Site) { Regimes = [regime] };
        double[] weights = Weights(point, settings, origin);

        // Per POT, target and cm³: the TPC's rate, or what soil would give without the rise of the flux.
        double expected = origin == EventOrigin.Tpc
            ? new RateCalculator(point, settings, Points.Beam).Scatters(origin) / (settings.Pot * settings.Detector.Volume(origin))
            : FlatRate(point, settings, origin);

        // 16 cases at 4 standard errors: false alarm 1e-3 if the seed were free. 2e-5: the quadrature over the flux.
        (double mean, double error) = Statistics.MeanOf(weights);
        mean.ShouldBe(expected, (4.0 * error) + (2e-5 * expected));
        (EffectiveSampleSize.Kish(weights) / Draws).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Helicities_are_drawn_in_proportion_to_their_rates()
    {
        // A heavy N so that flipping is not rare; 4 standard errors of a binomial (6e-5).
        DarkSectorParameters point = Points.Key with { M4 = 0.6, MZPrime = 0.2 };
        GenerationSettings settings = new(Points.Site) { Regimes = [ScatteringRegime.ProtonElastic], NeutrinoFlavours = [14] };
        RateCalculator rates = new(point, settings, Points.Beam);
        double expected = rates.Scatters(EventOrigin.Tpc, ScatteringRegime.ProtonElastic, Helicity.Flipping) / rates.Scatters(EventOrigin.Tpc);
        TruthEventBatch batch = Points.Run(point, settings, EventOrigin.Tpc, Draws);
        double flipped = 0.0;
        double all = 0.0;
        for (int i = 0; i < batch.Count; i++)
        {
            all += batch.Weight[i];
            flipped += batch.HelicityConserved[i] ? 0.0 : batch.Weight[i];
        }

        expected.ShouldBeGreaterThan(0.01);
        (flipped / all).ShouldBe(expected, 4.0 * Math.Sqrt(expected / Draws));
    }

    [Fact]
    public void Energies_follow_flux_times_cross_section()
    {
        // χ² over 35 bins of 0.1 GeV against adaptive quadrature of φσ; false alarm 1e-3 if the seed were free.
        GenerationSettings settings = new(Points.Site) { NeutrinoFlavours = [14] };
        UpscatteringCrossSection crossSection = new(Points.Key, Target.Ar40, ScatteringRegime.Coherent);
        TruthEventBatch batch = Points.Run(Points.Key, settings, EventOrigin.Tpc, 400_000);
        WeightedHistogram found = WeightedHistogram.Uniform(35, 0.1, 3.6);
        for (int i = 0; i < batch.Count; i++)
        {
            found.Fill(batch.NeutrinoEnergy[i], batch.Weight[i]);
        }

        double all = Integral(0.1, Points.Beam.Flux.MaximumEnergy(14));
        double chiSquare = 0.0;
        for (int bin = 0; bin < found.BinCount; bin++)
        {
            double expected = found.Total * Integral(found.Edges[bin], found.Edges[bin + 1]) / all;
            double difference = found.Sums[bin] - expected;
            chiSquare += difference * difference / found.SumsOfSquares[bin];
        }

        Statistics.ChiSquareP(chiSquare, found.BinCount).ShouldBeGreaterThan(1e-3, $"chi2 {chiSquare:0.0}");

        double Integral(double low, double high) => AdaptiveQuadrature.Integrate(
            e => Points.Beam.Flux.Evaluate(14, e) * crossSection.Total(e, Helicity.Both), Math.Max(low, crossSection.Threshold), high, 1e-6);
    }

    private static double[] Weights(DarkSectorParameters point, GenerationSettings settings, EventOrigin origin) => Weights(point, settings, origin, Draws);

    internal static double[] Weights(DarkSectorParameters point, GenerationSettings settings, EventOrigin origin, int draws)
    {
        UpscatteringSampler sampler = new(point, settings, Points.Beam, settings.Detector, origin, static _ => 1.0);
        double[] weights = new double[draws];
        for (int i = 0; i < draws; i++)
        {
            RandomStream random = new(3, RandomStage.Generation, (ulong)i);
            weights[i] = sampler.Sample(ref random).Weight;
        }

        return weights;
    }

    private static double FlatRate(DarkSectorParameters point, GenerationSettings settings, EventOrigin origin)
    {
        // Adaptive quadrature of φσ, independent of RateCalculator's fixed rule.
        DetectorGeometry geometry = settings.Detector;
        double sum = 0.0;
        foreach ((Target target, double fraction) in geometry.Composition(origin))
        {
            foreach (int pdg in settings.NeutrinoFlavours)
            {
                UpscatteringCrossSection crossSection = new(point, target, settings.Regimes[0], neutrinoPdg: pdg);
                double maximum = Points.Beam.Flux.MaximumEnergy(pdg);
                if (maximum <= crossSection.Threshold)
                {
                    continue;
                }

                sum += geometry.NumberDensity(origin, target, fraction) * AdaptiveQuadrature.Integrate(
                    e => Points.Beam.Flux.Evaluate(pdg, e) * crossSection.Total(e, Helicity.Both), crossSection.Threshold, maximum, 1e-6);
            }
        }

        return sum;
    }
}

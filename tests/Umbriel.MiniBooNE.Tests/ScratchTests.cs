using System.Diagnostics;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;
using Umbriel.Interchange.Cards;

namespace Umbriel.MiniBooNE.Tests;

public sealed class ScratchTests
{
    [Fact]
    public void Targets()
    {
        TestContext.Current.TestOutputHelper!.WriteLine("start");
        MiniBooNEBeams beams = MiniBooNEBeams.Load(Reference.DataDirectory);
        double[] edges = MiniBooNERelease.Load(Reference.DataDirectory, MiniBooNEDataRelease.Release2020).EnergyEdges.ToArray();
        DarkSectorParameters a = new() { Scenario = Scenario.Single, M4 = 0.09427, MZPrime = 0.0285, Umu4 = 1e-4, GD = 2.0, UD4 = Math.Sqrt(0.5), Epsilon = 8e-4 };
        DarkSectorParameters b = new() { Scenario = Scenario.Dual, M5 = 0.1914, M4 = 0.1914 / 1.5, MZPrime = 0.03, Umu4 = 1e-4, Umu5 = 1e-4, GD = 2.0, UD4 = Math.Sqrt(0.5), UD5 = Math.Sqrt(0.5), Epsilon = 8e-4 };
        DarkSectorParameters c = b with { MZPrime = 0.2 };
        foreach (var (geometry, helicity, polarisation, anti) in new[] { (GeometryConvention.DarkNews, Helicity.Conserving, ZPrimePolarisation.Isotropic, false), (GeometryConvention.DarkNews, Helicity.Conserving, ZPrimePolarisation.Exact, false), (GeometryConvention.Letter, Helicity.Both, ZPrimePolarisation.Exact, true) })
        {
            foreach (EfficiencyConvention convention in Enum.GetValues<EfficiencyConvention>())
            {
                foreach (ClippedLepton clipped in Enum.GetValues<ClippedLepton>())
                {
                    ElectronLikeSelection selection = new(ElectronLikeReconstruction.Load(Reference.DataDirectory, convention, SingleRingVariant.Circle1, clipped), edges, 1);
                    foreach (DarkSectorParameters p in new[] { a, b, c })
                    {
                        GenerationSettings settings = new() { Geometry = geometry, Helicity = helicity, ZPolarisation = polarisation, NeutrinoFlavours = anti ? [14, -14] : [14], Regimes = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic] };
                        MiniBooNEPrediction prediction = new(beams, selection, settings) { OilPairs = 100_000, SoilPairs = 20_000 };
                        Stopwatch clock = Stopwatch.StartNew();
                        var calc = prediction.Of(p, BeamMode.Fhc);
                        double t1 = clock.Elapsed.TotalSeconds;
                        double[] s = calc.Compute(p.MixingSquared);
                        double v2 = Math.Pow(Couplings.From(p).ProductionVertex, 2);
                        RateCalculator rates = new(p, settings with { Pot = 18.75e20, Experiment = Experiment.MiniBooNE }, beams.Fhc);
                        double scatters = rates.Scatters(EventOrigin.Tpc) + rates.Scatters(EventOrigin.Cryostat);
                        TestContext.Current.TestOutputHelper!.WriteLine($"{geometry} {helicity} {polarisation} {convention} {clipped} mz {p.MZPrime} N/V2 {s.Sum() * 18.75 / v2:0.0000e+0} scatters/V2 {scatters / v2:0.000e+0} eff {s.Sum() * 18.75 / scatters:0.00000} ctau {DecayWidths.Compute(p).CtauParentCm:0.0000e+0} shape {string.Join(' ', s.Select(x => (x / s.Sum()).ToString("F3", System.Globalization.CultureInfo.InvariantCulture)))} time {t1:F2}");
                    }
                }
            }
        }
    }
}

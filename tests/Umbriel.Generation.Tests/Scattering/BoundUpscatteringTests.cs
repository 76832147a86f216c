using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Sampling;
using Umbriel.Generation.Scattering;
using Umbriel.Nuclei;

namespace Umbriel.Generation.Tests.Scattering;

public sealed class BoundUpscatteringTests
{
    private static readonly (int Radius, int Sphere, int Angle, int Q2) Fine = (24, 12, 24, 64);

    public static TheoryData<double, double, double> Cases => new() { { 0.106, 0.03, 0.8 }, { 0.106, 0.03, 2.0 }, { 0.15, 1.25, 0.3 }, { 0.4, 1.25, 1.0 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Without_fermi_momentum_and_removal_energy_it_is_the_free_nucleons(double heavy, double mediator, double energy)
    {
        Nucleus resting = new("test", 18, 40, new PointShape(), 0.0, 37.2155, (0.0, 0.0));
        foreach ((ScatteringRegime regime, Nucleon nucleon) in new[] { (ScatteringRegime.ProtonElastic, Nucleon.Proton), (ScatteringRegime.NeutronElastic, Nucleon.Neutron) })
        {
            UpscatteringCrossSection free = new(Point(heavy, mediator) with { ZInterference = true }, Target.Ar40, regime);
            BoundUpscattering bound = new(free, resting, nucleon);
            bound.Threshold.ShouldBe(free.Threshold, 1e-9);
            foreach (Helicity helicity in Enum.GetValues<Helicity>())
            {
                double expected = free.Total(energy, helicity);
                bound.Total(energy, helicity, (1, 2, 2, 96)).ShouldBe(expected, 1e-8 * expected);
            }
        }
    }

    [Fact]
    public void A_thinner_nucleus_comes_nearer_to_free_nucleons()
    {
        UpscatteringCrossSection free = new(Point(0.106, 0.03), Target.Ar40, ScatteringRegime.ProtonElastic);
        double[] missing = [.. new[] { 1.0, 4.0, 16.0, 64.0 }.Select(scale => Math.Abs(1.0 - (Thinned(scale).Total(0.8, Helicity.Both, Fine) / free.Total(0.8, Helicity.Both))))];
        for (int i = 1; i < missing.Length; i++)
        {
            missing[i].ShouldBeLessThan(missing[i - 1]);
        }

        missing[^1].ShouldBeLessThan(0.02);

        // Radii times a factor, hence k_F over it; recoil energy too, hence the removal energy over its square.
        BoundUpscattering Thinned(double scale) =>
            new(free, new Nucleus("test", 18, 40, new WoodsSaxonShape(3.53 * scale, 0.54 * scale), 0.0295 / (scale * scale), 37.2155, (0.0, 0.0)), Nucleon.Proton);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Totals_and_draws_agree_with_the_slow_gas(double heavy, double mediator, double energy)
    {
        const int Draws = 300_000;
        double[] edges = [0.0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4, 10.0];
        DarkSectorParameters point = Point(heavy, mediator);
        SlowFermiGas slow = new(point, energy);
        double[] values = new double[Draws];
        double[] sums = new double[edges.Length - 1];
        double[] squares = new double[edges.Length - 1];
        double[] counts = new double[edges.Length - 1];
        UpscatteringCrossSection free = new(point, Target.Ar40, ScatteringRegime.ProtonElastic);
        BoundUpscattering bound = new(free, Target.Ar40, ScatteringRegime.ProtonElastic);
        BoundEnvelope envelope = new(free, bound.HighestEnergy(energy));
        double all = 0.0;
        double above = 0.0;
        for (int i = 0; i < Draws; i++)
        {
            RandomStream random = new(11, RandomStage.Generation, (ulong)i);
            (values[i], double q2, _) = slow.Draw(ref random);
            int bin = Bin(q2);
            sums[bin] += values[i] / Draws;
            squares[bin] += values[i] * values[i] / Draws / Draws;
            double weight = bound.Sample(ref random, energy, envelope, Helicity.Both, out BoundState state);
            counts[Bin(state.Q2)] += weight;
            all += weight;
            above += weight > 1.0 ? 1.0 : 0.0;
        }

        // 4 standard errors (6e-5 for each of the four cases); 2e-3 for the usual nodes.
        (double mean, double error) = Statistics.MeanOf(values);
        bound.Total(energy, Helicity.Both, Fine).ShouldBe(mean, 4.0 * error);
        bound.Total(energy, Helicity.Both).ShouldBe(mean, (4.0 * error) + (2e-3 * mean));
        (above / Draws).ShouldBeLessThan(1e-3);
        double chiSquare = 0.0;
        int bins = 0;
        for (int bin = 0; bin < sums.Length; bin++)
        {
            if (counts[bin] > 10.0)
            {
                double found = counts[bin] / all * mean;
                double variance = squares[bin] + (found * found / counts[bin]);
                chiSquare += (found - sums[bin]) * (found - sums[bin]) / variance;
                bins++;
            }
        }

        // False alarm 1e-3 for each case if the seed were free.
        Statistics.ChiSquareP(chiSquare, bins).ShouldBeGreaterThan(1e-3, $"chi2 {chiSquare:0.0} / {bins}");

        // Low Q² is what the nucleus takes away: less than a tenth of the free nucleons' below 0.01 GeV².
        double freeLow = Low(free, energy);
        (sums[0] / freeLow).ShouldBeLessThan(0.1);

        int Bin(double q2) => Math.Max(0, Array.FindLastIndex(edges, edge => q2 >= edge));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tables_over_the_energy_follow_it(double heavy, double mediator, double energy)
    {
        BoundUpscattering bound = new(new UpscatteringCrossSection(Point(heavy, mediator), Target.Ar40, ScatteringRegime.ProtonElastic), Target.Ar40, ScatteringRegime.ProtonElastic);
        BoundTotals table = new(bound, Helicity.Both, 7.0);
        table.At(bound.Threshold).ShouldBe(0.0);
        double highest = bound.Total(7.0, Helicity.Both);
        for (double factor = 0.6; factor < 3.0; factor *= 1.17)
        {
            // 3e-3: kinks of the nodes' quadrature near the threshold.
            double expected = bound.Total(energy * factor, Helicity.Both);
            table.At(energy * factor).ShouldBe(expected, (3e-3 * expected) + (1e-3 * highest));
        }
    }

    [Fact]
    public void A_target_without_a_fermi_gas_is_refused() =>
        Should.Throw<UserErrorException>(() => new BoundUpscattering(
            new UpscatteringCrossSection(Point(0.1, 0.03), Target.Ar40, ScatteringRegime.ProtonElastic), Target.Ar40 with { Name = "Ar41" }, ScatteringRegime.ProtonElastic));

    private static double Low(UpscatteringCrossSection free, double energy) => Umbriel.Core.Numerics.AdaptiveQuadrature.Integrate(
        x => Math.Exp(x) * free.DifferentialCrossSection(energy, Math.Exp(x), Helicity.Both), Math.Log(free.Q2Range(energy).Low), Math.Log(0.01), 1e-6);

    private static DarkSectorParameters Point(double heavy, double mediator) => Points.Key with { M4 = heavy, MZPrime = mediator };
}

using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Recombination, drift speed, attenuation, diffusion, space charge.</summary>
public sealed class ChargeTests
{
    private static readonly RecombinationSettings Icarus = new() { Model = RecombinationModel.Birks, A = 0.800, B = 0.0486 };

    [Theory]
    [InlineData(0.2739, 0.6349)] // by hand: xi = 0.212 * 2.1/(1.396 * 0.2739) = 1.16433; ln(0.930 + xi)/xi = 0.73924/1.16433
    [InlineData(0.5, 0.7050)] // by hand: xi = 0.63782, ln(1.56782)/xi = 0.44969/0.63782; the 0.70 that is often quoted
    public void Modified_box_for_a_minimum_ionising_particle(double field, double expected)
    {
        DetectorCard card = Cards.MicroBooNE with { Drift = Cards.MicroBooNE.Drift with { Field = field } };
        new Recombination(card).Survival(2.1).ShouldBe(expected, 2e-4);
    }

    [Theory]
    [InlineData(0.5, 0.7)] // A/(1 + 0.0486 * 2.1/(1.396 * 0.5)) = 0.800/1.14621 = 0.698; ICARUS quotes 0.71 +- 0.01 at 0.5 kV/cm
    [InlineData(0.2739, 0.632)] // 0.800/1.26691
    public void Birks_for_a_minimum_ionising_particle(double field, double expected)
    {
        DetectorCard card = Cards.MicroBooNE with { Recombination = Icarus, Drift = Cards.MicroBooNE.Drift with { Field = field } };
        new Recombination(card).Survival(2.1).ShouldBe(expected, 0.003);
    }

    [Fact]
    public void Turned_round_the_law_gives_the_loss_back()
    {
        foreach (DetectorCard card in new[] { Cards.MicroBooNE, Cards.MicroBooNE with { Recombination = Icarus } })
        {
            Recombination recombination = new(card);
            for (double loss = 0.1; loss < 500.0; loss *= 1.3)
            {
                recombination.LossOf(recombination.Survival(loss) * loss / Recombination.PairEnergyMeV).ShouldBe(loss, 1e-9 * loss);
            }

            recombination.LossOf(0.0).ShouldBe(0.0);
        }

        // By hand: ξ = 0.212 · 2.1/(1.396 · 0.2739) = 1.16433, ln(0.930 + ξ)/(0.55444 · 23.6e-6) = 56495; Birks' charge stays below A/k' W = 0.8/(0.12710 · 23.6e-6) = 2.667e5.
        new Recombination(Cards.MicroBooNE).LossOf(56495.0).ShouldBe(2.1, 1e-4);
        Recombination birks = new(Cards.MicroBooNE with { Recombination = Icarus });
        birks.LossOf(2.6e5).ShouldBeLessThan(Recombination.MaximumDedx);
        birks.LossOf(2.7e5).ShouldBe(Recombination.MaximumDedx);
    }

    [Fact]
    public void Quenching_takes_from_charge_what_it_gives_to_light()
    {
        Recombination recombination = new(Cards.MicroBooNE);
        foreach (double length in new[] { 0.3, 0.1, 0.03 })
        {
            (double electrons, double photons) = recombination.Of(new Deposit(0, 0, 0, 0, 0, 0, length, 0.0, 0.63e-3), ParticleKind.MuonMinus);

            // Electrons + photons = pairs + excitons = 0.63 MeV (1 + 0.21)/23.6 eV = 32301, whatever the density.
            (electrons + photons).ShouldBe(32301, 40);
        }
    }

    [Fact]
    public void Points_are_guarded()
    {
        Recombination recombination = new(Cards.MicroBooNE);
        Deposit point = new(0, 5, 5, 5, 5, 5, 5, 0.0, 1e-3);

        // 1 MeV electron: practical range 0.412 g/cm2 = 0.295 cm, so 3.39 MeV/cm. 10 MeV proton: (0.58 * 10/17)^(1/0.58) = 0.1566 cm.
        recombination.Loss(point, ParticleKind.Electron).ShouldBe(3.388, 0.01);
        recombination.Loss(point with { Energy = 10e-3 }, ParticleKind.Proton).ShouldBe(63.9, 0.3);
        foreach (double energy in new[] { 1e-9, 1e-6, 1e-4, 1e-2, 1.0 })
        {
            (double electrons, double photons) = recombination.Of(point with { Energy = energy }, ParticleKind.Electron);
            electrons.ShouldBeGreaterThan(0.0);
            electrons.ShouldBeLessThan(energy / 23.6e-9);
            photons.ShouldBeGreaterThan(0.0);
        }
    }

    [Theory]
    [InlineData(0.2739, 89.0, 0.111)] // 1.114 mm/us at 0.273 kV/cm, 89 K: LArSoft's value for MicroBooNE
    [InlineData(0.5, 87.5, 0.1575)] // 1.55 to 1.60 mm/us: ICARUS and DUNE documents
    [InlineData(1.0, 89.0, 0.206)] // Walkowiak's fig. 4: about 2.05 mm/us
    public void Drift_speed(double field, double temperature, double expected) =>
        DriftSpeed.Of(field, temperature).ShouldBe(expected, 0.02 * expected);

    [Fact]
    public void Drift_speed_agrees_with_the_mobility_measured_at_BNL()
    {
        // Y. Li et al., NIM A 816 (2016) 160, eq. 11: mobility at 89 K with a0 = 551.6, a1 = 7158.3, a2 = 4440.43, a3 = 4.29,
        // a4 = 43.63, a5 = 0.2053 (cm2/V/s, kV/cm). An independent measurement: 6%.
        foreach (double field in new[] { 0.2, 0.2739, 0.35, 0.5, 0.6, 0.65, 0.8, 1.0 })
        {
            double root = Math.Sqrt(field);
            double mobility = (551.6 + (7158.3 * field) + (4440.43 * field * root) + (4.29 * field * field * root))
                / (1.0 + (7158.3 / 551.6 * field) + (43.63 * field * field) + (0.2053 * field * field * field));
            DriftSpeed.Of(field, 89.0).ShouldBe(mobility * field * 1e-3, 0.06 * mobility * field * 1e-3, $"{field} kV/cm");
        }
    }

    [Fact]
    public void Drift_speed_is_continuous_where_its_pieces_meet()
    {
        foreach (double field in new[] { 0.619, 0.699, 0.0838 })
        {
            double step = DriftSpeed.Of(field + 1e-4, 89.0) - DriftSpeed.Of(field - 1e-4, 89.0);
            step.ShouldBe(0.0, 0.002);
        }
    }

    [Fact]
    public void Attenuation_after_the_full_drift()
    {
        // 256.35 cm at 0.1098 cm/us = 2.3347 ms; exp(-2.3347/8) = 0.7469.
        Drift drift = new(Cards.MicroBooNE);
        drift.Survival(drift.Distance(256.35) / drift.Speed).ShouldBe(0.7469, 1e-4);
    }

    [Fact]
    public void Widths_after_a_drift_of_2_3_ms()
    {
        // sqrt(2 * 6.4 * 2.3e-3) = 0.1716 cm and sqrt(2 * 9.8 * 2.3e-3) = 0.2123 cm.
        Drift drift = new(Cards.MicroBooNE);
        Math.Sqrt(drift.LongitudinalVariance(2.3e6)).ShouldBe(0.1716, 1e-4);
        Math.Sqrt(drift.TransverseVariance(2.3e6)).ShouldBe(0.2123, 1e-4);
    }

    [Fact]
    public void Charge_on_the_wires_has_the_widths_of_diffusion_and_is_attenuated()
    {
        // A point 250 cm from the wires, 2.2769 ms: sigma_T = 0.21125 cm = 0.7042 pitches (plus 1/12 of binning and the floor),
        // sigma_L = 0.17072 cm = 3.1096 samples (plus 1/12 and the floor 0.35^2).
        const double Energy = 5e-3;
        Deposit point = new(0, 250.0, 0.0, 500.07, 250.0, 0.0, 500.07, 0.0, Energy);
        ReadoutSimulator simulator = new(new DetectorResponse(Cards.Quiet));
        simulator.Add(Cards.Event(ParticleKind.Electron, point));
        Moments charge = Moments.Of(simulator.Grid(2));
        double expected = new Recombination(Cards.Quiet).Of(point, ParticleKind.Electron).Electrons * Math.Exp(-250.0 / 0.1098 / 8000.0);
        charge.Sum.ShouldBe(expected, 1e-6 * expected);
        charge.MeanWire.ShouldBe((500.07 - 0.15) / 0.3, 0.01);
        charge.MeanTick.ShouldBe(((250.0 / 0.1098) + 1600.0) * 2.0 - 0.5, 0.05);
        Math.Sqrt(charge.VarianceWire - (1.0 / 12.0)).ShouldBe(0.7042, 0.007);
        Math.Sqrt(charge.VarianceTick - (1.0 / 12.0) - (0.35 * 0.35)).ShouldBe(3.1096, 0.03);
    }

    [Fact]
    public void Wires_at_high_x_see_the_mirrored_drift()
    {
        DetectorCard mirrored = Cards.Quiet with { Drift = Cards.Quiet.Drift with { TowardsLowX = false } };
        new Drift(mirrored).Distance(256.35 - 10.0).ShouldBe(10.0, 1e-9);
        new Drift(mirrored).X(10.0).ShouldBe(246.35, 1e-9);
    }

    [Fact]
    public void Space_charge_pulls_inwards_and_vanishes_at_the_wires()
    {
        DetectorCard card = Cards.Quiet with { Variations = new DetectorVariations { SpaceCharge = 1.0 } };
        SpaceChargeMap map = new(card, new Drift(card));
        map.IsActive.ShouldBeTrue();
        map.Apparent(0.0, 100.0, 900.0).ShouldBe((0.0, 100.0, 900.0));

        // At the cathode's upper edge the card's 15 cm; in the middle of the drift, on the axis, 2 cm towards the wires.
        map.Apparent(256.35, 116.5, 518.4).Y.ShouldBe(101.5, 1e-9);
        map.Apparent(128.175, 0.0, 518.4).X.ShouldBe(126.175, 1e-9);
        new SpaceChargeMap(Cards.Quiet, new Drift(Cards.Quiet)).IsActive.ShouldBeFalse();
    }

    [Fact]
    public void Shares_of_a_Gaussian_add_up_and_have_its_moments()
    {
        double[] shares = new double[100];
        foreach (double sigma in new[] { 0.02, 0.35, 1.0, 3.1, 7.0 })
        {
            int count = GaussianBins.Fill(50.3, sigma, shares, out int first);
            double mean = 0.0;
            double square = 0.0;
            for (int i = 0; i < count; i++)
            {
                mean += shares[i] * (first + i + 0.5);
                square += shares[i] * (first + i + 0.5) * (first + i + 0.5);
            }

            shares.Take(count).Sum().ShouldBe(1.0, 1e-12);
            if (sigma > 0.9)
            {
                mean.ShouldBe(50.3, 1e-3);
                Math.Sqrt(square - (mean * mean) - (1.0 / 12.0)).ShouldBe(sigma, 0.005 * sigma);
            }
        }

        // Integral of the unit Gaussian to 1: 0.8413447 (any table).
        GaussianBins.Integral(1.0).ShouldBe(0.8413447, 1e-6);
    }
}

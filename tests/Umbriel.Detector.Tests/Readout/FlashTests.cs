using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Scintillation light.</summary>
public sealed class FlashTests
{
    private static readonly Deposit Step = new(0, 128.0, 0.0, 500.0, 128.0, 0.0, 500.3, 4000.0, 0.63e-3);

    [Fact]
    public void Photons_of_a_minimum_ionising_step()
    {
        // By hand at 0.2739 kV/cm: R = 0.6349, so 0.63 MeV * 51300 * (1.21 - 0.6349)/1.21 = 15361.
        Make(Cards.MicroBooNE, [Step])[0].Photons.ShouldBe(15361.0, 5.0);
    }

    [Fact]
    public void Without_field_light_nears_that_of_all_electrons_recombining()
    {
        DetectorCard weak = Cards.MicroBooNE with { Drift = Cards.MicroBooNE.Drift with { Field = 0.01 } };
        double weakPhotons = Make(weak, [Step])[0].Photons;
        weakPhotons.ShouldBeGreaterThan(0.85 * 0.63 * 51300.0);
        weakPhotons.ShouldBeLessThan(0.63 * 51300.0);
    }

    [Fact]
    public void Deposits_far_apart_in_time_are_flashes_of_their_own()
    {
        List<Flash> flashes = Make(Cards.MicroBooNE, [Step with { Time = 9000.0 }, Step, Step with { Time = 4500.0 }]);
        flashes.Count.ShouldBe(2);
        flashes[0].Time.ShouldBe(4000.0);
        flashes[0].IsWithin(3190.0, 4870.0).ShouldBeTrue();
        flashes[1].Time.ShouldBe(9000.0);
        flashes[1].IsWithin(3190.0, 4870.0).ShouldBeFalse();

        // Mean of 4000 and 4500 plus 0.3 * 6 + 0.7 * 1500 = 1051.8.
        flashes[0].MeanTime.ShouldBe(4250.0 + 1051.8, 0.1);
    }

    [Fact]
    public void Photo_electrons_are_Poisson()
    {
        // 2000 events: error of the mean 0.0224 sigma, of the variance 3.2%; 5 sigma each (1e-6).
        FlashMaker maker = new(new DetectorResponse(Cards.MicroBooNE));
        SimulatedEvent simulated = Cards.Event(ParticleKind.Electron, Step with { Energy = 20e-3, EndZ = 510.0 });
        List<Flash> flashes = [];
        List<double> counts = [];
        List<double> prompt = [];
        for (ulong i = 0; i < 2000; i++)
        {
            maker.Make(simulated, 1, i, flashes);
            counts.Add(flashes[0].PhotoElectrons);
            prompt.Add(flashes[0].Prompt);
        }

        double expected = flashes[0].Expected;
        double mean = counts.Average();
        mean.ShouldBe(expected, 5.0 * Math.Sqrt(expected / 2000.0));
        counts.Average(c => (c - mean) * (c - mean)).ShouldBe(expected, 0.16 * expected);
        prompt.Average().ShouldBe(0.3 * expected, 5.0 * Math.Sqrt(0.3 * expected / 2000.0));
    }

    [Fact]
    public void Light_knobs_move_what_they_name()
    {
        double Visibility(DetectorVariations knobs, double distance) =>
            new FlashMaker(new DetectorResponse(Cards.MicroBooNE with { Variations = knobs })).Visibility(distance);
        double nominal = 0.009 * 0.0093;
        Visibility(new(), 200.0).ShouldBe(nominal, 1e-12);
        Visibility(new() { LightYield = 0.75 }, 200.0).ShouldBe(0.75 * nominal, 1e-12);
        Visibility(new() { LightAttenuation = 1.0 }, 256.35).ShouldBe(nominal / Math.E, 1e-12);
        Visibility(new() { LightAttenuation = 1.0 }, 0.0).ShouldBe(nominal, 1e-12);

        // Twice the Rayleigh length at 160 cm: (1 + 3 * 160/240)/(1 + 3 * 160/480) = 3/2.
        Visibility(new() { Rayleigh = 2.0 }, 160.0).ShouldBe(1.5 * nominal, 1e-12);
        Make(Cards.MicroBooNE with { Variations = new DetectorVariations { Recombination = 1.2 } }, [Step])[0].Photons
            .ShouldBeGreaterThan(Make(Cards.MicroBooNE, [Step])[0].Photons);
    }

    [Fact]
    public void A_flash_is_where_its_photomultipliers_are()
    {
        // 20 MeV in one place 30 cm from the wires. By hand for the grid of 8 by 4: each counts in proportion to d/r³ with d = 30 + 11 cm.
        (double y, double z) = (20.0, 300.0);
        Box volume = Cards.MicroBooNE.ActiveVolume;
        double x = new Drift(Cards.MicroBooNE).X(30.0);
        (double sum, double sumY, double sumZ, double squareZ) = (0.0, 0.0, 0.0, 0.0);
        foreach (int n in Enumerable.Range(0, 32))
        {
            double tubeY = volume.YLow + ((volume.YHigh - volume.YLow) * ((n / 8) + 0.5) / 4.0);
            double tubeZ = volume.ZLow + ((volume.ZHigh - volume.ZLow) * ((n % 8) + 0.5) / 8.0);
            double weight = 41.0 / Math.Pow((41.0 * 41.0) + Math.Pow(tubeY - y, 2.0) + Math.Pow(tubeZ - z, 2.0), 1.5);
            (sum, sumY, sumZ, squareZ) = (sum + weight, sumY + (weight * tubeY), sumZ + (weight * tubeZ), squareZ + (weight * tubeZ * tubeZ));
        }

        (double meanY, double meanZ) = (sumY / sum, sumZ / sum);
        double width = Math.Sqrt((squareZ / sum) - (meanZ * meanZ));
        Flash flash = Make(Cards.MicroBooNE, [Step with { X = x, EndX = x, Y = y, EndY = y, Z = z, EndZ = z, Energy = 20e-3 }])[0];
        FlashPosition place = flash.Position.ShouldNotBeNull();

        // The mean of n photo-electrons spreads by width/√n: 5σ each (1e-6).
        flash.PhotoElectrons.ShouldBeInRange(20, 200);
        place.Z.ShouldBe(meanZ, 5.0 * width / Math.Sqrt(flash.PhotoElectrons));
        place.Y.ShouldBe(meanY, 5.0 * 60.0 / Math.Sqrt(flash.PhotoElectrons));
        place.ZWidth.ShouldBeInRange(0.3 * width, 2.5 * width);
        place.YWidth.ShouldBeInRange(10.0, 100.0);
    }

    [Fact]
    public void Without_photo_electrons_there_is_no_place()
    {
        Flash dark = Make(Cards.MicroBooNE, [Step with { Energy = 1e-9 }])[0];
        dark.PhotoElectrons.ShouldBe(0);
        dark.Position.ShouldBeNull();
    }

    [Fact]
    public void Photomultipliers_share_light_out_and_mirror_it()
    {
        // Those of a regular grid, which is its own mirror image.
        Photomultipliers photomultipliers = new(Cards.MicroBooNE with { Light = Cards.MicroBooNE.Light with { Photomultipliers = [] } });
        photomultipliers.Count.ShouldBe(32);
        Box volume = Cards.MicroBooNE.ActiveVolume;
        (double y, double z) = (0.5 * (volume.YLow + volume.YHigh), 0.5 * (volume.ZLow + volume.ZHigh));
        float[] counts = new float[photomultipliers.Count];
        photomultipliers.MeanPosition(counts).ShouldBeNull();
        photomultipliers.Add(100.0, y, z, 50.0, counts);
        counts.Sum().ShouldBe(50.0f, 1e-3f);
        FlashPosition middle = photomultipliers.MeanPosition(counts).ShouldNotBeNull();
        middle.Y.ShouldBe(y, 1e-2);
        middle.Z.ShouldBe(z, 1e-2);

        // Farther from the wires the light is wider.
        float[] far = new float[photomultipliers.Count];
        photomultipliers.Add(250.0, y, z, 50.0, far);
        photomultipliers.MeanPosition(far).ShouldNotBeNull().ZWidth.ShouldBeGreaterThan(1.2 * middle.ZWidth);
    }

    [Fact]
    public void Photomultipliers_of_the_card_are_those_that_see_light()
    {
        // Five of them, which do not fill vectors: the shares are d/r³ over their sum, worked out one by one.
        PhotomultiplierPlace[] places = [new(-50.0, 100.0), new(50.0, 100.0), new(0.0, 500.0), new(-50.0, 900.0), new(50.0, 910.0)];
        Photomultipliers five = new(Cards.MicroBooNE with { Light = Cards.MicroBooNE.Light with { Photomultipliers = places, PhotomultiplierDepth = 10.0 } });
        float[] counts = new float[five.Count];
        five.Add(40.0, 20.0, 150.0, 7.0, counts);
        double[] shares = [.. places.Select(static p => 50.0 / Math.Pow((50.0 * 50.0) + ((p.Y - 20.0) * (p.Y - 20.0)) + ((p.Z - 150.0) * (p.Z - 150.0)), 1.5))];
        for (int i = 0; i < places.Length; i++)
        {
            ((double)counts[i]).ShouldBe(7.0 * shares[i] / shares.Sum(), 1e-5 * 7.0);
        }

        // MicroBooNE's stand in the middle of the volume to 1 cm in y and 2 cm in z.
        new Photomultipliers(Cards.MicroBooNE).Count.ShouldBe(32);
        Cards.MicroBooNE.Light.Photomultipliers.Average(static p => p.Y).ShouldBe(0.0, 1.0);
        Cards.MicroBooNE.Light.Photomultipliers.Average(static p => p.Z).ShouldBe(518.4, 2.0);
    }

    [Fact]
    public void Nothing_shines_outside_of_the_active_volume() => Make(Cards.MicroBooNE, [Step with { X = -20.0, EndX = -20.0 }]).ShouldBeEmpty();

    private static List<Flash> Make(DetectorCard card, Deposit[] deposits)
    {
        List<Flash> flashes = [];
        new FlashMaker(new DetectorResponse(card)).Make(Cards.Event(ParticleKind.MuonMinus, deposits), 1, 0, flashes);
        return flashes;
    }
}

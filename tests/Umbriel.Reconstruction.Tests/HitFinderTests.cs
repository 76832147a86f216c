using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Signals;

namespace Umbriel.Reconstruction.Tests;

public sealed class HitFinderTests
{
    [Fact]
    public void A_points_charge_and_time_are_found_without_noise()
    {
        DetectorResponse response = new(Detectors.Quiet);
        foreach ((double x, double y, double z) in new[] { (10.0, 0.0, 500.1), (128.0, 50.0, 300.1), (250.0, -70.0, 800.1) })
        {
            SimulatedEvent simulated = Events.Of(new Deposit(0, x, y, z, x, y, z, 0.0, 3e-3));
            List<Hit> hits = Find(response, simulated);
            double electrons = Events.Arriving(response, simulated);
            for (int plane = 0; plane < 3; plane++)
            {
                Hit[] own = [.. hits.Where(h => h.Plane == plane)];
                own.Sum(static h => h.Charge).ShouldBe(electrons, 0.03 * electrons, $"plane {plane}, x = {x}");
                double time = (response.Drift.Distance(x) / response.Drift.Speed / 500.0) + 3200.0;
                (own.Sum(static h => h.Charge * h.Time) / own.Sum(static h => h.Charge)).ShouldBe(time, 0.15, $"plane {plane}, x = {x}");

                // Smoothing of 2.5 samples, diffusion 2 D_L t (6.4 cm²/s, 0.1098 cm/µs), floor of 0.35 samples, binning 1/12.
                double drift = x / 0.1098;
                double diffusion = 2.0 * 6.4e-6 * drift / Math.Pow(0.1098 * 0.5, 2.0);
                double width = Math.Sqrt((2.5 * 2.5) + diffusion + (0.35 * 0.35) + (1.0 / 12.0));
                own.MaxBy(static h => h.Charge).Width.ShouldBe(width, 0.06 * width, $"plane {plane}, x = {x}");
            }
        }
    }

    [Fact]
    public void A_track_leaves_a_hit_on_every_wire_it_crosses()
    {
        DetectorResponse response = new(Detectors.Alive);
        int expected = 0;
        int missed = 0;
        for (ulong i = 0; i < 10; i++)
        {
            // At least 24 degrees from the wires of each plane.
            (double X, double Y, double Z) from = (60.0 + (12.0 * i), -20.0 + (2.0 * i), 300.0);
            (double X, double Y, double Z) to = (from.X + 15.0, from.Y + 2.0 - (0.5 * i), 350.0);
            List<Hit> hits = Find(response, Events.Of(Events.Track(from, to)), i);
            for (int plane = 0; plane < 3; plane++)
            {
                WirePlane wires = response.Planes[plane];
                HashSet<int> hit = [.. hits.Where(h => h.Plane == plane).Select(static h => h.Wire)];
                (double a, double b) = (wires.WireNumber(from.Y, from.Z), wires.WireNumber(to.Y, to.Z));
                for (int wire = (int)Math.Min(a, b) + 1; wire < (int)Math.Max(a, b); wire++)
                {
                    expected++;
                    missed += hit.Contains(wire) ? 0 : 1;
                }
            }
        }

        expected.ShouldBeGreaterThan(2000);
        ((double)missed / expected).ShouldBeLessThan(0.002);
    }

    [Fact]
    public void Two_tracks_a_centimetre_apart_are_two_hits()
    {
        DetectorResponse response = new(Detectors.Alive);
        List<Hit> hits = Find(response, Events.Of([.. Events.Track((60.0, 0.0, 300.0), (60.0, 0.0, 330.0)), .. Events.Track((61.0, 0.0, 300.0), (61.0, 0.0, 330.0))]));
        WirePlane wires = response.Planes[2];
        int from = (int)wires.WireNumber(0.0, 301.0);
        for (int wire = from; wire < from + 90; wire++)
        {
            // 1 cm is 18.2 samples.
            Hit[] own = [.. hits.Where(h => h.Plane == 2 && h.Wire == wire)];
            own.Length.ShouldBe(2, $"wire {wire}");
            (own[1].Time - own[0].Time).ShouldBe(18.2, 1.0);
        }
    }

    [Fact]
    public void A_track_along_the_drift_is_cut_into_pieces_that_hold_its_charge()
    {
        DetectorResponse response = new(Detectors.Alive);
        SimulatedEvent simulated = Events.Of(Events.Track((60.0, 0.02, 300.02), (80.0, 0.02, 300.02)));
        List<Hit> hits = Find(response, simulated);
        double electrons = Events.Arriving(response, simulated);
        Hit[] pieces = [.. hits.Where(static h => h.Plane == 2 && h.Charge > 2000.0)];
        pieces.Length.ShouldBeGreaterThan(40);
        hits.Where(static h => h.Plane == 2).Sum(static h => h.Charge).ShouldBe(electrons, 0.03 * electrons);
    }

    [Fact]
    public void Noise_is_what_the_filter_says_and_makes_few_hits()
    {
        // A deposit of 1 eV opens regions that hold nothing but noise.
        DetectorResponse response = new(Detectors.Alive with { Readout = Detectors.Alive.Readout with { Threshold = 0.0 } });
        HitFinder finder = new(response, new DeconvolutionSettings(), new HitSettings());
        DeconvolutionFilter[] filters = [.. Enumerable.Range(0, 3).Select(plane => new DeconvolutionFilter(response, plane, new DeconvolutionSettings()))];
        double[] squares = new double[3];
        double[] expected = new double[3];
        int[] count = new int[3];
        List<Hit> hits = [];
        float[] charge = new float[512];
        for (ulong i = 0; i < 400; i++)
        {
            WireSignals signals = Events.Signals(response, Events.Of(new Deposit(0, 100.0, 0.0, 300.1, 100.0, 0.0, 300.1, 0.0, 1e-9)), i);
            finder.Find(signals, hits);
            foreach (WireRegion region in signals.Regions)
            {
                DeconvolutionFilter filter = filters[region.Plane];
                (int start, int length) = filter.Range(region.StartTick, region.Length, 0);
                filter.Apply(signals.Samples(region), region.StartTick, start, new float[filter.Scratch(length)], charge.AsSpan(0, length));
                for (int k = 0; k < length; k++)
                {
                    squares[region.Plane] += charge[k] * charge[k];
                    expected[region.Plane] += filter.Noise(region.Length) * filter.Noise(region.Length);
                }

                count[region.Plane]++;
            }
        }

        for (int plane = 0; plane < 3; plane++)
        {
            count[plane].ShouldBeGreaterThan(300);
            Math.Sqrt(squares[plane] / expected[plane]).ShouldBe(1.0, 0.2, $"plane {plane}");
        }

        ((double)hits.Count / count.Sum()).ShouldBeLessThan(0.002);
    }

    [Fact]
    public void No_signal_no_hit()
    {
        DetectorResponse response = new(Detectors.Alive);
        Find(response, Events.Of()).ShouldBeEmpty();
    }

    private static List<Hit> Find(DetectorResponse response, SimulatedEvent simulated, ulong index = 0)
    {
        List<Hit> hits = [];
        new HitFinder(response, new DeconvolutionSettings(), new HitSettings()).Find(Events.Signals(response, simulated, index), hits);
        return hits;
    }
}

using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Signals;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Reconstruction.Tests;

public sealed class SliceTests
{
    private static readonly DetectorResponse Response = new(Detectors.Alive);
    private static readonly SliceFinder Finder = new(Response, new SliceSettings());

    [Theory]
    [InlineData(ParticleKind.Electron, 0.1, 300.0)]
    [InlineData(ParticleKind.Electron, 0.5, 300.0)]
    [InlineData(ParticleKind.Photon, 0.3, 300.0)]
    [InlineData(ParticleKind.Electron, 0.5, 980.0)]
    public void A_single_particle_is_the_neutrinos_slice(ParticleKind kind, double energy, double z)
    {
        // Those at z = 980 cm leave the volume. An event whose slice misses more than half of the points' charge may happen once in four.
        SingleParticleSource source = new(kind, energy, (0.1, 0.2, 1.0), new Box(110.0, 140.0, -20.0, 20.0, z, z + 20.0));
        int found = 0;
        foreach (EventResult result in new DetectorSimulation(Detectors.Alive, source, 23).Events(4))
        {
            PointCloud cloud = Cloud(Response, result.Signals);
            double all = cloud.Points.Sum(static p => p.Charge);
            found += Share(Finder.Find(cloud, result.Flashes)) > 0.5 ? 1 : 0;
            Share(Finder.Find(cloud, null)).ShouldBeGreaterThan(0.5);

            double Share(SliceResult slices) => slices.Neutrino is { } n ? slices.Slices[n].Charge / all : 0.0;
        }

        found.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void A_muon_across_the_volume_is_cosmic_and_takes_what_is_near()
    {
        List<SpacePoint> points = [.. Line((100.0, 116.0, 300.0), (150.0, -116.0, 350.0), 600), .. Line((130.0, 0.0, 330.0), (130.0, 3.0, 335.0), 10)];
        SliceResult result = Finder.Find(new PointCloud(points, 1.5), [Light(1000)]);
        result.Slices.ShouldHaveSingleItem().CosmicScore.ShouldBe(1.0);
        result.Outcome.ShouldBe(SliceOutcome.AllCosmic);
        result.Neutrino.ShouldBeNull();
    }

    [Fact]
    public void Charge_beyond_the_cathode_is_cosmic()
    {
        List<SpacePoint> points = Line((240.0, 0.0, 300.0), (266.0, 20.0, 330.0), 100);
        Finder.Find(new PointCloud(points, 1.5), [Light(300)]).Outcome.ShouldBe(SliceOutcome.AllCosmic);
    }

    [Fact]
    public void Light_tells_two_slices_apart()
    {
        // 40 and 160 cm at 6e4 electrons/cm, far from each other: the flash is that of one or of the other.
        List<SpacePoint> points = [.. Line((100.0, 0.0, 200.0), (100.0, 0.0, 240.0), 120, 2e4), .. Line((100.0, 0.0, 600.0), (100.0, 0.0, 760.0), 480, 2e4)];
        PointCloud cloud = new(points, 1.5);
        SliceResult both = Finder.Find(cloud, []);
        both.Outcome.ShouldBe(SliceOutcome.NoFlash);
        both.Slices.Count.ShouldBe(2);
        foreach (Slice slice in both.Slices)
        {
            SliceResult result = Finder.Find(cloud, [Light((int)slice.Light)]);
            result.Outcome.ShouldBe(SliceOutcome.Found);
            result.Slices[result.Neutrino!.Value].Points.ShouldBe(slice.Points);
            Enumerable.Range(0, points.Count).Where(result.IsNeutrino).ShouldBe(slice.Points);
        }

        Finder.Find(cloud, [Light(100_000)]).Outcome.ShouldBe(SliceOutcome.NoMatch);
        Finder.Find(cloud, [Light((int)both.Slices[0].Light) with { Time = 5e4 }]).Outcome.ShouldBe(SliceOutcome.NoFlash);
    }

    [Fact]
    public void The_place_of_light_tells_equal_slices_apart()
    {
        List<SpacePoint> points = [.. Line((100.0, 0.0, 200.0), (100.0, 0.0, 240.0), 120), .. Line((100.0, 0.0, 600.0), (100.0, 0.0, 640.0), 120)];
        PointCloud cloud = new(points, 1.5);
        foreach (int first in new[] { 0, 120 })
        {
            Photomultipliers photomultipliers = new(Response.Card);
            float[] counts = new float[photomultipliers.Count];
            photomultipliers.Add(100.0, 0.0, points[first].Z + 20.0, 300.0, counts);
            FlashPosition place = photomultipliers.MeanPosition(counts)!.Value;
            int light = (int)Finder.Find(cloud, null).Slices[0].Light;
            SliceResult result = Finder.Find(cloud, [Light(light) with { Position = place }]);
            Slice slice = result.Slices[result.Neutrino!.Value];
            slice.Points[0].ShouldBe(first);
            slice.Points.Count.ShouldBe(120);
            slice.FlashPull.ShouldNotBeNull().ShouldBeLessThan(0.5);
            result.Slices[1 - result.Neutrino.Value].FlashPull.ShouldNotBeNull().ShouldBeGreaterThan(3.0);
        }
    }

    [Fact]
    public void Slices_are_whole_fragments_and_hold_every_point_once()
    {
        List<SpacePoint> points = [.. Line((100.0, 0.0, 200.0), (100.0, 0.0, 240.0), 120), .. Line((100.0, 30.0, 600.0), (100.0, 30.0, 606.0), 20), .. Line((100.0, 0.0, 615.0), (100.0, 0.0, 620.0), 20)];
        PointCloud cloud = new(points, 1.5);
        SliceResult result = Finder.Find(cloud, null);
        result.Slices.SelectMany(static s => s.Points).Order().ShouldBe(Enumerable.Range(0, points.Count));
        result.Slices.SelectMany(static s => s.Fragments).Order().ShouldBe(Enumerable.Range(0, cloud.Fragments.Count));
        for (int k = 0; k < result.Slices.Count; k++)
        {
            result.Slices[k].Fragments.SelectMany(f => cloud.Fragments[f]).Order().ShouldBe(result.Slices[k].Points);
            result.Slices[k].Points.ShouldAllBe(i => result.OfPoint[i] == k);
        }
    }

    [Fact]
    public void One_particle_alone_is_the_neutrinos_where_light_is_not_known_also_if_it_crosses()
    {
        PointCloud cloud = new(Line((100.0, 116.0, 300.0), (150.0, -116.0, 350.0), 600), 1.5);
        Finder.Find(cloud, null).Neutrino.ShouldBe(0);
        Finder.Find(cloud, [Light(1000)]).Outcome.ShouldBe(SliceOutcome.AllCosmic);
    }

    [Fact]
    public void Nothing_gives_nothing() => Finder.Find(new PointCloud([], 1.5), [Light(100)]).Outcome.ShouldBe(SliceOutcome.NoPoints);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void Dead_planes_are_survived(int dead, bool points)
    {
        DetectorCard card = Detectors.Alive with { Planes = [.. Detectors.Alive.Planes.Select((p, i) => i < dead ? p with { Dead = [new WireRange(0, Response.Planes[i].Wires - 1)] } : p)] };
        DetectorResponse response = new(card);
        PointCloud cloud = Cloud(response, Events.Signals(response, Events.Of(Events.Track((60.0, -20.0, 300.0), (75.0, -10.0, 340.0)))));
        SliceResult result = new SliceFinder(response, new SliceSettings()).Find(cloud, [Light(300)]);
        (cloud.Points.Count > 0).ShouldBe(points);
        result.Outcome.ShouldBe(points ? SliceOutcome.Found : SliceOutcome.NoPoints);
    }

    [Fact]
    public void Hits_outside_of_the_beams_window_are_left_out()
    {
        // A deposit 1 ms before the beam time at x = 50 cm arrives before time zero: x would be −60 cm.
        WireSignals signals = Events.Signals(Response, Events.Of(new Deposit(0, 50.0, 0.0, 300.1, 50.0, 0.0, 300.1, -1e6, 3e-3)));
        List<Hit> hits = [];
        new HitFinder(Response, new DeconvolutionSettings(), new HitSettings()).Find(signals, hits);
        hits.ShouldBeEmpty();
        new HitFinder(Response, new DeconvolutionSettings(), new HitSettings { BeyondDrift = null }).Find(signals, hits);
        hits.ShouldNotBeEmpty();
    }

    /// <summary>A flash whose place is not known, as one of a detector without it.</summary>
    private static Flash Light(int electrons) => new(100.0, 1100.0, 1e4 * electrons, electrons, electrons, electrons / 3, null);

    private static List<SpacePoint> Line((double X, double Y, double Z) from, (double X, double Y, double Z) to, int count, double charge = 2e4) =>
        [.. Enumerable.Range(0, count).Select(i => (double)i / (count - 1)).Select(t =>
            new SpacePoint(from.X + (t * (to.X - from.X)), from.Y + (t * (to.Y - from.Y)), from.Z + (t * (to.Z - from.Z)), charge, 0, 0, 0))];

    private static PointCloud Cloud(DetectorResponse response, WireSignals signals)
    {
        List<Hit> hits = [];
        List<SpacePoint> points = [];
        new HitFinder(response, new DeconvolutionSettings(), new HitSettings()).Find(signals, hits);
        new SpacePointFinder(response, new SpacePointSettings()).Find(hits, points);
        return new PointCloud(points, 1.5);
    }
}

using System.Diagnostics;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Signals;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Events that no reconstruction likes.</summary>
public sealed class RobustnessTests
{
    private static readonly DetectorResponse Response = new(Detectors.MicroBooNE);

    [Fact]
    [Trait("Category", "Validation")]
    public void A_thousand_muons_in_one_readout_end_in_bounded_time_and_memory()
    {
        DetectorSimulation simulation = new(Detectors.MicroBooNE, new NoPrimaries(), 31, CosmicOverlay.Over(Detectors.MicroBooNE, 17.5));
        foreach (EventResult result in simulation.Events(1))
        {
            result.Cosmics.ShouldBeGreaterThan(250);
            long before = GC.GetTotalAllocatedBytes(true);
            TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
            (_, PointCloud cloud, _) = new PointReconstructor(simulation.Response, new ReconstructionSettings()).Find(result.Signals);
            SliceResult slices = new SliceFinder(simulation.Response, new SliceSettings()).Find(cloud, result.Flashes);
            slices.OfPoint.Count.ShouldBe(cloud.Points.Count);
            (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds.ShouldBeLessThan(120.0);
            (GC.GetTotalAllocatedBytes(true) - before).ShouldBeLessThan(8L << 30);
        }
    }

    [Fact]
    public void Too_many_combinations_leave_out_the_hits_that_have_most()
    {
        // A lattice of hits at one time: each of 8 wires crosses each of 8 others, near hits of the third plane.
        new WireCrossing(Response.Planes[0], Response.Planes[1]).TryAt(Response.Planes[0].Coordinate(800), Response.Planes[1].Coordinate(800), out double y, out double z).ShouldBeTrue();
        int third = (int)Response.Planes[2].WireNumber(y, z) - 20;
        List<Hit> hits = [.. Lattice(0, 800, 8), .. Lattice(1, 800, 8), .. Lattice(2, third, 50)];
        List<SpacePoint> free = [];
        new SpacePointFinder(Response, new SpacePointSettings()).Find(hits, free);
        List<SpacePoint> bounded = [];
        new SpacePointFinder(Response, new SpacePointSettings { MostCandidates = 20, MostOfHit = 4 }).Find(hits, bounded);
        free.Count.ShouldBeGreaterThan(bounded.Count);
        bounded.Count.ShouldBeLessThanOrEqualTo(20);
        List<SpacePoint> none = [];
        new SpacePointFinder(Response, new SpacePointSettings { MostCandidates = 0, MostOfHit = 4 }).Find(hits, none);
        none.ShouldBeEmpty();
    }

    [Fact]
    public void Saturated_waveforms_are_survived()
    {
        SimulatedEvent simulated = Events.Of(Events.Track((60.0, -20.0, 300.0), (75.0, -10.0, 340.0)).Select(static d => d with { Energy = 300.0 * d.Energy }));
        (IReadOnlyList<Hit> hits, PointCloud cloud, _) = new PointReconstructor(Response, new ReconstructionSettings()).Find(Events.Signals(Response, simulated));
        hits.ShouldNotBeEmpty();
        hits.ShouldAllBe(static h => double.IsFinite(h.Time) && double.IsFinite(h.Width) && double.IsFinite(h.Charge));
        cloud.Points.ShouldAllBe(static p => double.IsFinite(p.X) && double.IsFinite(p.Y) && double.IsFinite(p.Z) && double.IsFinite(p.Charge));
        new SliceFinder(Response, new SliceSettings()).Find(cloud, null).Outcome.ShouldBe(SliceOutcome.Found);
    }

    [Fact]
    public void One_hit_gives_no_point_and_says_so()
    {
        List<SpacePoint> points = [];
        new SpacePointFinder(Response, new SpacePointSettings()).Find([new Hit(2, 1000, 2000.0, 3.0, 2e4, 1990, 2010, 1, 1.0)], points);
        points.ShouldBeEmpty();
        new SliceFinder(Response, new SliceSettings()).Find(new PointCloud(points, 1.5), null).Outcome.ShouldBe(SliceOutcome.NoPoints);
    }

    [Fact]
    public void No_region_gives_no_hit()
    {
        List<Hit> hits = [];
        new HitFinder(Response, new DeconvolutionSettings(), new HitSettings()).Find(new WireSignals(), hits);
        hits.ShouldBeEmpty();
    }

    private static IEnumerable<Hit> Lattice(int plane, int first, int count) =>
        Enumerable.Range(first, count).Select(wire => new Hit(plane, wire, 2000.0, 3.0, 2e4, 1990, 2010, 1, 1.0));
}

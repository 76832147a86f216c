using FsCheck;
using FsCheck.Fluent;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Reconstruction.Tests;

public sealed class RegionTests
{
    private const double Reach = 90.0;
    private static readonly DetectorResponse Response = new(Detectors.Alive);
    private static readonly ReconstructionSettings Around = new() { Slices = new SliceSettings { FlashReach = Reach } };

    [Fact]
    public void Wires_of_a_region_are_those_of_its_points()
    {
        // The wires nearest to places on a fine lattice: none is outside, and the outermost two are at most a wire from the ends.
        Gen<(int, int)> ends = from a in Gen.Choose(-50, 1080) from b in Gen.Choose(1, 400) select (a, a + b);
        Prop.ForAll(Arb.From(ends), e =>
        {
            Region region = new(e.Item1, e.Item2);
            return Response.Planes.All(plane =>
            {
                (int first, int last) = region.Wires(plane);
                int[] near =
                [
                    .. from y in Enumerable.Range(0, 2).Select(k => k == 0 ? plane.Active.YLow : plane.Active.YHigh)
                       from z in Enumerable.Range(0, 101).Select(k => e.Item1 + (0.01 * k * (e.Item2 - e.Item1)))
                       where z >= plane.Active.ZLow && z <= plane.Active.ZHigh
                       select plane.Nearest(y, z) into wire
                       where wire >= 0
                       select wire,
                ];
                return near.Length == 0 || (near.Min() >= first && near.Max() <= last && near.Min() - first <= 1 + ((e.Item2 - e.Item1) / 10) && last - near.Max() <= 1 + ((e.Item2 - e.Item1) / 10));
            });
        }).QuickCheckThrowOnFailure();
        Region.All.Wires(Response.Planes[2]).ShouldBe((0, Response.Planes[2].Wires - 1));
        Region nowhere = new(2000.0, 2100.0);
        (int from, int to) = nowhere.Wires(Response.Planes[0]);
        to.ShouldBeLessThan(from);
    }

    [Fact]
    public void Around_its_flash_an_event_without_cosmic_rays_is_what_it_is_as_a_whole()
    {
        // Electrons of 200 MeV along x, within 90 cm of their light; hits at the region's ends may differ, none is there.
        EventReconstructor whole = new(Response, new ReconstructionSettings(), ReconstructionModels.Default());
        EventReconstructor part = new(Response, Around, ReconstructionModels.Default());
        foreach (EventResult result in Events.Single(Detectors.Alive, ParticleKind.Electron, 0.2, (1.0, 0.0, 0.2), 3))
        {
            ReconstructedEvent one = whole.Reconstruct(result.Signals, result.Flashes, 0, 1.0);
            ReconstructedEvent two = part.Reconstruct(result.Signals, result.Flashes, 0, 1.0);
            two.Particles.Count.ShouldBe(one.Particles.Count);
            for (int k = 0; k < one.Particles.Count; k++)
            {
                two.Particles[k].Charge.ShouldBe(one.Particles[k].Charge, 1e-9 * one.Particles[k].Charge);
                two.Particles[k].Start.ShouldBe(one.Particles[k].Start);
            }
        }
    }

    [Fact]
    public void Under_cosmic_rays_only_what_is_near_the_flash_is_seen()
    {
        DetectorSimulation simulation = new(Detectors.MicroBooNE, new ForwardPairs(0.3, Detectors.MicroBooNE.ActiveVolume.Shrunk(50.0)), 41, CosmicOverlay.Over(Detectors.MicroBooNE, 1.0));
        EventReconstructor part = new(simulation.Response, Around, ReconstructionModels.Default());
        SliceFinder slices = new(simulation.Response, Around.Slices);
        foreach (EventResult result in simulation.Events(2))
        {
            Region region = slices.Within(result.Flashes).ShouldNotBeNull();
            (region.ZHigh - region.ZLow).ShouldBe(2.0 * Reach, 1e-9);
            ReconstructedEvent found = part.Reconstruct(result.Signals, result.Flashes, 0, 1.0);
            found.Points.ShouldNotBeEmpty();
            foreach (SpacePoint point in found.Points)
            {
                point.Z.ShouldBeInRange(region.ZLow - 0.5, region.ZHigh + 0.5);
            }

            (int first, int last) = region.Wires(simulation.Response.Planes[2]);
            found.Hits.Where(static h => h.Plane == 2).ShouldAllBe(h => h.Wire >= first && h.Wire <= last);
        }
    }

    [Fact]
    public void Light_is_traced_back_to_its_z()
    {
        // Points all over the volume but for its outer 30 cm, a thousand photo-electrons without fluctuations. Of 90,000 on a lattice 99% are within 20 cm and all within 58, the mean of the photomultipliers within 143 and 179.
        Photomultipliers photomultipliers = new(Detectors.Alive);
        FlashOrigin origin = new(Detectors.Alive, 6.0);
        double farthest = 0.0;
        Gen<(int, int, int)> places = from d in Gen.Choose(5, 250) from y in Gen.Choose(-85, 85) from z in Gen.Choose(30, 1000) select (d, y, z);
        Prop.ForAll(Arb.From(places), p =>
        {
            float[] light = new float[photomultipliers.Count];
            photomultipliers.Add(p.Item1, p.Item2, p.Item3, 1000.0, light);
            FlashPosition seen = photomultipliers.MeanPosition(light)!.Value;
            farthest = Math.Max(farthest, Math.Abs(seen.Z - p.Item3));
            return Math.Abs(origin.Z(seen, 1000.0) - p.Item3) < 70.0;
        }).QuickCheckThrowOnFailure();
        farthest.ShouldBeGreaterThan(60.0);
    }

    [Fact]
    public void Without_a_flash_in_the_gate_there_is_nothing_to_look_at()
    {
        EventReconstructor part = new(Response, Around, ReconstructionModels.Default());
        WireSignals signals = Events.Signals(Response, Events.Of(Events.Track((60.0, -20.0, 300.0), (75.0, -10.0, 340.0))));
        ReconstructedEvent dark = part.Reconstruct(signals, [], 0, 1.0);
        dark.Hits.ShouldBeEmpty();
        dark.Sliced.Outcome.ShouldBe(SliceOutcome.NoFlash);
        part.Reconstruct(signals, null, 0, 1.0).Hits.ShouldNotBeEmpty();
    }
}

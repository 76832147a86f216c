using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction.Tests.Veto;

public sealed class ViewTests
{
    private static readonly DetectorResponse Response = new(Detectors.Quiet);
    private static readonly ViewGeometry Geometry = new(Response);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_hit_is_where_its_wire_and_its_time_say(int plane)
    {
        // 50 cm of drift at the card's 0.1098 cm/us are 455.4 us, samples of 0.5 us begin 1600 us earlier.
        WirePlane wires = Response.Planes[plane];
        (double y, double z) = (10.0, 400.0);
        ViewPoint seen = Geometry.Place(plane, new SpaceVector(50.0, y, z));
        ViewPoint hit = Geometry.Place(At(plane, wires.Nearest(y, z), 2.0 * (1600.0 + (50.0 / 0.1098)), 1.0));
        hit.Drift.ShouldBe(50.0, 1e-9);
        hit.Drift.ShouldBe(seen.Drift, 1e-9);
        Math.Abs(hit.Wire - seen.Wire).ShouldBeLessThan(0.5 * wires.Pitch);
    }

    [Fact]
    public void Two_planes_give_back_a_place()
    {
        SpaceVector place = new(123.0, -45.0, 678.0);
        foreach ((int a, int b) in new[] { (0, 1), (0, 2), (1, 2) })
        {
            (Geometry.Place(a, Geometry.Place(a, place), b, Geometry.Place(b, place)) - place).Length.ShouldBe(0.0, 1e-9);
        }
    }

    [Fact]
    public void A_direction_along_the_wires_is_not_seen() => Geometry.Direction(2, new SpaceVector(0.0, 1.0, 0.0)).Length.ShouldBe(0.0, 1e-12);

    [Fact]
    public void Energy_is_that_of_a_minimum_ionising_electron()
    {
        // Modified box at 2.1 MeV/cm (by hand: xi = 0.212 × 2.1/(1.396 × 0.2739) = 1.1643, ln(0.93 + xi)/xi = 0.6349) and 23.6 eV per pair, next to the wires.
        Hit hit = At(2, 1000, 3200.0, 1e6);
        Geometry.EnergyMeV(hit).ShouldBe(23.6 / 0.6349, 0.01);
        Geometry.EnergyMeV(hit with { Time = 3200.0 + (2.0 * 1000.0) }).ShouldBe(23.6 / 0.6349 * Math.Exp(1.0 / 8.0), 0.02);
    }

    [Fact]
    public void Moments_of_a_line_are_those_of_the_line()
    {
        // 21 wires of the collection plane, 0.3 cm apart, each half a centimetre farther along the drift than the last.
        Hit[] hits = [.. Enumerable.Range(0, 21).Select(static i => At(2, 1000 + i, 3200.0 + (2.0 * 0.5 * i / 0.1098), 1e4))];
        HitCluster line = HitCluster.Of(hits, [.. Enumerable.Range(0, 21)], Geometry);
        Math.Abs(line.Axis.Drift / line.Axis.Wire).ShouldBe(5.0 / 3.0, 1e-6);
        line.Length.ShouldBe(20.0 * Math.Sqrt(0.34), 1e-6);
        line.Principal.ShouldBe(1.0, 1e-9);
        line.Width.ShouldBe(0.0, 1e-6);
        (line.Wires, line.Nearest, line.Farthest).ShouldBe((21, 0.0, line.Farthest));
        line.Farthest.ShouldBe(10.0, 1e-9);
    }

    [Fact]
    public void One_hit_is_a_cluster_without_size()
    {
        HitCluster one = HitCluster.Of([At(1, 700, 4000.0, 1e4)], [0], Geometry);
        (one.Length, one.Width, one.Principal, one.Wires).ShouldBe((0.0, 0.0, 1.0, 1));
    }

    [Fact]
    public void Planes_that_see_the_same_place_are_matched()
    {
        SpaceVector[] places = [new(100.0, 20.0, 300.0), new(100.3, -40.0, 500.0), new(180.0, 0.0, 305.0)];
        List<HitCluster> clusters = [];
        foreach (SpaceVector place in places)
        {
            for (int plane = 0; plane < 3; plane++)
            {
                if (place != places[2] || plane != 1)
                {
                    ViewPoint seen = Geometry.Place(plane, place);
                    clusters.Add(new HitCluster(plane, [], 10.0, seen, new ViewPoint(1.0, 0.0), 1.0, 0.0, 0.0, 1, seen.Drift, seen.Drift));
                }
            }
        }

        clusters.Add(clusters[2] with { Plane = 2, Centre = new ViewPoint(900.0, 30.0), Nearest = 30.0, Farthest = 30.0 });
        IReadOnlyList<ClusterGroup> groups = new ClusterMatcher(Geometry).Match(clusters);
        groups.Select(static g => string.Join(' ', g.Clusters)).ShouldBe(["0 1 2", "3 4 5", "6 7", "8"], ignoreOrder: true);
        foreach (ClusterGroup group in groups.Where(static g => g.Place is not null))
        {
            places.Min(p => (p - group.Place!.Value).Length).ShouldBe(0.0, 1e-6);
        }
    }

    private static Hit At(int plane, int wire, double time, double charge) => new(plane, wire, time, 3.0, charge, (int)time - 5, (int)time + 5, 1, 1.0);
}

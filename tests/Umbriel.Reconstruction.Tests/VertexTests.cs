using Umbriel.Core;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Vertices;

namespace Umbriel.Reconstruction.Tests;

public sealed class VertexTests
{
    private static readonly SpaceVector True = new(120.0, 5.0, 400.0);

    [Fact]
    public void Without_particles_there_is_none() => Find([]).ShouldBeNull();

    [Fact]
    public void A_single_shower_has_its_start() => Find([(Particle(True, new SpaceVector(0.0, 0.6, 0.8), 40.0), 0.1)])!.Place.ShouldBe(True);

    [Fact]
    public void Two_photons_point_back_to_where_their_lines_meet()
    {
        SpaceVector one = new SpaceVector(0.3, 0.4, 1.0).Unit();
        SpaceVector two = new SpaceVector(-0.6, 0.2, 0.8).Unit();
        Vertex vertex = Find([(Particle(True + (one * 12.0), one, 40.0), 0.1), (Particle(True + (two * 20.0), two, 30.0), 0.1)])!;
        (vertex.Place - True).Length.ShouldBeLessThan(1e-6);
        vertex.Attached.ShouldBe(2);
    }

    [Fact]
    public void A_track_that_was_found_backwards_is_turned()
    {
        SpaceVector photon = new(0.0, 0.0, 1.0);
        SpaceVector proton = new(0.0, 1.0, 0.0);
        Vertex vertex = Find([(Particle(True + (photon * 15.0), photon, 40.0), 0.1), (Particle(True + (proton * 8.0), -proton, 8.0), 0.9)])!;
        (vertex.Place - True).Length.ShouldBeLessThan(1e-6);
        vertex.Reversed.ShouldBe([false, true]);
        vertex.Attached.ShouldBe(2);
    }

    [Fact]
    public void What_points_elsewhere_is_not_attached()
    {
        SpaceVector along = new(0.0, 0.0, 1.0);
        SpaceVector away = new(1.0, 0.0, 0.0);
        Find([(Particle(True, along, 40.0), 0.9), (Particle(True, new SpaceVector(0.0, 1.0, 0.0), 20.0), 0.9), (Particle(True + new SpaceVector(0.0, 90.0, 50.0), away, 30.0), 0.2)])!.Attached.ShouldBe(2);
    }

    private static Vertex? Find((Particle Particle, double Score)[] particles) =>
        new VertexFinder(new VertexSettings()).Find([.. particles.Select(static p => p.Particle)], [.. particles.Select(static p => p.Score)]);

    private static Particle Particle(SpaceVector start, SpaceVector direction, double length) => new([], start, direction, length, 1e6, 1.0, start + (direction * length));
}

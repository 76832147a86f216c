using Umbriel.Core;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction.Tests.Veto;

public sealed class TrunkTests
{
    // A shower of 20 cm along z and five points 9 cm behind it.
    private static readonly SpacePoint[] Points =
    [
        .. Enumerable.Range(0, 5).Select(static i => new SpacePoint(100.0, 0.0, 290.0 + (0.25 * i), 5e4, i, -1, -1)),
        .. Enumerable.Range(0, 41).Select(static i => new SpacePoint(100.0, 0.0, 300.0 + (0.5 * i), 2e4, 5 + i, -1, -1)),
    ];

    [Fact]
    public void What_stands_behind_a_shower_is_not_its_trunk()
    {
        Particle gathered = new([.. Enumerable.Range(0, 46)], Points[0].Place, new SpaceVector(0.0, 0.1, 1.0).Unit(), 30.0, 1.07e6, 1.0, Points[45].Place);
        Trunk trunk = Trunk.Of(Points, gathered, 1.5);
        trunk.Points.ShouldBe(Enumerable.Range(5, 41));
        trunk.Start.ShouldBe(new SpaceVector(100.0, 0.0, 300.0));
        trunk.Direction.Z.ShouldBe(1.0, 1e-9);
    }

    [Fact]
    public void A_trunk_with_the_start_keeps_it()
    {
        SpaceVector direction = new SpaceVector(0.0, 0.1, 1.0).Unit();
        Particle shower = new([.. Enumerable.Range(5, 41)], Points[6].Place, direction, 20.0, 8e5, 1.0, Points[45].Place);
        Trunk trunk = Trunk.Of(Points, shower, 1.5);
        (trunk.Start, trunk.Direction).ShouldBe((Points[6].Place, direction));
    }
}

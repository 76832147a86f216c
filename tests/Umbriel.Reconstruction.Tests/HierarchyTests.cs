using Umbriel.Core;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Vertices;

namespace Umbriel.Reconstruction.Tests;

public sealed class HierarchyTests
{
    private static readonly SpaceVector Origin = new(120.0, 0.0, 400.0);

    [Fact]
    public void What_starts_at_the_end_of_another_is_its_child()
    {
        Particle muon = Particle(Origin, new SpaceVector(0.0, 0.0, 1.0), 50.0);
        Particle michel = Particle(muon.End + new SpaceVector(0.0, 1.0, 0.0), new SpaceVector(0.0, 1.0, 0.0), 10.0);
        Particle proton = Particle(Origin, new SpaceVector(1.0, 0.0, 0.0), 5.0);
        Hierarchy.Parents([muon, michel, proton], Origin).ShouldBe([null, 0, null]);
    }

    [Fact]
    public void What_starts_nearer_to_the_vertex_or_far_from_all_ends_has_no_parent()
    {
        // A proton of 2 cm ends near the vertex, from which the shower comes.
        Particle proton = Particle(Origin, new SpaceVector(1.0, 0.0, 0.0), 2.0);
        Particle shower = Particle(Origin + new SpaceVector(0.0, 0.0, 0.5), new SpaceVector(0.0, 0.0, 1.0), 40.0);
        Particle photon = Particle(Origin + new SpaceVector(0.0, 30.0, 0.0), new SpaceVector(0.0, 1.0, 0.0), 20.0);
        Hierarchy.Parents([shower, proton, photon], Origin).ShouldBe([null, null, null]);
    }

    [Fact]
    public void Two_are_not_each_other_s_parents()
    {
        Particle one = Particle(Origin, new SpaceVector(0.0, 0.0, 1.0), 10.0);
        Particle back = Particle(one.End, new SpaceVector(0.0, 0.0, -1.0), 10.0);
        IReadOnlyList<int?> parents = Hierarchy.Parents([one, back], Origin + new SpaceVector(0.0, 90.0, 0.0));
        parents.Count(static p => p is not null).ShouldBe(1);
    }

    private static Particle Particle(SpaceVector start, SpaceVector direction, double length) => new([], start, direction, length, 1e6, 1.0, start + (direction * length));
}

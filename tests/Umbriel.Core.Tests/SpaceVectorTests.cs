namespace Umbriel.Core.Tests;

public sealed class SpaceVectorTests
{
    [Fact]
    public void The_part_across_is_what_is_left_of_the_part_along()
    {
        new SpaceVector(3.0, 4.0, 12.0).Across(new SpaceVector(0.0, 0.0, 1.0)).ShouldBe(5.0, 1e-12);
        new SpaceVector(3.0, 4.0, 12.0).Across(new SpaceVector(-1.0, 0.0, 0.0)).ShouldBe(Math.Sqrt(160.0), 1e-12);

        // Along the direction itself rounding may not make it the root of a negative number.
        SpaceVector slanted = new SpaceVector(1.0, 2.0, 3.0).Unit();
        (slanted * 7.0).Across(slanted).ShouldBe(0.0, 1e-6);
    }
}

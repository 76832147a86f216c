using Umbriel.Core.Geometry;

namespace Umbriel.Core.Tests.Geometry;

public sealed class BoxTests
{
    private static readonly Box Box = new(-1.0, 1.0, 0.0, 4.0, 10.0, 13.0);

    /// <summary>A box is its own bounds, which must not be one of its public properties: texts of records would never end.</summary>
    [Fact]
    public void ItsTextEnds() => StableText.Of(Box).ShouldBe("Box{XHigh: 1; XLow: -1; YHigh: 4; YLow: 0; ZHigh: 13; ZLow: 10; }");

    [Fact]
    public void PointsLieInsideAndAreDrawnInTheOrderOfTheAxes()
    {
        RandomStream random = new(1, RandomStage.Generation, 0);
        RandomStream same = random;
        SpaceVector point = Box.Sample(ref random);
        Box.Contains(point.X, point.Y, point.Z).ShouldBeTrue();
        point.X.ShouldBe(-1.0 + (2.0 * same.NextDouble()));
        point.Y.ShouldBe(4.0 * same.NextDouble());
        point.Z.ShouldBe(10.0 + (3.0 * same.NextDouble()));
    }

    [Fact]
    public void AMarginIsTakenFromEverySide() => Box.Shrunk(0.5).ShouldBe(new Box(-0.5, 0.5, 0.5, 3.5, 10.5, 12.5));
}

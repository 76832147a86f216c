using Umbriel.Core.Numerics;

namespace Umbriel.Core.Tests.Numerics;

public sealed class ScalarProductTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(1001)]
    public void Is_the_sum_of_products_one_after_the_other(int count)
    {
        double[] x = [.. Enumerable.Range(1, count).Select(i => 1.0 / i)];
        double[] y = [.. Enumerable.Range(1, count).Select(i => Math.Sin(i))];
        ScalarProduct.Of(x, y).ShouldBe(x.Zip(y, (a, b) => a * b).Sum(), 1e-14);
    }

    [Fact]
    public void Needs_as_many_of_both() => Should.Throw<ArgumentOutOfRangeException>(() => ScalarProduct.Of([1.0, 2.0], [1.0]));
}

namespace Umbriel.Figures.Tests;

public class PoissonIntervalTests
{
    // Central 68.27% intervals as tabulated for small counts by N. Gehrels, Astrophys. J. 303 (1986) 336, Tables 1 and 2
    // (single-sided 84.13% limits).
    [Theory]
    [InlineData(0, 0, 1.841)]
    [InlineData(1, 0.173, 3.300)]
    [InlineData(2, 0.708, 4.638)]
    [InlineData(5, 2.840, 8.382)]
    [InlineData(10, 6.891, 14.27)]
    [InlineData(50, 42.95, 58.12)]
    public void Small_counts_have_their_tabulated_intervals(double count, double low, double high)
    {
        (double Low, double High) found = PoissonInterval.Of(count);
        found.Low.ShouldBe(low, 0.0011 * Math.Max(1, low / 2));
        found.High.ShouldBe(high, 0.0011 * Math.Max(1, high / 2));
    }

    [Fact]
    public void The_change_to_the_square_root_is_smooth()
    {
        (double Low, double High) exact = PoissonInterval.Of(400);
        (exact.High - 400).ShouldBe(20, 20 * 0.03 + 0.5);
        (400 - exact.Low).ShouldBe(20, 20 * 0.03);
        PoissonInterval.Of(401).High.ShouldBeGreaterThan(exact.High - 0.6);
    }

    [Fact]
    public void A_negative_count_or_none_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonInterval.Of(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonInterval.Of(double.NaN));
    }
}

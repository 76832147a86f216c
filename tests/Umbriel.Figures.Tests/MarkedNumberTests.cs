namespace Umbriel.Figures.Tests;

public class MarkedNumberTests
{
    [Theory]
    [InlineData(8e-4, "8 × 10^{−4}")]
    [InlineData(1e-3, "0.001")]
    [InlineData(0.31830988618379069, "0.318")]
    [InlineData(9.996e-5, "1 × 10^{−4}")]
    [InlineData(6.87e20, "6.87 × 10^{20}")]
    [InlineData(99960, "1 × 10^{5}")]
    [InlineData(1250, "1250")]
    [InlineData(-2.5e-10, "−2.5 × 10^{−10}")]
    [InlineData(-0.5, "−0.5")]
    [InlineData(0, "0")]
    public void A_number_is_written_as_in_print(double value, string text) =>
        MarkedNumber.Of(value).Replace('\u00A0', ' ').ShouldBe(text); // no-break: a number stays on one line

    [Fact]
    public void A_column_keeps_its_zeros()
    {
        MarkedNumber.Of(2e-10, 3, padded: true).Replace('\u00A0', ' ').ShouldBe("2.00 × 10^{−10}");
        MarkedNumber.Of(0.2, 3, padded: true).ShouldBe("0.200");
    }

    [Theory]
    [InlineData(0.03, "30 MeV")]
    [InlineData(0.0125, "12.5 MeV")]
    [InlineData(1.25, "1.25 GeV")]
    public void A_mass_has_its_unit(double gev, string text) => MarkedNumber.Mass(gev).ShouldBe(text);
}

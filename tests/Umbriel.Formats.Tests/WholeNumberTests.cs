using Umbriel.Formats.Text;

namespace Umbriel.Formats.Tests;

public sealed class WholeNumberTests
{
    [Theory]
    [InlineData("1000", 1000ul)]
    [InlineData("1e3", 1000ul)]
    [InlineData("1E+3", 1000ul)]
    [InlineData("2.5e4", 25000ul)]
    [InlineData("0", 0ul)]
    [InlineData("1.0", 1ul)]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    public void IsReadAsUsersWriteIt(string text, ulong value)
    {
        WholeNumber.TryParse(text, out ulong found).ShouldBeTrue();
        found.ShouldBe(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("-5")]
    [InlineData(" 5")]
    [InlineData("1,000")]
    [InlineData("0x10")]
    [InlineData("1e20")]
    [InlineData("1e400")]
    [InlineData("18446744073709551616")]
    public void AllElseIsNot(string text) => WholeNumber.TryParse(text, out _).ShouldBeFalse();
}

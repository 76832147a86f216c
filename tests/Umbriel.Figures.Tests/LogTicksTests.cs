namespace Umbriel.Figures.Tests;

public class LogTicksTests
{
    [Fact]
    public void Twelve_decades_have_a_label_each_and_nine_ticks_a_decade()
    {
        IReadOnlyList<LogTicks.Tick> ticks = LogTicks.Of(1e-12, 1, LimitFigure.FrameHeight, 5);
        ticks.Where(t => t.Label is not null).Select(t => t.Label).ShouldBe([.. Enumerable.Range(1, 12).Reverse().Select(i => $"10^{{−{i}}}"), "1"]);
        ticks.Count.ShouldBe((12 * 9) + 1);
        ticks.Zip(ticks.Skip(1)).ShouldAllBe(pair => pair.First.Value < pair.Second.Value);
        ticks.ShouldContain(new LogTicks.Tick(3e-7, null));
    }

    [Fact]
    public void Forty_decades_have_labels_where_there_is_room_and_a_tick_each()
    {
        IReadOnlyList<LogTicks.Tick> ticks = LogTicks.Of(1e-40, 1, LimitFigure.FrameHeight, 5);
        ticks.Count.ShouldBe(41);
        double decade = LimitFigure.FrameHeight / 40;
        double[] labelled = [.. ticks.Where(t => t.Label is not null).Select(t => Math.Log10(t.Value))];
        labelled.Zip(labelled.Skip(1)).ShouldAllBe(pair => (pair.Second - pair.First) * decade >= 5);
    }

    [Theory]
    [InlineData(0.05, 0.4, "0.05 0.07 0.1 0.2 0.3")]
    [InlineData(0.2, 0.8, "0.2 0.3 0.5 0.7")]
    [InlineData(0.01, 0.5, "0.01 0.02 0.05 0.1 0.2 0.5")]
    [InlineData(5, 20, "5 7 10 20")]
    [InlineData(0.2, 0.24, "0.2 0.21 0.22 0.23 0.24")]
    [InlineData(0.01, 1, "0.01 0.02 0.05 0.1 0.2 0.5 1")]
    [InlineData(0.001, 100, "10^{−3} 10^{−2} 10^{−1} 1 10 10^{2}")]
    public void A_short_axis_has_labels_at_other_digits(double low, double high, string labels)
    {
        IReadOnlyList<LogTicks.Tick> ticks = LogTicks.Of(low, high, LimitFigure.FrameWidth, 11);
        string.Join(' ', ticks.Where(t => t.Label is not null).Select(t => t.Label)).ShouldBe(labels);
        ticks.Count(t => t.Label is null).ShouldBeGreaterThan(0);
        ticks.ShouldAllBe(t => t.Value > low * (1 - 1e-6) && t.Value < high * (1 + 1e-6));
    }

    [Fact]
    public void The_figure_has_these_ticks()
    {
        string settings = LimitFigure.Describe(Samples.LimitsOnly("l") with { CouplingRange = (1e-12, 1), MassRangeGeV = (0.05, 0.4) }).Settings;
        settings.ShouldContain("\"10^{−11}\" 1E-11, \"\" 2E-11 1");
        settings.ShouldContain("\"0.07\" 0.07");
    }
}

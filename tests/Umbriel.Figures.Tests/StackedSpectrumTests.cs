using System.Text.Json;
using Umbriel.Core;

namespace Umbriel.Figures.Tests;

public class StackedSpectrumTests
{
    private static readonly StackedSpectrumFigureData Data = Samples.Stack("stack");

    [Fact]
    public void The_table_holds_events_the_factor_drawn_with_and_a_closing_row()
    {
        string[] lines = StackedSpectrumFigure.Describe(Data).Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[][] rows = [.. lines.Skip(1).Select(r => r.Split(','))];

        lines[0].ShouldBe("low,high,scale,data,data_low,data_high,background,background_error,signal,νe from μ,νe from K,π⁰ misidentified,Δ → Nγ,Dirt and other");
        rows.Length.ShouldBe(Data.Data.Count + 1);
        rows.ShouldAllBe(r => r.Length == 14);
        rows[..^1].Select(r => double.Parse(r[3])).ShouldBe(Data.Data);
        rows[..^1].Select(r => double.Parse(r[8])).ShouldBe(Data.Signal!);
        rows[..^1].Select(r => double.Parse(r[12])).ShouldBe(Data.Backgrounds[3].Events);
        double.Parse(rows[2][6]).ShouldBe(Data.Backgrounds.Sum(b => b.Events[2]), 1e-9);
        double.Parse(rows[0][2]).ShouldBe(0.01, 1e-12); // 1 MeV in the first bin's 100 MeV
        double.Parse(rows[10][2]).ShouldBe(1 / 1500.0, 1e-12); // the last bin, 1.5 to 3 GeV
        rows[^1][0].ShouldBe("3");
        rows[^1][1].ShouldBe("");
        rows[^1][2].ShouldBe(rows[^2][2]);
        rows[^1][6].ShouldBe(rows[^2][6]);
    }

    [Fact]
    public void The_script_stacks_each_background_on_those_before_and_the_signal_on_all()
    {
        FigureDescription figure = StackedSpectrumFigure.Describe(Data);

        figure.Plot.ShouldContain("($3*(0+$10)):1:2:($3*(0))");
        figure.Plot.ShouldContain("($3*(0+$10+$11)):1:2:($3*(0+$10))");
        figure.Plot.ShouldContain("($3*($7+$9)):1:2:($3*($7))");
        figure.Plot.ShouldContain("#8f7fb8"); // the colour given for one background
        figure.Settings.ShouldContain("\"Events / MeV\"");
        StackedSpectrumFigure.Describe(Data with { PerWidth = null }).Settings.ShouldContain("\"Events / bin\"");
        string bare = StackedSpectrumFigure.Describe(Data with { Signal = null, TotalError = null }).Plot;
        bare.ShouldNotContain("$9");
        bare.ShouldNotContain("hatch");
    }

    [Fact]
    public void The_axis_reaches_above_everything_drawn()
    {
        double top = Data.Data.Select((n, i) => PoissonInterval.Of(n).High * Data.Scale(i)).Max();
        string range = StackedSpectrumFigure.Describe(Data).Settings.Split('\n').Single(l => l.StartsWith("set yrange [0:", StringComparison.Ordinal));
        double.Parse(range["set yrange [0:".Length..^1]).ShouldBeInRange(1.05 * top, 1.5 * top);
    }

    [Fact]
    public void The_report_draws_the_same_heights()
    {
        using JsonDocument spec = JsonDocument.Parse(StackedSpectrumVega.Spec(Data, "c").Json);
        JsonElement[] layers = [.. spec.RootElement.GetProperty("layer").EnumerateArray()];

        layers.Length.ShouldBe(5 + 1 + 2 + 2); // backgrounds, band, signal with its outline, data bars and points
        JsonElement bin = layers[0].GetProperty("data").GetProperty("values")[1];
        double perMeV = 1 / 75.0; // second bin, 300 to 375 MeV
        bin.GetProperty("data").GetDouble().ShouldBe(Data.Data[1] * perMeV, 1e-9);
        bin.GetProperty("level2").GetDouble().ShouldBe((Data.Backgrounds[0].Events[1] + Data.Backgrounds[1].Events[1]) * perMeV, 1e-9);
        bin.GetProperty("signalTop").GetDouble().ShouldBe((Data.Backgrounds.Sum(b => b.Events[1]) + Data.Signal![1]) * perMeV, 1e-9);
        bin.GetProperty("dataEvents").GetDouble().ShouldBe(Data.Data[1]);
        spec.RootElement.GetProperty("params").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["showData", "backgrounds", "band", "signal"]);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_by_name()
    {
        StackedBackground first = Data.Backgrounds[0];
        Message(Data with { Backgrounds = [] }).ShouldBe("figure stack: backgrounds: found none; expected at least one");
        Message(Data with { Backgrounds = [first with { Events = [1, 2] }] }).ShouldContain("found 2 values; expected 11");
        Message(Data with { Backgrounds = [first with { Colour = "red'; system 'x" }] }).ShouldContain("expected #rrggbb");
        Message(Data with { Backgrounds = [first with { Events = [.. first.Events.Select(v => -v)] }] }).ShouldContain("expected at least 0");
        Message(Data with { Signal = [.. Data.Signal!.Select((v, i) => i == 3 ? double.NaN : v)] }).ShouldContain("signal: found NaN");
        Message(Data with { TotalError = [1] }).ShouldContain("total error");
        Message(Data with { Data = [.. Data.Data.Select(_ => -1.0)] }).ShouldContain("data");
        Message(Data with { PerWidth = new SpectrumUnit("MeV", 0) }).ShouldContain("unit of the density");
        Message(Data with { Edges = [.. Data.Edges.Reverse()] }).ShouldContain("bin edges");

        static string Message(StackedSpectrumFigureData data)
        {
            string report = Should.Throw<UserErrorException>(() => StackedSpectrumVega.Spec(data, "c")).Message;
            string paper = Should.Throw<UserErrorException>(() => StackedSpectrumFigure.Describe(data)).Message;
            paper.ShouldBe(report);
            return paper;
        }
    }
}

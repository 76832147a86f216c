using System.Text.Json;
using Umbriel.Core;

namespace Umbriel.Figures.Tests;

public sealed class ChartFigureTests
{
    private static readonly ChartFigureData Chart = new(
        "chart", "*E* [MeV]", "Share", 0.0, 2.0, null,
        [
            new ChartSeries("one", ChartStyle.Steps, 0, [0.0, 1.0, 2.0], [0.2, 0.3]),
            new ChartSeries("one", ChartStyle.Points, 0, [0.5, 1.5], [0.25, 0.4], [0.1, 0.2]),
            new ChartSeries("two", ChartStyle.Line, 1, [0.0, 2.0], [0.1, 0.1]),
        ]);

    [Fact]
    public void Steps_reach_their_upper_edge_and_short_series_end()
    {
        FigureDescription figure = ChartFigure.Describe(Chart);
        figure.Csv.Split('\n').ShouldBe(
        [
            "\"one, Steps: x\",\"one, Steps: y\",\"one, Steps: error\",\"one, Points: x\",\"one, Points: y\",\"one, Points: error\",\"two, Line: x\",\"two, Line: y\",\"two, Line: error\"",
            "0,0.2,,0.5,0.25,0.1,0,0.1,",
            "1,0.3,,1.5,0.4,0.2,2,0.1,",
            "2,0.3,,,,,,,",
            "",
        ]);

        // Above the highest point with its error, 0.6, there is room for the key.
        figure.Settings.ShouldContain("set yrange [0:0.9]");
        figure.Plot.ShouldContain("notitle");
    }

    [Fact]
    public void Gnuplot_draws_it()
    {
        string folder = Directory.CreateTempSubdirectory("umbriel-chart-").FullName;
        try
        {
            new FileInfo(GnuplotFigure.Render(ChartFigure.Describe(Chart), folder).Svg).Length.ShouldBeGreaterThan(1000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Series_of_one_label_share_a_colour()
    {
        VegaSpec spec = ChartVega.Spec(Chart, "caption");
        JsonElement colour = JsonDocument.Parse(spec.Json).RootElement.GetProperty("layer")[0].GetProperty("encoding").GetProperty("color").GetProperty("scale");
        colour.GetProperty("domain").EnumerateArray().Select(static d => d.GetString()).ShouldBe(["one", "two"]);
        colour.GetProperty("range").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Should.Throw<UserErrorException>(() => ChartFigure.Describe(Chart with { Series = [] }));
        Should.Throw<UserErrorException>(() => ChartFigure.Describe(Chart with { Series = [new ChartSeries("one", ChartStyle.Steps, 0, [0.0, 1.0], [0.1, 0.2])] }));
        Should.Throw<UserErrorException>(() => ChartFigure.Describe(Chart with { Series = [new ChartSeries("one", ChartStyle.Points, 0, [0.0], [double.NaN])] }));
    }
}

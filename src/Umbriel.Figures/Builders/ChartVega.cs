using static Umbriel.Figures.VegaJson;

namespace Umbriel.Figures;

/// <summary>The chart for the report.</summary>
public static class ChartVega
{
    /// <summary>Vega-lite of <paramref name="data"/>: a click in the legend picks a series.</summary>
    public static VegaSpec Spec(ChartFigureData data, string caption)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Require();
        ChartSeries[] named = [.. data.Series.DistinctBy(static s => s.Label)];
        object colour = new
        {
            field = "series",
            type = "nominal",
            title = (string?)null,
            sort = (string?)null,
            scale = new
            {
                domain = named.Select(static s => MarkedText.ToPlain(s.Label)).ToArray(),
                range = named.Select(static s => FigureStyle.SeriesColour(s.Colour)).ToArray(),
            },
        };
        object x = Position("x", MarkedText.ToPlain(data.XTitle), new { domain = new[] { data.Low, data.High }, nice = false });
        object Y(string field) => Position(field, MarkedText.ToPlain(data.YTitle), new { domain = new[] { 0.0, data.Ceiling }, nice = false });
        object picked = new { condition = new { param = "pick", value = 1 }, value = 0.12 };
        object[] tip = [Tip("series", "Series", "nominal"), Tip("x", MarkedText.ToPlain(data.XTitle)), Tip("y", MarkedText.ToPlain(data.YTitle)), Tip("error", "± error")];
        object points = new { values = Rows(data, ChartStyle.Points) };
        List<object> layers =
        [
            new
            {
                data = new { values = Rows(data, ChartStyle.Steps) },
                mark = new { type = "line", interpolate = "step-after", strokeWidth = 2, clip = true },
                encoding = new { x, y = Y("y"), color = colour, opacity = picked },
                @params = new object[] { Zoom(), new { name = "pick", select = new { type = "point", fields = new[] { "series" } }, bind = "legend" } },
            },
            new { data = new { values = Rows(data, ChartStyle.Line) }, mark = new { type = "line", strokeWidth = 2, clip = true }, encoding = new { x, y = Y("y"), color = colour, opacity = picked } },
            new { data = points, mark = new { type = "rule", clip = true }, encoding = new { x, y = Y("low"), y2 = new { field = "high" }, color = colour, opacity = picked } },
            new { data = points, mark = new { type = "point", filled = true, size = 45, clip = true }, encoding = new { x, y = Y("y"), color = colour, opacity = picked, tooltip = tip } },
        ];
        return VegaJson.Spec(data.Name, caption, [data.XTitle, data.YTitle, .. named.Select(static s => s.Label)], [], layers, new { scale = new { color = "shared" } });
    }

    private static List<object> Rows(ChartFigureData data, ChartStyle style)
    {
        List<object> rows = [];
        foreach (ChartSeries s in data.Series.Where(s => s.Style == style))
        {
            string series = MarkedText.ToPlain(s.Label);
            for (int i = 0; i < s.X.Count; i++)
            {
                double y = s.Y[Math.Min(i, s.Y.Count - 1)];
                double error = s.Errors is { } errors && i < errors.Count ? errors[i] : 0.0;
                rows.Add(new { series, x = s.X[i], y, low = y - error, high = y + error, error });
            }
        }

        return rows;
    }
}

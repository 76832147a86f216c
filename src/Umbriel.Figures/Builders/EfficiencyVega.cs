using static Umbriel.Figures.VegaJson;

namespace Umbriel.Figures;

/// <summary>The efficiency figure for the report.</summary>
public static class EfficiencyVega
{
    /// <summary>Vega-lite of <paramref name="data"/>: a click in the legend picks a topology, boxes switch the layers.</summary>
    public static VegaSpec Spec(EfficiencyFigureData data, string caption)
    {
        data.Require();
        object x = Position("x", MarkedText.ToPlain(data.AxisTitle), new { domain = new[] { data.Edges[0], data.Edges[^1] }, nice = false });
        object y = Position("y", "Selection efficiency", new { zero = true });
        object colour = new
        {
            field = "curve",
            type = "nominal",
            title = (string?)null,
            sort = (string?)null,
            scale = new
            {
                domain = data.Curves.Select(c => MarkedText.ToPlain(c.Label)).ToArray(),
                range = data.Curves.Select((_, i) => FigureStyle.TopologyColour(i)).ToArray(),
            },
        };
        object curveTip = Tip("curve", "Topology", "nominal");
        List<object> layers =
        [
            new
            {
                data = new { values = Steps(data) },
                mark = new { type = "line", interpolate = "step-after", strokeWidth = 2, clip = true },
                encoding = new { x, y, color = colour, opacity = PickedOpacity("pick", "published") },
                @params = new object[] { Zoom(), new { name = "pick", select = new { type = "point", fields = new[] { "curve" } }, bind = "legend" } },
            },
        ];
        List<object> parameters = [Switch("published", "Published (steps)")];
        if (data.Curves.Any(c => c.Folded is not null))
        {
            parameters.Add(Switch("folded", "This work, folded (points)"));
            object values = new { values = Points(data) };
            layers.Add(new { data = values, mark = new { type = "rule", clip = true }, encoding = new { x, y = Position("low", "Selection efficiency", new { zero = true }), y2 = new { field = "high" }, color = colour, opacity = PickedOpacity("pick", "folded") } });
            layers.Add(new
            {
                data = values,
                mark = new { type = "point", filled = true, size = 45, clip = true },
                encoding = new { x, y, color = colour, opacity = PickedOpacity("pick", "folded"), tooltip = new[] { curveTip, Tip("x", "Bin centre"), Tip("y", "Folded"), Tip("published", "Published"), Tip("error", "± folded") } },
            });
        }

        return VegaJson.Spec(data.Name, caption, [data.AxisTitle, .. data.Curves.Select(c => c.Label)], parameters, layers, new { scale = new { color = "shared" } });
    }

    private static List<object> Steps(EfficiencyFigureData data)
    {
        List<object> rows = [];
        foreach (EfficiencyCurve curve in data.Curves)
        {
            string label = MarkedText.ToPlain(curve.Label);
            for (int i = 0; i < data.Edges.Count; i++)
            {
                rows.Add(new { curve = label, x = data.Edges[i], y = curve.Published[Math.Min(i, curve.Published.Count - 1)] });
            }
        }

        return rows;
    }

    private static List<object> Points(EfficiencyFigureData data)
    {
        List<object> rows = [];
        foreach (EfficiencyCurve curve in data.Curves.Where(c => c.Folded is not null))
        {
            string label = MarkedText.ToPlain(curve.Label);
            for (int i = 0; i < curve.Folded!.Count; i++)
            {
                double error = curve.FoldedError?[i] ?? 0;
                double value = curve.Folded[i];
                rows.Add(new { curve = label, x = 0.5 * (data.Edges[i] + data.Edges[i + 1]), y = value, low = value - error, high = value + error, error, published = curve.Published[i] });
            }
        }

        return rows;
    }
}

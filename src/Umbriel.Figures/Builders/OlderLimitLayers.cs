using static Umbriel.Figures.VegaJson;

namespace Umbriel.Figures;

/// <summary>The older limits of the report's limit figure: grey areas with thin boundaries and a legend of their own.</summary>
internal static class OlderLimitLayers
{
    /// <summary>Name of the switch that turns all of them off.</summary>
    public const string SwitchName = "older";

    private const string Pick = "pickOlder";

    // Boundaries from dark to light, so that the legend tells them apart; the areas stay one grey.
    private static readonly string[] s_greys = ["#5e5e5e", "#707070", "#828282", "#949494", "#a3a3a3", "#b0b0b0"];

    /// <summary>Two layers; a click on a name in the legend picks a source, and its name shows on the area and the line.</summary>
    public static IEnumerable<object> Of(IReadOnlyList<OlderLimit> limits, object x, object y, (double Low, double High) mass, double top)
    {
        string[] labels = [.. limits.Select(l => MarkedText.ToPlain(l.Label)).Distinct()];
        object values = new { values = Rows(limits, mass) };

        // The references stand once a source, not once a point.
        object references = limits.Select(l => new { label = MarkedText.ToPlain(l.Label), cite = l.CitationKey is { } key ? Bibliography.Get(key).PlainText : "" }).Distinct().ToArray();
        object[] transform = [new { lookup = "label", from = new { data = new { values = references }, key = "label", fields = new[] { "cite" } } }];
        object detail = new { field = "piece", type = "nominal" };
        object[] tips = [Tip("label", "Previous limit", "nominal"), Tip("cite", "Reference", "nominal")];
        yield return new
        {
            data = values,
            transform,
            mark = new { type = "area", clip = true, line = false, color = FigureStyle.Older },
            encoding = new { x, y, y2 = new { datum = top }, detail, opacity = PickedOpacity(Pick, SwitchName), tooltip = tips },
        };
        object stroke = new
        {
            field = "label",
            type = "nominal",
            title = "Previous limits",
            sort = (string?)null,
            scale = new { domain = labels, range = labels.Select((_, i) => s_greys[i % s_greys.Length]).ToArray() },
        };
        object pick = new { name = Pick, select = new { type = "point", fields = new[] { "label" } }, bind = "legend" };
        yield return new
        {
            data = values,
            transform,
            mark = new { type = "line", strokeWidth = 1.1, clip = true },
            encoding = new { x, y, order = new { field = "i" }, detail, stroke, opacity = PickedOpacity(Pick, SwitchName), tooltip = new[] { tips[0], tips[1], Tip("m", "Mass [GeV]"), Tip("u", "|U|²") } },
            @params = new[] { pick },
        };
    }

    private static List<object> Rows(IReadOnlyList<OlderLimit> limits, (double Low, double High) mass)
    {
        List<object> rows = [];
        for (int piece = 0; piece < limits.Count; piece++)
        {
            Curve boundary = limits[piece].Boundary.Within(mass.Low, mass.High);
            string label = MarkedText.ToPlain(limits[piece].Label);
            for (int i = 0; i < boundary.Count; i++)
            {
                rows.Add(new { m = boundary.X[i], u = boundary.Y[i], piece, label, i });
            }
        }

        return rows;
    }
}

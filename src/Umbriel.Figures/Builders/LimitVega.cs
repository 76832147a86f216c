using static Umbriel.Figures.FigureStyle;
using static Umbriel.Figures.VegaJson;

namespace Umbriel.Figures;

/// <summary>The limit figure for the report.</summary>
public static class LimitVega
{
    private const string ZPrimeMass = "*m*_{*Z*′}";

    // Labels as in print; vega has already emptied those that would crowd. Logarithm and first digits of the value.
    private const string Exponent = "floor(log(datum.value)/LN10 + 1e-9)";
    private const string Digits = "datum.value / pow(10, " + Exponent + ")";
    private const string PowerLabel =
        "datum.label == '' || abs(" + Exponent + ") > 20 ? datum.label : (" + Digits + " < 1.000001 ? '' : format(" + Digits + ", '.3~g') + '\u00A0×\u00A0')"
        + " + '10' + ['⁻²⁰','⁻¹⁹','⁻¹⁸','⁻¹⁷','⁻¹⁶','⁻¹⁵','⁻¹⁴','⁻¹³','⁻¹²','⁻¹¹','⁻¹⁰','⁻⁹','⁻⁸','⁻⁷','⁻⁶','⁻⁵','⁻⁴','⁻³','⁻²','⁻¹','⁰','¹','²','³','⁴','⁵','⁶','⁷','⁸','⁹','¹⁰','¹¹','¹²','¹³','¹⁴','¹⁵','¹⁶','¹⁷','¹⁸','¹⁹','²⁰'][" + Exponent + " + 20]";

    // Masses are plain numbers as far as these are short.
    private const string MassLabel = "datum.value >= 0.00099 && datum.value < 9999 ? (datum.label == '' ? '' : format(datum.value, '.3~g')) : (" + PowerLabel + ")";

    // Markers near the frame are drawn whole, so that a page that is zoomed has to hide those beyond it.
    private const string InFrame = "inrange(datum.m, domain('x')) && inrange(datum.u, domain('y'))";

    /// <summary>Vega-lite of <paramref name="data"/>: a click in the legend picks a Z′ mass, boxes switch the layers.</summary>
    public static VegaSpec Spec(LimitFigureData data, string caption)
    {
        data.Require();
        (double low, double high) = LimitFigure.CouplingRange(data);
        (double massLow, double massHigh) = LimitFigure.MassRange(data);
        object Axis(string label) => new { grid = true, gridColor = "#eceff2", labelExpr = label, labelSeparation = 6 };
        object x = Position("m", MarkedText.ToPlain(data.MassTitle), new { type = "log", domain = new[] { massLow, massHigh }, nice = false }, Axis(MassLabel));
        object y = Position("u", MarkedText.ToPlain(data.CouplingTitle), new { type = "log", domain = new[] { low, high }, nice = false }, Axis(PowerLabel));
        double[] masses = [.. data.Limits.Select(l => l.ZPrimeMassGeV).Concat((data.Regions ?? []).Select(r => r.ZPrimeMassGeV)).Distinct()];
        object colourScale = new { domain = masses.Select(Mass).ToArray(), range = masses.Select(m => LimitFigure.Colour(data, m)).ToArray() };
        object colour = new { field = "mass", type = "nominal", title = MarkedText.ToPlain(ZPrimeMass), sort = (string?)null, scale = colourScale };
        List<object> parameters = [Switch("observed", "MicroBooNE observed (solid)"), Switch("expected", "MicroBooNE expected (dashed)")];
        List<object> layers = [];
        if (data.OlderLimits is { Count: > 0 })
        {
            parameters.Add(Switch("older", "Previous limits (grey)"));
            layers.AddRange(OlderLimitLayers.Of(data.OlderLimits, x, y, (massLow, massHigh), high));
        }

        if (data.Regions is { } regions && regions.Any(r => r.Contours.Count > 0))
        {
            parameters.Add(Switch("regions", "MiniBooNE preferred (filled, dotted; ★ best fit)"));
            object fill = new { field = "mass", type = "nominal", scale = colourScale, legend = (string?)null };
            layers.Add(new
            {
                data = new { values = Regions(regions) },
                mark = new { type = "line", interpolate = "linear-closed", clip = true, fillOpacity = 0.28, strokeWidth = 1.2, strokeDash = new[] { 1.5, 3.0 } },
                encoding = new { x, y, order = new { field = "i" }, color = colour, fill, detail = new { field = "piece", type = "nominal" }, opacity = PickedOpacity("pick", "regions"), tooltip = new[] { Tip("mass", "MiniBooNE 95% C.L., mZ′", "nominal") } },
            });
            layers.Add(new
            {
                data = new { values = regions.Where(r => r.BestFit is not null).Select(r => new { mass = Mass(r.ZPrimeMassGeV), m = r.BestFit!.MassGeV, u = r.BestFit.Coupling }).ToArray() },
                mark = new { type = "text", text = "★", fontSize = 18, clip = false },
                encoding = new { x, y, color = colour, opacity = PickedOpacity("pick", "regions", within: InFrame) },
            });
        }

        object pick = new { name = "pick", select = new { type = "point", fields = new[] { "mass" } }, bind = "legend" };
        layers.Add(Lines("expected", new[] { 6, 4 }, 1.6, data.Limits.Select(l => (l.ZPrimeMassGeV, l.Expected)), []));
        if (data.Limits.Any(l => l.Alternative is { Count: > 0 }))
        {
            parameters.Add(Switch("alternative", $"{data.AlternativeTitle ?? "Alternative"} (thin)"));
            layers.Add(Lines("alternative", [1, 0], 0.8, data.Limits.Select(l => (l.ZPrimeMassGeV, l.Alternative ?? [])), []));
        }

        layers.Add(Lines("observed", new[] { 1, 0 }, 2.4, data.Limits.Select(l => (l.ZPrimeMassGeV, l.Observed)), [Zoom(), pick]));
        if (data.ExamplePoint is { } example)
        {
            parameters.Add(Switch("example", "The letter's example (green plus)"));
            layers.Add(Point("example", "The letter's example", example, "cross", 240, Example));
        }

        if (data.CardPoint is { } card)
        {
            parameters.Add(Switch("card", "The card's point (diamond)"));
            layers.Add(Point("card", "The card's point", card, "diamond", 150, Ink));
        }

        return VegaJson.Spec(data.Name, caption, [data.MassTitle, data.CouplingTitle, ZPrimeMass], parameters, layers, new { scale = new { color = "shared" }, legend = new { fill = "independent", stroke = "independent" } });

        object Point(string name, string title, PlanePoint at, string shape, double size, string ink) => new
        {
            data = new { values = new[] { new { m = at.MassGeV, u = at.Coupling } } },
            mark = new { type = "point", shape, size, filled = true, color = ink, clip = false },
            encoding = new { x, y, opacity = SwitchedOpacity(name, within: InFrame), tooltip = new[] { Tip("m", $"{title}: mass [GeV]"), Tip("u", "|U|²") } },
        };

        object Lines(string name, int[] dash, double width, IEnumerable<(double Mass, IReadOnlyList<Curve> Pieces)> limits, object[] layerParameters) => new
        {
            data = new { values = Pieces(limits) },
            mark = new { type = "line", strokeDash = dash, strokeWidth = width, clip = true },
            encoding = new
            {
                x,
                y,
                color = colour,
                order = new { field = "i" },
                detail = new { field = "piece", type = "nominal" },
                opacity = PickedOpacity("pick", name),
                tooltip = new[] { Tip("mass", $"mZ′ ({name})", "nominal"), Tip("m", "Mass [GeV]"), Tip("u", "|U|²") },
            },
            @params = layerParameters,
        };
    }

    private static string Mass(double gev) => MarkedText.ToPlain(MarkedNumber.Mass(gev));

    private static List<object> Pieces(IEnumerable<(double Mass, IReadOnlyList<Curve> Pieces)> limits)
    {
        List<object> rows = [];
        int piece = 0;
        foreach ((double mass, IReadOnlyList<Curve> pieces) in limits)
        {
            foreach (Curve curve in pieces)
            {
                Append(rows, curve, Mass(mass), piece++);
            }
        }

        return rows;
    }

    private static List<object> Regions(IReadOnlyList<PreferredRegion> regions) =>
        Pieces(regions.Select(r => (r.ZPrimeMassGeV, r.Contours)));

    private static void Append(List<object> rows, Curve curve, string mass, int piece)
    {
        for (int i = 0; i < curve.Count; i++)
        {
            rows.Add(new { mass, m = curve.X[i], u = curve.Y[i], piece, i });
        }
    }
}

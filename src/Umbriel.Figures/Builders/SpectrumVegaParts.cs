using static Umbriel.Figures.FigureStyle;
using static Umbriel.Figures.VegaJson;

namespace Umbriel.Figures;

/// <summary>Axes, boxes, data points and legend, alike in every spectrum of the report.</summary>
/// <param name="axisTitle">Title of the horizontal axis, in marked text.</param>
/// <param name="heightTitle">Title of the vertical axis, plain.</param>
/// <param name="edges">Bin edges.</param>
/// <param name="bins">One row a bin with the fields that the layers name; the data's are centre, data, dataLow, dataHigh.</param>
/// <param name="tips">Tooltip of a bin.</param>
internal sealed class SpectrumVegaParts(string axisTitle, string heightTitle, IReadOnlyList<double> edges, IReadOnlyList<object> bins, object[] tips)
{
    private readonly string title = MarkedText.ToPlain(axisTitle);
    private readonly object scale = new { domain = new[] { edges[0], edges[^1] }, nice = false };
    private readonly object binRows = new { values = bins };

    /// <summary>Horizontal position.</summary>
    public object X(string field) => Position(field, title, scale);

    /// <summary>Vertical position.</summary>
    public object Y(string field) => Position(field, heightTitle, new { zero = true });

    /// <summary>A box a bin between two fields, in the colour of the legend's entry <paramref name="name"/>.</summary>
    public object Boxes(string from, string to, string name, object? opacity = null, bool zoom = false) => new
    {
        data = binRows,
        mark = new { type = "rect", clip = true, stroke = (string?)null },
        encoding = new { x = X("low"), x2 = new { field = "high" }, y = Y(from), y2 = new { field = to }, color = new { datum = name }, opacity = opacity ?? new { value = 1.0 }, tooltip = tips },
        @params = zoom ? new[] { Zoom() } : [],
    };

    /// <summary>A staircase through rows with fields x and y.</summary>
    public object Steps(IReadOnlyList<object> rows, string name, int[] dash, object opacity) => new
    {
        data = new { values = rows },
        mark = new { type = "line", interpolate = "step-after", strokeDash = dash, strokeWidth = 2, clip = true },
        encoding = new { x = X("x"), y = Y("y"), color = new { datum = name }, opacity },
    };

    /// <summary>The data's bars and points, which the switch showData turns off, with the legend of the whole figure.</summary>
    public IEnumerable<object> Points(IReadOnlyList<(string Name, string Colour)> legend)
    {
        yield return new { data = binRows, mark = new { type = "rule", strokeWidth = 1.5, clip = true }, encoding = new { x = X("centre"), y = Y("dataLow"), y2 = new { field = "dataHigh" }, color = new { datum = "Data" }, opacity = SwitchedOpacity("showData") } };
        object colour = new
        {
            datum = "Data",
            scale = new { domain = legend.Select(l => l.Name).ToArray(), range = legend.Select(l => l.Colour).ToArray() },
            legend = new { title = (string?)null, symbolType = "square", symbolOpacity = 1 },
        };
        yield return new { data = binRows, mark = new { type = "point", filled = true, size = 60, clip = true }, encoding = new { x = X("centre"), y = Y("data"), color = colour, opacity = SwitchedOpacity("showData"), tooltip = tips } };
    }

    /// <summary>Rows of a staircase over the edges; the last bin reaches the upper edge.</summary>
    public static List<object> Staircase(IReadOnlyList<double> edges, Func<int, double> height) =>
        [.. edges.Select((edge, i) => new { x = edge, y = height(Math.Min(i, edges.Count - 2)) })];
}

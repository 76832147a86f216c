using System.Text.Json;

namespace Umbriel.Figures;

/// <summary>Pieces of vega-lite that the three figures share.</summary>
internal static class VegaJson
{
    public const int Height = 400;

    /// <summary>Drag to pan, shift and wheel to zoom, double click to go back; the plain wheel still scrolls the page.</summary>
    public static object Zoom() => new
    {
        name = "view",
        select = new { type = "interval", zoom = "wheel![event.shiftKey]" },
        bind = "scales",
    };

    /// <summary>A switch for one layer.</summary>
    public static object Switch(string name, string label) => new { name, value = true, bind = new { input = "checkbox", name = label } };

    /// <summary>An opacity that a switch turns off.</summary>
    /// <param name="name">The switch.</param>
    /// <param name="on">The opacity.</param>
    /// <param name="within">A further condition, in vega's expressions; null for none.</param>
    public static object SwitchedOpacity(string name, double on = 1, string? within = null) => new { condition = new { test = within is null ? name : $"{name} && {within}", value = on }, value = 0 };

    /// <summary>An opacity that the legend's selection dims and a switch turns off.</summary>
    /// <param name="pick">The selection.</param>
    /// <param name="name">The switch.</param>
    /// <param name="on">The opacity.</param>
    /// <param name="within">A further condition, in vega's expressions; null for none.</param>
    public static object PickedOpacity(string pick, string name, double on = 1, string? within = null) => new
    {
        condition = new object[]
        {
            new { test = within is null ? $"!{name}" : $"!({name} && {within})", value = 0.0 },
            new Dictionary<string, object> { ["param"] = pick, ["value"] = on },
        },
        value = 0.08,
    };

    /// <summary>A quantitative position.</summary>
    public static object Position(string field, string title, object scale, object? axis = null) =>
        new { field, type = "quantitative", title, scale, axis = axis ?? new { grid = false, tickCount = 8, labelExpr = "replace(datum.label, ',', '')" } };

    /// <summary>A tooltip entry.</summary>
    public static object Tip(string field, string title, string type = "quantitative") =>
        type == "quantitative" ? new { field, title, type, format = ".4~g" } : new { field, title, type, format = "" };

    /// <summary>The specification: layers with parameters, as wide as the page.</summary>
    /// <param name="name">Name of the figure.</param>
    /// <param name="caption">Caption, in marked text.</param>
    /// <param name="marked">Titles and labels in marked text: report.js sets those that Unicode alone cannot.</param>
    /// <param name="parameters">Parameters.</param>
    /// <param name="layers">Layers.</param>
    /// <param name="resolve">Which scales and legends they share.</param>
    public static VegaSpec Spec(string name, string caption, IEnumerable<string> marked, IReadOnlyList<object> parameters, IReadOnlyList<object> layers, object resolve)
    {
        Dictionary<string, object> spec = new(StringComparer.Ordinal)
        {
            ["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json",
            ["description"] = MarkedText.ToPlain(caption),
            ["width"] = "container",
            ["height"] = Height,
            ["background"] = "#ffffff",
            ["params"] = parameters,
            ["layer"] = layers,
            ["resolve"] = resolve,
            ["usermeta"] = new { marked = marked.Distinct().Select(text => (Plain: MarkedText.ToPlain(text), Html: MarkedText.ToHtml(text))).Where(t => t.Html.Contains('<', StringComparison.Ordinal)).DistinctBy(t => t.Plain).ToDictionary(t => t.Plain, t => t.Html) },
            ["config"] = new
            {
                font = "Liberation Sans, Helvetica, Arial, sans-serif",
                axis = new { labelFontSize = 12, titleFontSize = 13, titleFontWeight = "normal", domainColor = FigureStyle.Ink, tickColor = FigureStyle.Ink },
                legend = new { labelFontSize = 12, titleFontSize = 12, titleFontWeight = "normal", labelLimit = 260 },
                view = new { stroke = FigureStyle.Ink },
            },
        };
        return new VegaSpec(name, caption, JsonSerializer.Serialize(spec));
    }
}

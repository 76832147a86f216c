using static Umbriel.Figures.FigureStyle;
using static Umbriel.Figures.VegaJson;

namespace Umbriel.Figures;

/// <summary>The spectrum figure for the report.</summary>
public static class SpectrumVega
{
    private const string BackgroundName = "Constrained background";
    private const string BandName = "Background uncertainty";
    private const string PredictedName = "Signal, this work";
    private const string PublishedName = "Signal, published (dashed)";

    /// <summary>Vega-lite of <paramref name="data"/>; boxes switch the layers.</summary>
    public static VegaSpec Spec(SpectrumFigureData data, string caption)
    {
        data.Require();
        string title = MarkedText.ToPlain(data.AxisTitle);
        object scale = new { domain = new[] { data.Edges[0], data.Edges[^1] }, nice = false };
        object bins = new { values = Bins(data) };
        object[] tips = Tips(data);
        List<object> parameters = [Switch("showData", "Data"), Switch("band", BandName)];
        List<object> layers = [Boxes("zero", "background", BackgroundName, 1.0, zoom: true)];
        List<(string Name, string Colour)> legend = [("Data", Ink), (BackgroundName, Background), (BandName, "#8794a3")];
        if (data.PredictedSignal is not null)
        {
            parameters.Add(Switch("predicted", PredictedName));
            layers.Add(Boxes("background", "predicted", PredictedName, SwitchedOpacity("predicted"), zoom: false));
            legend.Add((PredictedName, SignalFill));
        }

        layers.Add(Boxes("bandLow", "bandHigh", BandName, SwitchedOpacity("band", 0.55), zoom: false));
        if (data.PublishedSignal is not null)
        {
            parameters.Add(Switch("published", PublishedName));
            layers.Add(new
            {
                data = new { values = Staircase(data) },
                mark = new { type = "line", interpolate = "step-after", strokeDash = new[] { 6, 4 }, strokeWidth = 2, clip = true },
                encoding = new { x = X("x"), y = Y("y"), color = new { datum = PublishedName }, opacity = SwitchedOpacity("published") },
            });
            legend.Add((PublishedName, PublishedSignal));
        }

        layers.Add(new { data = bins, mark = new { type = "rule", strokeWidth = 1.5, clip = true }, encoding = new { x = X("centre"), y = Y("dataLow"), y2 = new { field = "dataHigh" }, color = new { datum = "Data" }, opacity = SwitchedOpacity("showData") } });
        layers.Add(new { data = bins, mark = new { type = "point", filled = true, size = 60, clip = true }, encoding = new { x = X("centre"), y = Y("data"), color = Legend(), opacity = SwitchedOpacity("showData"), tooltip = tips } });
        return VegaJson.Spec(data.Name, caption, parameters, layers, new { scale = new { color = "shared" } });

        object X(string field) => Position(field, title, scale);
        object Y(string field) => Position(field, "Events per bin", new { zero = true });
        object Boxes(string from, string to, string name, object opacity, bool zoom) => new
        {
            data = bins,
            mark = new { type = "rect", clip = true, stroke = (string?)null },
            encoding = new { x = X("low"), x2 = new { field = "high" }, y = Y(from), y2 = new { field = to }, color = new { datum = name }, opacity = opacity is double value ? new { value } : opacity, tooltip = tips },
            @params = zoom ? new[] { Zoom() } : [],
        };
        object Legend() => new
        {
            datum = "Data",
            scale = new { domain = legend.Select(l => l.Name).ToArray(), range = legend.Select(l => l.Colour).ToArray() },
            legend = new { title = (string?)null, symbolType = "square", symbolOpacity = 1 },
        };
    }

    private static object[] Tips(SpectrumFigureData data)
    {
        List<object> tips = [Tip("low", "Bin from"), Tip("high", "Bin to"), Tip("data", "Data"), Tip("background", "Background"), Tip("error", "± background")];
        if (data.PublishedSignal is not null)
        {
            tips.Add(Tip("signalPublished", PublishedName));
        }

        if (data.PredictedSignal is not null)
        {
            tips.Add(Tip("signalPredicted", PredictedName));
        }

        return [.. tips];
    }

    private static List<object> Bins(SpectrumFigureData data)
    {
        List<object> rows = [];
        for (int i = 0; i < data.Data.Count; i++)
        {
            (double low, double high) = PoissonInterval.Of(data.Data[i]);
            double background = data.Background[i];
            double error = data.BackgroundError[i];
            double predicted = data.PredictedSignal?[i] ?? 0;
            rows.Add(new
            {
                low = data.Edges[i],
                high = data.Edges[i + 1],
                centre = 0.5 * (data.Edges[i] + data.Edges[i + 1]),
                zero = 0,
                data = data.Data[i],
                dataLow = low,
                dataHigh = high,
                background,
                error,
                bandLow = Math.Max(0, background - error),
                bandHigh = background + error,
                predicted = background + predicted,
                signalPredicted = predicted,
                signalPublished = data.PublishedSignal?[i] ?? 0,
            });
        }

        return rows;
    }

    private static List<object> Staircase(SpectrumFigureData data)
    {
        List<object> rows = [];
        for (int i = 0; i < data.Edges.Count; i++)
        {
            int bin = Math.Min(i, data.Data.Count - 1);
            rows.Add(new { x = data.Edges[i], y = data.Background[bin] + data.PublishedSignal![bin] });
        }

        return rows;
    }
}

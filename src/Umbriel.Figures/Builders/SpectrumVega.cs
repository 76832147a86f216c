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
        SpectrumVegaParts parts = new(data.AxisTitle, "Events / bin", data.Edges, Bins(data), Tips(data));
        List<object> parameters = [Switch("showData", "Data"), Switch("band", BandName)];
        List<object> layers = [parts.Boxes("zero", "background", BackgroundName, zoom: true)];
        List<(string Name, string Colour)> legend = [("Data", Ink), (BackgroundName, Background), (BandName, "#8794a3")];
        if (data.PredictedSignal is not null)
        {
            parameters.Add(Switch("predicted", PredictedName));
            layers.Add(parts.Boxes("background", "predicted", PredictedName, SwitchedOpacity("predicted")));
            legend.Add((PredictedName, SignalFill));
        }

        layers.Add(parts.Boxes("bandLow", "bandHigh", BandName, SwitchedOpacity("band", 0.55)));
        if (data.PublishedSignal is { } published)
        {
            parameters.Add(Switch("published", PublishedName));
            layers.Add(parts.Steps(SpectrumVegaParts.Staircase(data.Edges, bin => data.Background[bin] + published[bin]), PublishedName, [6, 4], SwitchedOpacity("published")));
            legend.Add((PublishedName, PublishedSignal));
        }

        layers.AddRange(parts.Points(legend));
        return VegaJson.Spec(data.Name, caption, [data.AxisTitle], parameters, layers, new { scale = new { color = "shared" } });
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
}

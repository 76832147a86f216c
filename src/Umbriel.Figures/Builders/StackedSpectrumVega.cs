using static Umbriel.Figures.FigureStyle;
using static Umbriel.Figures.VegaJson;

namespace Umbriel.Figures;

/// <summary>The stacked spectrum for the report.</summary>
public static class StackedSpectrumVega
{
    private const string BandName = "Background uncertainty";

    /// <summary>Vega-lite of <paramref name="data"/>; boxes switch data, signal, backgrounds and band.</summary>
    public static VegaSpec Spec(StackedSpectrumFigureData data, string caption)
    {
        data.Require();
        string signal = MarkedText.ToPlain(data.SignalLabel.Replace("\n", ", ", StringComparison.Ordinal));
        string[] names = [.. data.Backgrounds.Select(b => MarkedText.ToPlain(b.Label))];
        SpectrumVegaParts parts = new(data.AxisTitle, MarkedText.ToPlain(data.HeightTitle), data.Edges, Bins(data), Tips(data, names, signal));
        List<object> parameters = [Switch("showData", "Data"), Switch("backgrounds", "Backgrounds")];
        List<object> layers = [.. names.Select((name, i) => parts.Boxes(Field(i), Field(i + 1), name, SwitchedOpacity("backgrounds"), zoom: i == 0))];
        List<(string Name, string Colour)> legend = [("Data", Ink), .. names.Select((name, i) => (name, data.Colour(i))).Reverse()];
        if (data.TotalError is not null)
        {
            parameters.Add(Switch("band", BandName));
            layers.Add(parts.Boxes("bandLow", "bandHigh", BandName, SwitchedOpacity("band", 0.55)));
            legend.Add((BandName, "#8794a3"));
        }

        if (data.Signal is not null)
        {
            parameters.Add(Switch("signal", signal));
            layers.Add(parts.Boxes(Field(names.Length), "signalTop", signal, SwitchedOpacity("signal", 0.5)));
            layers.Add(parts.Steps(SpectrumVegaParts.Staircase(data.Edges, bin => data.Scale(bin) * (data.Background(bin) + data.Signal[bin])), signal, [1, 0], SwitchedOpacity("signal")));
            legend.Insert(1, (signal, Signal));
        }

        layers.AddRange(parts.Points(legend));
        return VegaJson.Spec(data.Name, caption, [data.AxisTitle, data.SignalLabel.Replace("\n", ", ", StringComparison.Ordinal), .. data.Backgrounds.Select(b => b.Label)], parameters, layers, new { scale = new { color = "shared" } });
    }

    private static string Field(int level) => $"level{level}";

    private static object[] Tips(StackedSpectrumFigureData data, string[] names, string signal)
    {
        List<object> tips = [Tip("low", "Bin from"), Tip("high", "Bin to"), Tip("dataEvents", "Data, events")];
        if (data.Signal is not null)
        {
            tips.Add(Tip("signalEvents", signal));
        }

        tips.AddRange(names.Select((name, i) => Tip($"events{i}", name)));
        tips.Add(Tip("background", "All backgrounds"));
        if (data.TotalError is not null)
        {
            tips.Add(Tip("error", "± all backgrounds"));
        }

        return [.. tips];
    }

    // Heights as drawn; numbers of events for the tooltip.
    private static List<object> Bins(StackedSpectrumFigureData data)
    {
        List<object> rows = [];
        for (int i = 0; i < data.Data.Count; i++)
        {
            double scale = data.Scale(i);
            double background = data.Background(i);
            double error = data.TotalError?[i] ?? 0;
            (double low, double high) = PoissonInterval.Of(data.Data[i]);
            Dictionary<string, double> row = new(StringComparer.Ordinal)
            {
                ["low"] = data.Edges[i],
                ["high"] = data.Edges[i + 1],
                ["centre"] = 0.5 * (data.Edges[i] + data.Edges[i + 1]),
                ["dataEvents"] = data.Data[i],
                ["data"] = scale * data.Data[i],
                ["dataLow"] = scale * low,
                ["dataHigh"] = scale * high,
                ["background"] = background,
                ["error"] = error,
                ["bandLow"] = scale * Math.Max(0, background - error),
                ["bandHigh"] = scale * (background + error),
                ["signalEvents"] = data.Signal?[i] ?? 0,
                ["signalTop"] = scale * (background + (data.Signal?[i] ?? 0)),
                [Field(0)] = 0,
            };
            double sum = 0;
            for (int b = 0; b < data.Backgrounds.Count; b++)
            {
                sum += data.Backgrounds[b].Events[i];
                row[$"events{b}"] = data.Backgrounds[b].Events[i];
                row[Field(b + 1)] = scale * sum;
            }

            rows.Add(row);
        }

        return rows;
    }
}

using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>A chart of series over one quantity, linear axes.</summary>
public static class ChartFigure
{
    /// <summary>The figure for gnuplot, 90 mm wide.</summary>
    public static FigureDescription Describe(ChartFigureData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Require();
        string settings = $"""
            set xlabel {Quote(data.XTitle)} offset 0,0.3
            set ylabel {Quote(data.YTitle)} offset 0.8,0
            set xrange [{Number(data.Low)}:{Number(data.High)}]
            set yrange [0:{Number(data.Ceiling)}]
            {HorizontalTicks(data.Low, data.High)}
            set mytics 5
            set key top right maxrows 4
            {(data.Note is null ? "unset label" : $"set label 1 {Quote(data.Note)} at graph 0,1.03 left font small tc rgb OlderText")}
            """;
        return new FigureDescription(data.Name, 90, 72, Csv(data), settings, Plot(data));
    }

    /// <summary>Three columns a series; rows end where a series does. Steps repeat their last value at the upper edge, so that the drawn staircase reaches it.</summary>
    private static string Csv(ChartFigureData data)
    {
        StringBuilder csv = new();
        csv.AppendJoin(',', data.Series.Select(static s => $"{Field($"{s.Label}, {s.Style}: x")},{Field($"{s.Label}, {s.Style}: y")},{Field($"{s.Label}, {s.Style}: error")}")).Append('\n');
        for (int row = 0; row < data.Series.Max(static s => s.X.Count); row++)
        {
            csv.AppendJoin(',', data.Series.Select(s => row >= s.X.Count
                ? ",,"
                : $"{Number(s.X[row])},{Number(s.Y[Math.Min(row, s.Y.Count - 1)])},{(s.Errors is { } e && row < e.Count ? Number(e[row]) : "")}")).Append('\n');
        }

        return csv.ToString();
    }

    private static string Plot(ChartFigureData data)
    {
        List<string> parts = [];
        for (int i = 0; i < data.Series.Count; i++)
        {
            ChartSeries s = data.Series[i];
            if (s.X.Count == 0)
            {
                continue;
            }

            string colour = $"lc rgb colour(Series, {s.Colour + 1})";
            string style = s.Style switch
            {
                ChartStyle.Steps => $"using {(3 * i) + 1}:{(3 * i) + 2} with steps lw 1.3 {colour}",
                ChartStyle.Line => $"using {(3 * i) + 1}:{(3 * i) + 2} with lines lw 1.3 {colour}",
                _ when s.Errors is null => $"using {(3 * i) + 1}:{(3 * i) + 2} with points pt {Marker(s.Colour)} ps 0.55 {colour}",
                _ => $"using {(3 * i) + 1}:{(3 * i) + 2}:{(3 * i) + 3} with yerrorbars pt {Marker(s.Colour)} ps 0.55 lw 0.9 {colour}",
            };
            string title = data.Series.Take(i).Any(before => before.Label == s.Label) ? "notitle" : $"title {Quote(s.Label)}";
            parts.Add($"'{data.Name}.csv' skip 1 {style} {title}");
        }

        return parts.Count > 0 ? $"plot {string.Join(", \\\n     ", parts)}" : "plot -1";
    }

    private static int Marker(int colour) => new[] { 7, 5, 9, 13, 11 }[colour % 5];
}

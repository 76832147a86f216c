using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>Efficiency against a true quantity: published steps, our folded values as points (the letter's Fig. 2).</summary>
public static class EfficiencyFigure
{
    /// <summary>The figure for gnuplot, 90 mm wide.</summary>
    public static FigureDescription Describe(EfficiencyFigureData data)
    {
        data.Require();
        double peak = data.Curves.Max(c => Math.Max(c.Published.Max(), c.Folded is null ? 0 : c.Folded.Max()));
        string settings = $"""
            set xlabel {Quote(data.AxisTitle)} offset 0,0.3
            set ylabel "Selection efficiency" offset 0.8,0
            set xrange [{Number(data.Edges[0])}:{Number(data.Edges[^1])}]
            set yrange [0:{Number(RoundUp(1.5 * peak))}]
            {HorizontalTicks(data.Edges[0], data.Edges[^1])}
            set mytics 5
            set key top right maxrows 3
            {(data.Note is null ? "unset label" : $"set label 1 {Quote(data.Note)} at graph 0,1.03 left font small tc rgb OlderText")}
            """;
        return new FigureDescription(data.Name, 90, 72, Csv(data), settings, Plot(data));
    }

    private static string Csv(EfficiencyFigureData data)
    {
        StringBuilder csv = new("low,high");
        foreach (EfficiencyCurve curve in data.Curves)
        {
            string label = MarkedText.ToPlain(curve.Label);
            csv.Append(',').Append(Field("published " + label)).Append(',').Append(Field("folded " + label)).Append(',').Append(Field("folded error " + label));
        }

        csv.Append('\n');
        for (int bin = 0; bin < data.Edges.Count; bin++)
        {
            // The closing row repeats the last step at the upper edge, so that the drawn staircase reaches it.
            bool closing = bin == data.Edges.Count - 1;
            csv.Append(Number(data.Edges[bin])).Append(',').Append(closing ? "" : Number(data.Edges[bin + 1]));
            foreach (EfficiencyCurve curve in data.Curves)
            {
                csv.Append(',').Append(Number(curve.Published[closing ? bin - 1 : bin]))
                    .Append(',').Append(closing || curve.Folded is null ? "" : Number(curve.Folded[bin]))
                    .Append(',').Append(closing || curve.Folded is null ? "" : Number(curve.FoldedError?[bin] ?? 0));
            }

            csv.Append('\n');
        }

        return csv.ToString();
    }

    private static string Plot(EfficiencyFigureData data)
    {
        string file = $"'{data.Name}.csv' skip 1 ";
        List<string> parts = [];
        for (int i = 0; i < data.Curves.Count; i++)
        {
            parts.Add($"{file}using 1:{3 + (3 * i)} with steps lw {(i == 0 ? "1.6" : "1.2")} lc rgb colour(Topologies, {i + 1}) title {Quote(data.Curves[i].Label)}");
        }

        for (int i = 0; i < data.Curves.Count; i++)
        {
            if (data.Curves[i].Folded is not null)
            {
                // Vectors rather than yerrorbars, which clear a disc around each point.
                string colour = $"colour(Topologies, {i + 1})";
                parts.Add($"{file}using (0.5*($1+$2)):(${4 + (3 * i)}-${5 + (3 * i)}):(0):(2*${5 + (3 * i)}) with vectors nohead lw 0.9 lc rgb {colour}");
                parts.Add($"{file}using (0.5*($1+$2)):{4 + (3 * i)} with points pt 7 ps 0.35 lc rgb {colour}");
            }
        }

        if (data.Curves.Any(c => c.Folded is not null))
        {
            parts.Add($"keyentry with lines lw 1.2 lc rgb OlderText title \"published\"");
            parts.Add($"keyentry with points pt 7 ps 0.4 lc rgb OlderText title \"this work, folded\"");
        }

        return "plot " + string.Join(", \\\n  ", parts);
    }
}

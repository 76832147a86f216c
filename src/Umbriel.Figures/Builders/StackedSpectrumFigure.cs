using System.Globalization;
using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>Data over stacked backgrounds with the signal on top, for gnuplot.</summary>
public static class StackedSpectrumFigure
{
    // The legend in shares of the frame: sample and margins, one letter, one line.
    private const double SampleWidth = 0.15;
    private const double LetterWidth = 0.0205;
    private const double LineHeight = 0.061;

    /// <summary>The figure for gnuplot, 90 mm wide.</summary>
    public static FigureDescription Describe(StackedSpectrumFigureData data)
    {
        data.Require();
        string[] signalLines = data.Signal is null ? [] : data.SignalLabel.Split('\n');
        int longest = data.Backgrounds.Select(b => b.Label).Concat(signalLines).Append(data.TotalError is null ? "Data" : "Background uncertainty").Max(label => MarkedText.ToPlain(label).Length);
        int lines = 1 + data.Backgrounds.Count + signalLines.Length + (data.TotalError is null ? 0 : 1);
        (bool legendRight, double top) = SpectrumFrame.LegendPlace(data.Edges, Heights(data), Math.Min(0.9, SampleWidth + (LetterWidth * longest)), Math.Max(0.3, 0.97 - (LineHeight * lines)));
        StringBuilder settings = SpectrumFrame.Settings(data.AxisTitle, data.HeightTitle, data.Edges, legendRight, top);
        if (data.Note is not null)
        {
            settings.Append(CultureInfo.InvariantCulture, $"set label 1 {Quote(data.Note)} at graph 0,1.04 left font medium\n");
        }

        return new FigureDescription(data.Name, 90, 76, Csv(data), settings.ToString(), Command(data, signalLines));
    }

    private static double[] Heights(StackedSpectrumFigureData data) =>
        [.. data.Data.Select((count, i) => data.Scale(i) * Math.Max(
            PoissonInterval.Of(count).High,
            data.Background(i) + Math.Max(data.TotalError?[i] ?? 0, data.Signal?[i] ?? 0)))];

    // Columns: edges, scale, data and its interval, total background and its error, signal, then each background.
    private const int FirstBackground = 10;

    private static string Command(StackedSpectrumFigureData data, string[] signalLines)
    {
        string file = $"'{data.Name}.csv' skip 1 ";
        List<string> parts = [];
        string below = "0";
        for (int i = 0; i < data.Backgrounds.Count; i++)
        {
            string upTo = $"{below}+${FirstBackground + i}";
            parts.Add(Box(below, upTo, Colour(i)));
            below = upTo;
        }

        if (data.Signal is not null)
        {
            parts.Add(Box("$7", "$7+$9", nameof(SignalFill)));
        }

        if (data.TotalError is not null)
        {
            parts.Add(SpectrumFrame.Hatched(file, "$3*($7-$8)", "$3*($7+$8)"));
        }

        parts.Add($"{file}using 1:($3*$7) with steps lw 1.0 lc rgb BackgroundEdge");
        if (data.Signal is not null)
        {
            parts.Add($"{file}using 1:($3*($7+$9)) with steps lw 1.6 lc rgb Signal");
        }

        parts.AddRange(SpectrumFrame.Points(file, "$3*$4", "$3*$5", "$3*$6"));
        parts.Add(SpectrumFrame.PointsEntry);
        if (signalLines.Length > 0)
        {
            parts.Add(SpectrumFrame.BoxEntry(nameof(SignalFill), nameof(Signal), signalLines[0]));
            parts.AddRange(SpectrumFrame.TextEntries(signalLines.Skip(1)));
        }

        // From the top of the stack down, as the eye meets them.
        for (int i = data.Backgrounds.Count - 1; i >= 0; i--)
        {
            parts.Add(SpectrumFrame.BoxEntry(Colour(i), Colour(i), data.Backgrounds[i].Label));
        }

        if (data.TotalError is not null)
        {
            parts.Add(SpectrumFrame.HatchedEntry);
        }

        return "plot " + string.Join(", \\\n  ", parts);

        string Colour(int i) => $"'{data.Colour(i)}'";

        string Box(string from, string to, string colour) =>
            $"{file}using (0.5*($1+$2)):($3*({to})):1:2:($3*({from})):($3*({to})) with boxxyerror fs solid 1 border lc rgb {colour} fc rgb {colour} lw 0.4"; // the border hides the seams between bins
    }

    private static string Csv(StackedSpectrumFigureData data)
    {
        StringBuilder csv = new("low,high,scale,data,data_low,data_high,background,background_error,signal");
        foreach (StackedBackground background in data.Backgrounds)
        {
            csv.Append(',').Append(Field(background.Label));
        }

        csv.Append('\n');
        int last = data.Data.Count - 1;
        for (int i = 0; i <= last; i++)
        {
            (double low, double high) = PoissonInterval.Of(data.Data[i]);
            csv.AppendJoin(',', Number(data.Edges[i]), Number(data.Edges[i + 1]), Number(data.Scale(i)), Number(data.Data[i]), Number(low), Number(high),
                Number(data.Background(i)), Optional(data.TotalError, i), Optional(data.Signal, i));
            csv.Append(',').AppendJoin(',', data.Backgrounds.Select(b => Number(b.Events[i]))).Append('\n');
        }

        // The closing row repeats the last bin at the upper edge, so that the drawn staircases reach it.
        csv.AppendJoin(',', Number(data.Edges[^1]), "", Number(data.Scale(last)), "", "", "", Number(data.Background(last)), "", Optional(data.Signal, last));
        return csv.Append(',').AppendJoin(',', data.Backgrounds.Select(_ => "")).Append('\n').ToString();
    }

    private static string Optional(IReadOnlyList<double>? values, int i) => values is null ? "" : Number(values[i]);
}

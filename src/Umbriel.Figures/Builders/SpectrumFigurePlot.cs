using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>The spectrum figure's plot command: layers from the back to the front, then the legend.</summary>
internal static class SpectrumFigurePlot
{
    public static string Command(SpectrumFigureData data)
    {
        string file = $"'{data.Name}.csv' skip 1 ";
        const string Centre = "(0.5*($1+$2))";
        List<string> parts = [];
        parts.Add($"{file}using {Centre}:6:1:2:(0):6 with boxxyerror fs solid 1 noborder fc rgb Background");
        if (data.PredictedSignal is not null)
        {
            parts.Add($"{file}using {Centre}:6:1:2:6:($6+$9) with boxxyerror fs solid 1 noborder fc rgb SignalFill");
        }

        parts.Add(SpectrumFrame.Hatched(file, "$6-$7", "$6+$7"));
        parts.Add($"{file}using 1:6 with steps lw 1.2 lc rgb BackgroundEdge");
        if (data.PredictedSignal is not null)
        {
            parts.Add($"{file}using 1:($6+$9) with steps lw 1.4 lc rgb Signal");
        }

        if (data.PublishedSignal is not null)
        {
            parts.Add($"{file}using 1:($6+$8) with steps lw 1.4 dt (6,4) lc rgb PublishedSignal");
        }

        parts.AddRange(SpectrumFrame.Points(file, "$3", "$4", "$5"));
        AddLegend(data, parts);
        return "plot " + string.Join(", \\\n  ", parts);
    }

    private static void AddLegend(SpectrumFigureData data, List<string> parts)
    {
        parts.Add(SpectrumFrame.PointsEntry);
        parts.Add(SpectrumFrame.BoxEntry(nameof(Background), nameof(BackgroundEdge), "Constrained background"));
        parts.Add(SpectrumFrame.HatchedEntry);
        if (data.PredictedSignal is not null)
        {
            parts.Add(SpectrumFrame.BoxEntry(nameof(SignalFill), nameof(Signal), "Signal, this work"));
        }

        if (data.PublishedSignal is not null)
        {
            parts.Add($"keyentry with lines lw 1.4 dt (6,4) lc rgb PublishedSignal title \"Signal, published\"");
        }

        if (data.SignalLabel is not null && (data.PredictedSignal ?? data.PublishedSignal) is not null)
        {
            parts.AddRange(SpectrumFrame.TextEntries(data.SignalLabel.Split('\n')));
        }
    }
}

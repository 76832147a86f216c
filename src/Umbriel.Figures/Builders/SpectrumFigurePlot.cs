using System.Globalization;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>The spectrum figure's plot command: layers from the back to the front, then the legend.</summary>
internal static class SpectrumFigurePlot
{
    // Horizontal distance of the hatch's lines as a share of the axis, and how many cover the frame at 45 degrees.
    private const double HatchSpacing = 0.017;
    private const int HatchLines = 110;

    /// <summary>
    /// Gnuplot functions for lines at 45 degrees, number k clipped to a bin's band. The terminals' own hatch patterns
    /// have a fixed size in dots, which is too coarse in PDF.
    /// </summary>
    public static string HatchFunctions(IReadOnlyList<double> edges, double top)
    {
        double width = edges[^1] - edges[0];
        return string.Create(CultureInfo.InvariantCulture, $"""
            HatchSlope = {Number(1.3 * top / width)}
            hatch0(k) = {Number(edges[0])} + {Number(width * HatchSpacing)} * (k - {HatchLines - (int)(1 / HatchSpacing)})
            largest(a, b) = a > b ? a : b
            smallest(a, b) = a < b ? a : b
            hatchFrom(k, left, bottom) = largest(left, hatch0(k) + bottom / HatchSlope)
            hatchTo(k, right, upper) = smallest(right, hatch0(k) + upper / HatchSlope)
            hatchStart(from, to) = to > from ? from : NaN
            """);
    }

    public static string Command(SpectrumFigureData data)
    {
        string file = $"'{data.Name}.csv' skip 1 ";
        const string Centre = "(0.5*($1+$2))";
        List<string> parts = [];
        parts.Add($"{file}using {Centre}:6:1:2:(0):6 with boxxyerror fs solid 1 noborder fc rgb '{Background}'");
        if (data.PredictedSignal is not null)
        {
            parts.Add($"{file}using {Centre}:6:1:2:6:($6+$9) with boxxyerror fs solid 1 noborder fc rgb '{SignalFill}'");
        }

        parts.Add($"for [k=0:{HatchLines}] {file}using (a=hatchFrom(k,$1,largest(0,$6-$7)),b=hatchTo(k,$2,$6+$7),hatchStart(a,b)):(HatchSlope*(a-hatch0(k))):(b-a):(HatchSlope*(b-a)) with vectors nohead lw 0.5 lc rgb '{Hatch}'");
        parts.Add($"{file}using 1:6 with steps lw 1.2 lc rgb '{BackgroundEdge}'");
        if (data.PredictedSignal is not null)
        {
            parts.Add($"{file}using 1:($6+$9) with steps lw 1.4 lc rgb '{Signal}'");
        }

        if (data.PublishedSignal is not null)
        {
            parts.Add($"{file}using 1:($6+$8) with steps lw 1.4 dt (6,4) lc rgb '{PublishedSignal}'");
        }

        parts.Add($"{file}using {Centre}:4:(0):($5-$4) with vectors nohead lw 1.2 lc rgb '{Ink}'");
        parts.Add($"{file}using {Centre}:3 with points pt 7 ps 0.5 lc rgb '{Ink}'");
        AddLegend(data, parts);
        return "plot " + string.Join(", \\\n  ", parts);
    }

    private static void AddLegend(SpectrumFigureData data, List<string> parts)
    {
        parts.Add($"keyentry with points pt 7 ps 0.5 lc rgb '{Ink}' title \"Data\"");
        parts.Add($"keyentry with boxes fs solid 1 border lc rgb '{BackgroundEdge}' fc rgb '{Background}' title \"Constrained background\"");
        parts.Add($"keyentry with boxes fs transparent pattern 5 border lc rgb '{Hatch}' fc rgb '{Hatch}' lw 0.5 title \"Background uncertainty\"");
        if (data.PredictedSignal is not null)
        {
            parts.Add($"keyentry with boxes fs solid 1 border lc rgb '{Signal}' fc rgb '{SignalFill}' title \"Signal, this work\"");
        }

        if (data.PublishedSignal is not null)
        {
            parts.Add($"keyentry with lines lw 1.4 dt (6,4) lc rgb '{PublishedSignal}' title \"Signal, published\"");
        }

        if (data.SignalLabel is not null && (data.PredictedSignal ?? data.PublishedSignal) is not null)
        {
            parts.AddRange(data.SignalLabel.Split('\n').Select(line => $"keyentry with lines lt nodraw title {Quote(line)}"));
        }
    }
}

using System.Globalization;
using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>Exclusion contours in the plane of mass and mixing, one colour per Z′ mass (the letter's Fig. 4).</summary>
public static class LimitFigure
{
    /// <summary>Width of the frame between its axes (mm).</summary>
    internal const double FrameWidth = 114;

    /// <summary>Height of the frame (mm).</summary>
    internal const double FrameHeight = 85;

    private const double Width = 180;
    private const double FrameLeft = 19;
    private const double FrameBottom = 12;

    // What the legend holds at its usual spacing, and what a line of the note does.
    private const double MostRows = 20;
    private const int NoteLength = 105;
    private const double NoteLine = 4;

    /// <summary>The figure for gnuplot, 180 mm wide, with its two legends (Z′ mass, line style) to the right.</summary>
    public static FigureDescription Describe(LimitFigureData data)
    {
        data.Require();
        (double massLow, double massHigh) = MassRange(data);
        (double low, double high) = CouplingRange(data);
        string[] note = [.. NoteLines(data.Note)];
        double height = FrameBottom + FrameHeight + 3 + (NoteLine * Math.Max(1, note.Length));
        StringBuilder settings = new();
        settings.Append(CultureInfo.InvariantCulture, $$"""
            set xlabel {{Quote(data.MassTitle)}} offset 0,0.3
            set ylabel {{Quote(data.CouplingTitle)}} offset 0.5,0
            set lmargin at screen {{Number(FrameLeft / Width)}}
            set rmargin at screen {{Number((FrameLeft + FrameWidth) / Width)}}
            set bmargin at screen {{Number(FrameBottom / height)}}
            set tmargin at screen {{Number((FrameBottom + FrameHeight) / height)}}
            set logscale xy
            set xrange [{{Number(massLow)}}:{{Number(massHigh)}}]
            set yrange [{{Number(low)}}:{{Number(high)}}]
            {{LogTicks.Command("x", LogTicks.Of(massLow, massHigh, FrameWidth, 11))}}
            {{LogTicks.Command("y", LogTicks.Of(low, high, FrameHeight, 5))}}
            set key at graph 1.03,1.02 left top vertical maxrows 99 Left reverse samplen 2.4 spacing {{Number(Math.Min(1.3, MostRows * 1.3 / LimitFigurePlot.LegendRows(data)))}}
            CouplingTop = {{Number(high)}}
            MassColours = {{(Masses(data).Length > CurveColours(9).Length ? $"'{string.Join(' ', CurveColours(Masses(data).Length))}'" : "Series")}}

            """);
        int label = 1;
        foreach ((string line, int up) in note.Reverse().Select((line, i) => (line, i)))
        {
            settings.Append(CultureInfo.InvariantCulture, $"set label {label++} {Quote(line)} at graph 0,{Number(1.03 + (NoteLine * up / FrameHeight))} left\n");
        }

        foreach (OlderLabels.Placed name in OlderLabels.Place(data))
        {
            settings.Append(CultureInfo.InvariantCulture, $"set label {label} {Quote(name.Text)} at {Place(name.At)} center font small tc rgb OlderText front\n");
            if (name.Leader is { } leader)
            {
                settings.Append(CultureInfo.InvariantCulture, $"set arrow {label} from {Place(leader.From)} to {Place(leader.To)} ls LeaderLine lc rgb OlderText nohead front\n");
            }

            label++;
        }

        return new FigureDescription(data.Name, Width, height, LimitFigureCsv.Text(data), settings.ToString(), LimitFigurePlot.Command(data));
    }

    // Parts of a long note, at its semicolons.
    private static IEnumerable<string> NoteLines(string? note)
    {
        if (note is null || MarkedText.ToPlain(note).Length <= NoteLength)
        {
            return note is null ? [] : [note];
        }

        string[] parts = note.Split("; ");
        int first = Math.Max(1, Enumerable.Range(1, parts.Length).LastOrDefault(n => MarkedText.ToPlain(string.Join("; ", parts[..n])).Length <= NoteLength));
        return first == parts.Length ? [note] : [string.Join("; ", parts[..first]), string.Join("; ", parts[first..])];
    }

    private static string Place(PlanePoint point) => $"{Number(point.MassGeV)},{Number(point.Coupling)}";

    /// <summary>Ends of the mass axis (GeV).</summary>
    internal static (double Low, double High) MassRange(LimitFigureData data) => data.MassRangeGeV ?? (0.01, 1);

    /// <summary>The range asked for, or whole powers of ten, as far as was scanned, around everything but the older limits.</summary>
    internal static (double Low, double High) CouplingRange(LimitFigureData data)
    {
        if (data.CouplingRange is { } asked)
        {
            return asked;
        }

        double low = double.PositiveInfinity, high = 0;
        foreach (Curve curve in data.Limits.SelectMany(l => l.Observed.Concat(l.Expected).Concat(l.Alternative ?? [])).Concat((data.Regions ?? []).SelectMany(r => r.Contours)))
        {
            foreach (double y in curve.Y)
            {
                low = Math.Min(low, y);
                high = Math.Max(high, y);
            }
        }

        foreach (PlanePoint point in (data.Regions ?? []).Select(r => r.BestFit).Append(data.ExamplePoint).Append(data.CardPoint).OfType<PlanePoint>())
        {
            low = Math.Min(low, point.Coupling);
            high = Math.Max(high, point.Coupling);
        }

        (double scanLow, double scanHigh) = data.Scanned ?? (0, 1);
        if (high == 0)
        {
            return (scanLow > 0 ? scanLow : 1e-12, scanHigh);
        }

        // Two decades or more: fewer show nothing but one number.
        double top = Math.Pow(10, Math.Ceiling(Math.Log10(high) + 0.1));
        double bottom = Math.Min(top / 100, Math.Pow(10, Math.Floor(Math.Log10(low) - 0.1)));
        return (Math.Max(Math.Min(low, scanLow), bottom), Math.Min(Math.Max(high, scanHigh), top));
    }

    /// <summary>Whether there is anything to draw of a Z′ mass.</summary>
    internal static bool Shows(LimitFigureData data, double zPrimeMass) =>
        data.Limits.Any(l => l.ZPrimeMassGeV == zPrimeMass && (l.Observed.Count > 0 || l.Expected.Count > 0 || l.Alternative is { Count: > 0 }))
        || (data.Regions ?? []).Any(r => r.ZPrimeMassGeV == zPrimeMass && (r.Contours.Count > 0 || r.BestFit is not null));

    /// <summary>Z′ masses (GeV): those of the limits, then those of the regions that have no limit.</summary>
    internal static double[] Masses(LimitFigureData data) =>
        [.. data.Limits.Select(l => l.ZPrimeMassGeV).Concat((data.Regions ?? []).Select(r => r.ZPrimeMassGeV)).Distinct()];

    /// <summary>Colour of a Z′ mass.</summary>
    internal static string Colour(LimitFigureData data, double zPrimeMass)
    {
        double[] masses = Masses(data);
        return CurveColours(masses.Length)[Array.IndexOf(masses, zPrimeMass)];
    }
}

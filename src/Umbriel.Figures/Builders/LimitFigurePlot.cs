using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>The limit figure's plot command: layers from the back to the front, then the legends.</summary>
internal static class LimitFigurePlot
{
    // Marks of every first, second and third curve, where there are too many for colours alone: none, circle, triangle.
    private static readonly int?[] s_marks = [null, 6, 8];

    public static string Command(LimitFigureData data)
    {
        List<string> parts = ["NaN"]; // sets up the axes even when there is no curve
        AddOlder(data, parts);
        AddRegions(data, parts);
        AddLimits(data, parts);
        if (data.ExamplePoint is not null)
        {
            string point = Select(data, LimitFigureCsv.Example, 0);
            parts.Add($"{point} with points pt \"✚\" font halo tc rgb 'white'");
            parts.Add($"{point} with points pt \"✚\" font star tc rgb Example");
        }

        if (data.CardPoint is not null)
        {
            string point = Select(data, LimitFigureCsv.Card, 0);
            parts.Add($"{point} with points pt 13 ps 1.4 lc rgb 'white'");
            parts.Add($"{point} with points pt 13 ps 1 lc rgb Ink");
        }

        AddMassLegend(data, parts);
        AddLimitLegend(data, parts);
        AddOtherLegend(data, parts);
        return "plot " + string.Join(", \\\n  ", parts);
    }

    // A block of the table; only its own lines are read.
    private static string Select(LimitFigureData data, string layer, double key) =>
        $"'{data.Name}.csv' skip 1 index '{LimitFigureCsv.Block(layer, key)}' using 3:4";

    private static string Colour(LimitFigureData data, double zPrimeMass) => $"colour(MassColours, {Array.IndexOf(LimitFigure.Masses(data), zPrimeMass) + 1})";

    /// <summary>Style of an observed limit, in the plot and in the legend.</summary>
    private static string Observed(LimitFigureData data, double zPrimeMass)
    {
        double[] masses = LimitFigure.Masses(data);
        string colour = $"lc rgb {Colour(data, zPrimeMass)}";
        return masses.Length > CurveColours(9).Length && s_marks[Array.IndexOf(masses, zPrimeMass) % s_marks.Length] is { } mark
            ? $"with linespoints ls ObservedLine {colour} pt {mark} ps 0.55 pn 7"
            : $"with lines ls ObservedLine {colour}";
    }

    /// <summary>Lines of the legends.</summary>
    public static int LegendRows(LimitFigureData data)
    {
        List<string> parts = [];
        AddMassLegend(data, parts);
        AddLimitLegend(data, parts);
        AddOtherLegend(data, parts);
        return parts.Count;
    }

    // Numbers, from 1, of the older limits that reach into the frame.
    private static int[] Older(LimitFigureData data)
    {
        (double low, double high) = LimitFigure.MassRange(data);
        double top = LimitFigure.CouplingRange(data).High;
        return [.. Enumerable.Range(1, data.OlderLimits?.Count ?? 0).Where(i => data.OlderLimits![i - 1].Boundary.Within(low, high).Y.Any(y => y < top))];
    }

    private static void AddOlder(LimitFigureData data, List<string> parts)
    {
        int[] drawn = Older(data);
        parts.AddRange(drawn.Select(i => $"{Select(data, LimitFigureCsv.Older, i)} with filledcurves y1=CouplingTop fs solid 1 noborder fc rgb Older"));
        parts.AddRange(drawn.Select(i => $"{Select(data, LimitFigureCsv.Older, i)} with lines ls OlderLine lc rgb OlderEdge"));
    }

    private static void AddRegions(LimitFigureData data, List<string> parts)
    {
        foreach (PreferredRegion region in (data.Regions ?? []).Where(r => r.Contours.Any(c => c.Count > 0)))
        {
            string select = Select(data, LimitFigureCsv.Region, region.ZPrimeMassGeV);
            string colour = Colour(data, region.ZPrimeMassGeV);
            parts.Add($"{select} with filledcurves closed fs transparent solid RegionOpacity noborder fc rgb {colour}");
            parts.Add($"{select} with lines ls RegionLine lc rgb {colour}");
        }

        foreach (PreferredRegion region in (data.Regions ?? []).Where(r => r.BestFit is not null))
        {
            string select = Select(data, LimitFigureCsv.BestFit, region.ZPrimeMassGeV);
            parts.Add($"{select} with points pt \"★\" font halo tc rgb 'white'");
            parts.Add($"{select} with points pt \"★\" font star tc rgb {Colour(data, region.ZPrimeMassGeV)}");
        }
    }

    private static void AddLimits(LimitFigureData data, List<string> parts)
    {
        foreach (LimitCurve limit in data.Limits)
        {
            string colour = $"lc rgb {Colour(data, limit.ZPrimeMassGeV)}";
            if (limit.Expected.Count > 0)
            {
                parts.Add($"{Select(data, LimitFigureCsv.Expected, limit.ZPrimeMassGeV)} with lines ls ExpectedLine {colour}");
            }

            if (limit.Alternative is { Count: > 0 })
            {
                parts.Add($"{Select(data, LimitFigureCsv.Alternative, limit.ZPrimeMassGeV)} with lines ls AlternativeLine {colour}");
            }

            if (limit.Observed.Count > 0)
            {
                parts.Add($"{Select(data, LimitFigureCsv.Observed, limit.ZPrimeMassGeV)} {Observed(data, limit.ZPrimeMassGeV)}");
            }
        }
    }

    private static void AddMassLegend(LimitFigureData data, List<string> parts)
    {
        double[] shown = [.. LimitFigure.Masses(data).Where(mass => LimitFigure.Shows(data, mass))];
        parts.AddRange(shown.Length > 0 ? [Entry("*m*_{*Z*′}")] : []);
        parts.AddRange(shown.Select(mass => $"keyentry {Observed(data, mass)} title {Quote(MarkedNumber.Mass(mass))}"));
    }

    private static void AddLimitLegend(LimitFigureData data, List<string> parts)
    {
        List<string> entries = [];
        if (data.Limits.Any(l => l.Observed.Count > 0))
        {
            entries.Add("keyentry with lines ls ObservedLine lc rgb Ink title \"observed\"");
        }

        if (data.Limits.Any(l => l.Expected.Count > 0))
        {
            entries.Add("keyentry with lines ls ExpectedLine lc rgb Ink title \"expected\"");
        }

        if (data.Limits.Any(l => l.Alternative is { Count: > 0 }))
        {
            entries.Add($"keyentry with lines ls AlternativeLine lc rgb Ink title {Quote(data.AlternativeTitle ?? "alternative")}");
        }

        AddGroup(parts, "MicroBooNE, 95% C.L.", entries);
    }

    private static void AddOtherLegend(LimitFigureData data, List<string> parts)
    {
        List<string> entries = [];
        if (data.Regions?.Any(r => r.Contours.Count > 0) == true)
        {
            entries.Add("keyentry with boxes fs transparent solid RegionOpacity border lc rgb Ink dt (1.5,2.5) lw 0.9 fc rgb Ink title \"preferred\"");
        }

        if (data.Regions?.Any(r => r.BestFit is not null) == true)
        {
            entries.Add("keyentry with points pt \"★\" font star tc rgb Ink title \"best fit\"");
        }

        AddGroup(parts, "MiniBooNE, 95% C.L.", entries);
        entries = [];
        if (Older(data).Length > 0)
        {
            entries.Add("keyentry with boxes fs solid 1 border lc rgb OlderEdge fc rgb Older lw 0.7 title \"previous limits\"");
        }

        if (data.ExamplePoint is not null)
        {
            entries.Add("keyentry with points pt \"✚\" font star tc rgb Example title \"the letter's example\"");
        }

        if (data.CardPoint is not null)
        {
            entries.Add("keyentry with points pt 13 ps 1 lc rgb Ink title \"the card's point\"");
        }

        AddGroup(parts, null, entries);
    }

    // After a gap.
    private static void AddGroup(List<string> parts, string? heading, List<string> entries)
    {
        if (entries.Count > 0)
        {
            parts.Add(Entry(" "));
            parts.AddRange(heading is null ? [] : [Entry(heading)]);
            parts.AddRange(entries);
        }
    }

    // A line of text.
    private static string Entry(string text) => $"keyentry with lines lt nodraw title {Quote(text)}";
}

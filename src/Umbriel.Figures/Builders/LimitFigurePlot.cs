using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>The limit figure's plot command: layers from the back to the front, then the two legends.</summary>
internal static class LimitFigurePlot
{
    public static string Command(LimitFigureData data)
    {
        List<string> parts = ["NaN"]; // sets up the axes even when there is no curve
        AddOlder(data, parts);
        AddRegions(data, parts);
        AddLimits(data, parts);
        if (data.ExamplePoint is not null)
        {
            string point = Select(data, "example", 0, "points");
            parts.Add($"{point} pt 1 ps 1.1 lw 4.5 lc rgb 'white'");
            parts.Add($"{point} pt 1 ps 1 lw 2.4 lc rgb '{Example}'");
        }

        if (data.CardPoint is not null)
        {
            string point = Select(data, "card", 0, "points");
            parts.Add($"{point} pt 13 ps 1.4 lc rgb 'white'");
            parts.Add($"{point} pt 13 ps 1 lc rgb '{Ink}'");
        }

        AddMassLegend(data, parts);
        AddStyleLegend(data, parts);
        return "plot " + string.Join(", \\\n  ", parts);
    }

    // Rows of other layers become undefined points, which end a line or a polygon just as a blank row does.
    private static string Select(LimitFigureData data, string layer, double key, string style) =>
        $"'{data.Name}.csv' skip 1 using (is('{layer}',{Number(key)}) ? $3 : NaN):4 with {style}";

    private static void AddOlder(LimitFigureData data, List<string> parts)
    {
        for (int i = 0; i < (data.OlderLimits?.Count ?? 0); i++)
        {
            parts.Add($"{Select(data, "older", i + 1, "filledcurves")} y1=CouplingTop fs solid 1 noborder fc rgb '{Older}'");
        }

        for (int i = 0; i < (data.OlderLimits?.Count ?? 0); i++)
        {
            parts.Add($"{Select(data, "older", i + 1, "lines")} lw 0.6 lc rgb '{OlderEdge}'");
        }
    }

    private static void AddRegions(LimitFigureData data, List<string> parts)
    {
        foreach (PreferredRegion region in data.Regions ?? [])
        {
            string colour = LimitFigure.Colour(data, region.ZPrimeMassGeV);
            parts.Add($"{Select(data, "region", region.ZPrimeMassGeV, "filledcurves")} closed fs transparent solid 0.3 border lc rgb '{colour}' fc rgb '{colour}'");
        }

        foreach (PreferredRegion region in data.Regions ?? [])
        {
            if (region.BestFit is not null)
            {
                parts.Add($"{Select(data, "best fit", region.ZPrimeMassGeV, "points")} pt \"★\" font ',11' tc rgb '{LimitFigure.Colour(data, region.ZPrimeMassGeV)}'");
            }
        }
    }

    private static void AddLimits(LimitFigureData data, List<string> parts)
    {
        foreach (LimitCurve limit in data.Limits)
        {
            string colour = LimitFigure.Colour(data, limit.ZPrimeMassGeV);
            if (limit.Expected.Count > 0)
            {
                parts.Add($"{Select(data, "expected", limit.ZPrimeMassGeV, "lines")} lw 1.1 dt (8,5) lc rgb '{colour}'");
            }

            if (limit.Alternative is { Count: > 0 })
            {
                parts.Add($"{Select(data, "alternative", limit.ZPrimeMassGeV, "lines")} lw 0.6 lc rgb '{colour}'");
            }

            if (limit.Observed.Count > 0)
            {
                parts.Add($"{Select(data, "observed", limit.ZPrimeMassGeV, "lines")} lw 1.8 lc rgb '{colour}'");
            }
        }
    }

    private static void AddMassLegend(LimitFigureData data, List<string> parts)
    {
        parts.Add($"keyentry with lines lt nodraw title {Quote("*m*_{*Z*′}")}");
        foreach (double mass in data.Limits.Select(l => l.ZPrimeMassGeV).Concat((data.Regions ?? []).Select(r => r.ZPrimeMassGeV)).Distinct())
        {
            parts.Add($"keyentry with lines lw 2.4 lc rgb '{LimitFigure.Colour(data, mass)}' title {Quote(Mass(mass))}");
        }
    }

    private static void AddStyleLegend(LimitFigureData data, List<string> parts)
    {
        parts.Add("keyentry with lines lt nodraw title \" \"");
        if (data.Limits.Any(l => l.Observed.Count > 0))
        {
            parts.Add($"keyentry with lines lw 1.8 lc rgb '{Ink}' title \"Observed, 95% C.L.\"");
        }

        if (data.Limits.Any(l => l.Expected.Count > 0))
        {
            parts.Add($"keyentry with lines lw 1.1 dt (8,5) lc rgb '{Ink}' title \"Expected, 95% C.L.\"");
        }

        if (data.Limits.Any(l => l.Alternative is { Count: > 0 }))
        {
            parts.Add($"keyentry with lines lw 0.6 lc rgb '{Ink}' title {Quote(data.AlternativeTitle ?? "Alternative")}");
        }

        if (data.Regions?.Any(r => r.Contours.Count > 0) == true)
        {
            parts.Add($"keyentry with boxes fs transparent solid 0.07 border lc rgb '{Ink}' fc rgb '{Ink}' lw 1.4 title \"MiniBooNE, 95% C.L.\"");
        }

        if (data.Regions?.Any(r => r.BestFit is not null) == true)
        {
            parts.Add($"keyentry with points pt \"★\" font ',11' tc rgb '{Ink}' title \"MiniBooNE best fit\"");
        }

        if (data.OlderLimits is { Count: > 0 })
        {
            parts.Add($"keyentry with boxes fs solid 1 border lc rgb '{OlderEdge}' fc rgb '{Older}' lw 0.7 title \"Previous limits\"");
        }

        if (data.ExamplePoint is not null)
        {
            parts.Add($"keyentry with points pt 1 ps 1 lw 2.4 lc rgb '{Example}' title \"The letter's example\"");
        }

        if (data.CardPoint is not null)
        {
            parts.Add($"keyentry with points pt 13 ps 1 lc rgb '{Ink}' title \"The card's point\"");
        }
    }
}

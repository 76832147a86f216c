using System.Globalization;
using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>Exclusion contours in the plane of mass and mixing, one colour per Z′ mass (the letter's Fig. 4).</summary>
public static class LimitFigure
{
    /// <summary>Width of the frame between its axes (mm).</summary>
    internal const double FrameWidth = 127;

    /// <summary>Height of the frame (mm).</summary>
    internal const double FrameHeight = 87;

    /// <summary>The figure for gnuplot, 180 mm wide, with its two legends (Z′ mass, line style) to the right.</summary>
    public static FigureDescription Describe(LimitFigureData data)
    {
        data.Require();
        (double massLow, double massHigh) = MassRange(data);
        (double low, double high) = CouplingRange(data);
        StringBuilder settings = new();
        settings.Append(CultureInfo.InvariantCulture, $$"""
            set xlabel {{Quote(data.MassTitle)}} offset 0,0.3
            set ylabel {{Quote(data.CouplingTitle)}} offset 0.5,0
            unset rmargin
            set logscale xy
            set xrange [{{Number(massLow)}}:{{Number(massHigh)}}]
            set yrange [{{Number(low)}}:{{Number(high)}}]
            {{LogTicks.Command("x", LogTicks.Of(massLow, massHigh, FrameWidth, 11))}}
            {{LogTicks.Command("y", LogTicks.Of(low, high, FrameHeight, 5))}}
            set key outside right top vertical Left reverse samplen 2.4 spacing 1.3
            CouplingTop = {{Number(high)}}
            MassColours = {{(Masses(data).Length > CurveColours(9).Length ? $"'{string.Join(' ', CurveColours(Masses(data).Length))}'" : "Series")}}

            """);
        int label = 1;
        if (data.Note is not null)
        {
            settings.Append(CultureInfo.InvariantCulture, $"set label {label++} {Quote(data.Note)} at graph 0,1.03 left\n");
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

        return new FigureDescription(data.Name, 180, 105, LimitFigureCsv.Text(data), settings.ToString(), LimitFigurePlot.Command(data));
    }

    private static string Place(PlanePoint point) => $"{Number(point.MassGeV)},{Number(point.Coupling)}";

    /// <summary>Ends of the mass axis (GeV).</summary>
    internal static (double Low, double High) MassRange(LimitFigureData data) => data.MassRangeGeV ?? (0.01, 1);

    /// <summary>The range asked for, or whole powers of ten, up to the highest coupling, around everything but the older limits.</summary>
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

        return high > 0
            ? (Math.Pow(10, Math.Floor(Math.Log10(low) - 0.1)), Math.Min(data.HighestCoupling, Math.Pow(10, Math.Ceiling(Math.Log10(high) + 0.1))))
            : (1e-12, data.HighestCoupling);
    }

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

using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>The limit figure's data as one tidy table; a blank line ends a piece of a curve.</summary>
internal static class LimitFigureCsv
{
    public static string Text(LimitFigureData data)
    {
        StringBuilder csv = new("layer,mzprime_GeV,mass_GeV,coupling,label\n");
        (double low, double high) = LimitFigure.MassRange(data);
        for (int i = 0; i < (data.OlderLimits?.Count ?? 0); i++)
        {
            // The second column holds the number of the limit here: an older limit has no Z' mass.
            Append(csv, "older", i + 1, data.OlderLimits![i].Boundary.Within(low, high), data.OlderLimits[i].Label);
        }

        foreach (PreferredRegion region in data.Regions ?? [])
        {
            foreach (Curve contour in region.Contours)
            {
                Append(csv, "region", region.ZPrimeMassGeV, contour);
            }

            AppendPoint(csv, "best fit", region.ZPrimeMassGeV, region.BestFit);
        }

        foreach (LimitCurve limit in data.Limits)
        {
            foreach (Curve piece in limit.Expected)
            {
                Append(csv, "expected", limit.ZPrimeMassGeV, piece);
            }

            foreach (Curve piece in limit.Alternative ?? [])
            {
                Append(csv, "alternative", limit.ZPrimeMassGeV, piece);
            }

            foreach (Curve piece in limit.Observed)
            {
                Append(csv, "observed", limit.ZPrimeMassGeV, piece);
            }
        }

        AppendPoint(csv, "example", 0, data.ExamplePoint);
        AppendPoint(csv, "card", 0, data.CardPoint);
        return csv.ToString();
    }

    private static void Append(StringBuilder csv, string layer, double key, Curve curve, string label = "")
    {
        for (int i = 0; i < curve.Count; i++)
        {
            csv.AppendJoin(',', layer, Number(key), Number(curve.X[i]), Number(curve.Y[i]), Field(label)).Append('\n');
        }

        csv.Append('\n');
    }

    private static void AppendPoint(StringBuilder csv, string layer, double key, PlanePoint? point)
    {
        if (point is not null)
        {
            Append(csv, layer, key, new Curve([point.MassGeV], [point.Coupling]));
        }
    }
}

using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>
/// The limit figure's data as one tidy table of blocks, each after a comment with its name and before two blank lines, as
/// gnuplot's <c>index</c> picks them; one blank line ends a piece of a curve.
/// </summary>
internal static class LimitFigureCsv
{
    public const string Older = "older";
    public const string Region = "region";
    public const string BestFit = "best fit";
    public const string Expected = "expected";
    public const string Alternative = "alternative";
    public const string Observed = "observed";
    public const string Example = "example";
    public const string Card = "card";

    public static string Text(LimitFigureData data)
    {
        StringBuilder csv = new("layer,mzprime_GeV,mass_GeV,coupling,label\n");
        (double low, double high) = LimitFigure.MassRange(data);
        for (int i = 0; i < (data.OlderLimits?.Count ?? 0); i++)
        {
            // The second column holds the number of the limit here: an older limit has no Z' mass.
            Append(csv, Older, i + 1, [data.OlderLimits![i].Boundary.Within(low, high)], data.OlderLimits[i].Label);
        }

        foreach (PreferredRegion region in data.Regions ?? [])
        {
            Append(csv, Region, region.ZPrimeMassGeV, region.Contours);
            AppendPoint(csv, BestFit, region.ZPrimeMassGeV, region.BestFit);
        }

        foreach (LimitCurve limit in data.Limits)
        {
            Append(csv, Expected, limit.ZPrimeMassGeV, limit.Expected);
            Append(csv, Alternative, limit.ZPrimeMassGeV, limit.Alternative ?? []);
            Append(csv, Observed, limit.ZPrimeMassGeV, limit.Observed);
        }

        AppendPoint(csv, Example, 0, data.ExamplePoint);
        AppendPoint(csv, Card, 0, data.CardPoint);
        return csv.ToString();
    }

    /// <summary>Name of a block, unique in a table.</summary>
    public static string Block(string layer, double key) => $"[{layer} {Number(key)}]"; // gnuplot takes the first block whose name starts so

    private static void Append(StringBuilder csv, string layer, double key, IReadOnlyList<Curve> pieces, string label = "")
    {
        if (!pieces.Any(piece => piece.Count > 0))
        {
            return;
        }

        csv.Append("# ").Append(Block(layer, key)).Append('\n');
        foreach (Curve piece in pieces.Where(piece => piece.Count > 0))
        {
            for (int i = 0; i < piece.Count; i++)
            {
                csv.AppendJoin(',', layer, Number(key), Number(piece.X[i]), Number(piece.Y[i]), Field(label)).Append('\n');
            }

            csv.Append('\n');
        }

        csv.Append('\n');
    }

    private static void AppendPoint(StringBuilder csv, string layer, double key, PlanePoint? point)
    {
        if (point is not null)
        {
            Append(csv, layer, key, [new Curve([point.MassGeV], [point.Coupling])]);
        }
    }
}

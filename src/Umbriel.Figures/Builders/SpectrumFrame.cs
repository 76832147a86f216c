using System.Globalization;
using System.Text;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>Axes, legend's place, data points and hatched band, alike in every spectrum for gnuplot.</summary>
internal static class SpectrumFrame
{
    // Horizontal distance of the hatch's lines as a share of the axis, and how many cover the frame at 45 degrees.
    private const double HatchSpacing = 0.017;
    private const int HatchLines = 110;

    /// <summary>Commands before the plot.</summary>
    public static StringBuilder Settings(string axisTitle, string heightTitle, IReadOnlyList<double> edges, bool legendRight, double top)
    {
        StringBuilder settings = new();
        settings.Append(CultureInfo.InvariantCulture, $"""
            set xlabel {Quote(axisTitle)} offset 0,0.3
            set ylabel {Quote(heightTitle)} offset 0.8,0
            set xrange [{Number(edges[0])}:{Number(edges[^1])}]
            set yrange [0:{Number(top)}]
            {HorizontalTicks(edges[0], edges[^1])}
            set mytics 5
            set key top {(legendRight ? "right" : "left Left reverse")}
            {HatchFunctions(edges, top)}

            """);
        return settings;
    }

    /// <summary>
    /// Side of the legend, where the bins beneath it are lower, and top of the axis, stretched until it is clear of them.
    /// </summary>
    /// <param name="edges">Bin edges.</param>
    /// <param name="heights">Highest thing drawn in each bin.</param>
    /// <param name="legendWidth">Share of the axis that the legend covers.</param>
    /// <param name="legendClear">Share of the height that it leaves free below.</param>
    public static (bool Right, double Top) LegendPlace(IReadOnlyList<double> edges, IReadOnlyList<double> heights, double legendWidth, double legendClear)
    {
        double low = edges[0];
        double width = edges[^1] - low;
        double all = 0, left = 0, right = 0;
        for (int i = 0; i < heights.Count; i++)
        {
            all = Math.Max(all, heights[i]);
            left = edges[i] < low + (legendWidth * width) ? Math.Max(left, heights[i]) : left;
            right = edges[i + 1] > low + ((1 - legendWidth) * width) ? Math.Max(right, heights[i]) : right;
        }

        return (right <= left, RoundUp(Math.Max(1.08 * all, Math.Min(left, right) / legendClear)));
    }

    /// <summary>
    /// The band between two heights (gnuplot expressions of the table's columns, edges in the first two), hatched.
    /// </summary>
    public static string Hatched(string file, string bottom, string top) =>
        $"for [k=0:{HatchLines}] {file}using (a=hatchFrom(k,$1,largest(0,{bottom})),b=hatchTo(k,$2,{top}),hatchStart(a,b)):(HatchSlope*(a-hatch0(k))):(b-a):(HatchSlope*(b-a)) with vectors nohead lw 0.5 lc rgb Hatch";

    /// <summary>Data points with their bars (gnuplot expressions of the table's columns).</summary>
    public static IEnumerable<string> Points(string file, string data, string low, string high)
    {
        const string Centre = "(0.5*($1+$2))";
        yield return $"{file}using {Centre}:({low}):(0):({high}-{low}) with vectors nohead lw 1.2 lc rgb Ink";
        yield return $"{file}using {Centre}:({data}) with points pt 7 ps 0.5 lc rgb Ink";
    }

    /// <summary>Legend entry of the data points.</summary>
    public static string PointsEntry => $"keyentry with points pt 7 ps 0.5 lc rgb Ink title \"Data\"";

    /// <summary>Legend entry of the hatched band.</summary>
    public static string HatchedEntry => $"keyentry with boxes fs transparent pattern 5 border lc rgb Hatch fc rgb Hatch lw 0.5 title \"Background uncertainty\"";

    /// <summary>Legend entry of a filled box; colours are gnuplot strings or names of the style file.</summary>
    public static string BoxEntry(string fill, string border, string title) => $"keyentry with boxes fs solid 1 border lc rgb {border} fc rgb {fill} title {Quote(title)}";

    /// <summary>Lines of text in the legend.</summary>
    public static IEnumerable<string> TextEntries(IEnumerable<string> lines) => lines.Select(line => $"keyentry with lines lt nodraw title {Quote(line)}");

    // Lines at 45 degrees, number k clipped to a bin's band. The terminals' own hatch patterns have a fixed size in dots,
    // which is too coarse in PDF.
    private static string HatchFunctions(IReadOnlyList<double> edges, double top)
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
}

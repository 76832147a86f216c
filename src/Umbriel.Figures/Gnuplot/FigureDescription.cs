namespace Umbriel.Figures;

/// <summary>What <see cref="GnuplotFigure"/> draws: data as CSV and the commands that plot it.</summary>
/// <param name="Name">File stem: letters, digits, '-' and '_'.</param>
/// <param name="WidthMillimetres">Width on paper (mm): 90 for one column, 180 for two.</param>
/// <param name="HeightMillimetres">Height on paper (mm).</param>
/// <param name="Csv">Text of the .csv beside the figure; the commands read it.</param>
/// <param name="Settings">Gnuplot commands before the plot: axes, ranges, styles.</param>
/// <param name="Plot">The one plot command; it is replayed for each of PDF, SVG and PNG.</param>
public sealed record FigureDescription(
    string Name,
    double WidthMillimetres,
    double HeightMillimetres,
    string Csv,
    string Settings,
    string Plot);

/// <summary>The five files of one figure, as absolute paths.</summary>
/// <param name="Pdf">Vector figure for a paper.</param>
/// <param name="Svg">Vector figure for the web.</param>
/// <param name="Png">Raster figure, 300 dots per inch.</param>
/// <param name="Gp">Gnuplot script that makes the three above when run in its directory.</param>
/// <param name="Csv">Data that the script reads.</param>
public sealed record FigureFiles(string Pdf, string Svg, string Png, string Gp, string Csv);

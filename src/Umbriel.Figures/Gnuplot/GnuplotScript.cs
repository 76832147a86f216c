using System.Globalization;

namespace Umbriel.Figures;

/// <summary>Writes the standalone .gp: the description's commands between the terminals of the three formats.</summary>
internal static class GnuplotScript
{
    private const string Font = "Liberation Sans";
    private const double PointsAt = 8;
    private const double DotsPerInch = 300;
    private const double CssPixelsPerMillimetre = 96 / 25.4;

    public static string Text(FigureDescription figure)
    {
        string name = figure.Name;
        double inchesWide = figure.WidthMillimetres / 25.4;
        double inchesHigh = figure.HeightMillimetres / 25.4;

        // The cairo terminals agree on no unit: these scales make text 8 points and lines equally wide in all formats.
        string png = string.Create(CultureInfo.InvariantCulture,
            $"set terminal pngcairo enhanced color size {Math.Round(inchesWide * DotsPerInch)},{Math.Round(inchesHigh * DotsPerInch)} font '{Font},{PointsAt}' fontscale {DotsPerInch / 96:0.####} linewidth {DotsPerInch / 100:0.####} pointscale {DotsPerInch / 80:0.####}");
        string pdf = string.Create(CultureInfo.InvariantCulture,
            $"set terminal pdfcairo enhanced color size {inchesWide:0.####}in,{inchesHigh:0.####}in font '{Font},{PointsAt}' linewidth 1.5 fontscale 0.75");
        string svg = string.Create(CultureInfo.InvariantCulture,
            $"set terminal svg enhanced size {figure.WidthMillimetres * CssPixelsPerMillimetre:0},{figure.HeightMillimetres * CssPixelsPerMillimetre:0} font '{Font},{PointsAt}' fontscale 1.3333 name '{name.Replace('-', '_')}' background '#ffffff'");
        return $"""
            # {name}: run `gnuplot {name}.gp` in this directory to draw {name}.pdf, {name}.svg and {name}.png
            # from {name}.csv. Needs gnuplot 5.4 with cairo (Debian: gnuplot-nox).
            reset
            set encoding utf8
            set datafile separator ','
            set datafile missing ''

            {figure.Settings.Trim()}

            {pdf}
            set output '{name}.pdf'
            {figure.Plot.Trim()}

            {svg}
            set output '{name}.svg'
            replot

            {png}
            set output '{name}.png'
            replot
            set output

            """;
    }
}

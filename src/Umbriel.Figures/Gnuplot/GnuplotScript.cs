using System.Globalization;

namespace Umbriel.Figures;

/// <summary>Writes the standalone .gp: the description's commands between the terminals of the three formats.</summary>
internal static class GnuplotScript
{
    public static string Text(FigureDescription figure)
    {
        string name = figure.Name;
        string size = string.Create(CultureInfo.InvariantCulture, $"{figure.WidthMillimetres}, {figure.HeightMillimetres}");
        return $"""
            # {name}: run `gnuplot {name}.gp` in this directory to draw {name}.pdf, {name}.svg and {name}.png
            # from {name}.csv with the look of {StyleFile.Name}. Needs gnuplot 5.4 with cairo (Debian: gnuplot-nox) and the
            # fonts that {StyleFile.Name} names.
            reset
            load '{StyleFile.Name}'
            set datafile separator ','
            set datafile missing ''

            {figure.Settings.Trim()}

            eval pdf({size})
            set output '{name}.pdf'
            {figure.Plot.Trim()}

            # The same data once more: the table is not read again.
            eval svg({size}, '{name.Replace('-', '_')}')
            set output '{name}.svg'
            refresh

            eval png({size})
            set output '{name}.png'
            refresh
            set output

            """;
    }
}

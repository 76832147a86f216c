using System.Globalization;
using static Umbriel.Figures.FigureStyle;

namespace Umbriel.Figures;

/// <summary>
/// The one file of style that every figure's script loads: fonts, sizes, colours, line styles and the three terminals.
/// </summary>
public static class StyleFile
{
    /// <summary>Its name, beside the scripts.</summary>
    public const string Name = "style.gp";

    /// <summary>Family of all letters; Debian's package is fonts-liberation.</summary>
    public const string Font = "Liberation Sans";

    /// <summary>Family of the star and the plus, which the other lacks; Debian's package is fonts-dejavu-core.</summary>
    public const string StarFont = "DejaVu Sans";

    // The cairo terminals agree on no unit: these scales make text 8 points and lines equally wide in all formats.

    /// <summary>Its text as Umbriel writes it.</summary>
    public static string Text { get; } = string.Create(CultureInfo.InvariantCulture, $$"""
        # {{Name}}: fonts, sizes, colours and lines of every figure in this directory.
        # Edit it and run `umbriel figure .` here, or gnuplot on one of the other .gp files.

        # Debian: fonts-liberation and fonts-dejavu-core. Another family needs another FontScale if its letters are wider.
        FontName = '{{Font}}'
        StarFont = '{{StarFont}}'
        FontSize = 8.0
        FontScale = 1.0
        LineScale = 1.0
        small = sprintf(',%g', 0.875 * FontSize)
        medium = sprintf(',%g', 0.9375 * FontSize)
        star = sprintf('%s,%g', StarFont, 1.375 * FontSize)
        halo = sprintf('%s,%g', StarFont, 1.8 * FontSize)

        Ink = '{{Ink}}'
        Signal = '{{Signal}}'
        SignalFill = '{{SignalFill}}'
        PublishedSignal = '{{PublishedSignal}}'
        Hatch = '{{Hatch}}'
        Background = '{{Background}}'
        BackgroundEdge = '{{BackgroundEdge}}'
        Example = '{{Example}}'
        Older = '{{Older}}'
        OlderEdge = '{{OlderEdge}}'
        OlderText = '{{OlderText}}'
        Series = '{{string.Join(' ', CurveColours(9))}}'
        Topologies = '{{string.Join(' ', Enumerable.Range(0, 4).Select(TopologyColour))}}'
        colour(list, i) = word(list, 1 + (i - 1) % words(list))

        # Lines of the limit figures.
        ObservedLine = 1
        ExpectedLine = 2
        AlternativeLine = 3
        RegionLine = 4
        OlderLine = 5
        LeaderLine = 6
        set style line ObservedLine lw 1.8 dt solid
        set style line ExpectedLine lw 1.1 dt (8,5)
        set style line AlternativeLine lw 0.6 dt solid
        set style line RegionLine lw 0.9 dt (1.5,2.5)
        set style line OlderLine lw 0.6 dt solid
        set style line LeaderLine lw 0.5 dt solid
        RegionOpacity = 0.25

        set encoding utf8
        set style line 100 lc rgb Ink lw 0.7
        set border 15 ls 100 front
        set tics front nomirror in scale 0.9,0.45
        set xtics mirror
        set ytics mirror
        set minussign
        set tmargin 1.9
        set rmargin 2.4
        set key noautotitle samplen 2.2 spacing 1.15 width 0 height 0.3 font medium tc rgb Ink

        # Terminals for a figure of so many millimetres; text is FontSize points and lines are equally wide in all three.
        font = sprintf("font '%s,%g'", FontName, FontSize)
        pdf(w, h) = sprintf("set terminal pdfcairo enhanced color size %.4fin,%.4fin %s fontscale %g linewidth %g", w / 25.4, h / 25.4, font, 0.75 * FontScale, 1.5 * LineScale)
        svg(w, h, name) = sprintf("set terminal svg enhanced size %.0f,%.0f %s fontscale %g linewidth %g name '%s' background '#ffffff'", w / 25.4 * 96, h / 25.4 * 96, font, 4.0 / 3.0 * FontScale, LineScale, name)
        png(w, h) = sprintf("set terminal pngcairo enhanced color size %.0f,%.0f %s fontscale %g linewidth %g pointscale 3.75", w / 25.4 * 300, h / 25.4 * 300, font, 3.125 * FontScale, 3.0 * LineScale)

        """);
}

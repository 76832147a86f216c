using System.Text.RegularExpressions;

namespace Umbriel.Figures;

/// <summary>Makes spaces in the texts of an SVG by gnuplot count.</summary>
internal static partial class SvgSpaces
{
    /// <summary>
    /// Marks every text with <c>xml:space="preserve"</c>. Gnuplot makes an element of every change of letters, and librsvg
    /// drops the spaces at an element's ends without the mark; the one that gnuplot puts before numbers at ticks goes.
    /// </summary>
    public static void Keep(string path)
    {
        if (File.Exists(path))
        {
            File.WriteAllText(path, TextStart().Replace(File.ReadAllText(path), "<text xml:space=\"preserve\">${span}"));
        }
    }

    [GeneratedRegex("<text>(?<span><tspan[^>]*>)? *", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TextStart();
}

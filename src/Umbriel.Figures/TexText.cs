using System.Text;
using System.Text.RegularExpressions;

namespace Umbriel.Figures;

/// <summary>The little TeX that <c>refs.bib</c> uses, as plain text.</summary>
internal static partial class TexText
{
    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["pi"] = "π",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["Delta"] = "Δ",
        ["to"] = " → ",
    };

    // The runtime does not compose letters where it knows no cultures.
    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["'a"] = "á",
        ["'e"] = "é",
        ["'i"] = "í",
        ["'o"] = "ó",
        ["'u"] = "ú",
        ["\"a"] = "ä",
        ["\"o"] = "ö",
        ["\"u"] = "ü",
        ["^e"] = "ê",
    };

    /// <summary>Plain Unicode: accented letters, <c>^+ ^- ^0</c> raised, subscripts on the line, protecting braces dropped.</summary>
    public static string ToPlain(string tex)
    {
        string text = AccentPattern().Replace(tex, match => Letters.GetValueOrDefault(match.Groups["accent"].Value + match.Groups["letter"].Value.TrimStart('\\'), match.Value));
        text = MathPattern().Replace(text, match => Mathematics(match.Groups["math"].Value));
        StringBuilder plain = new(text);
        foreach ((string from, string to) in new[] { ("{", ""), ("}", ""), ("\\_", "_"), ("--", "–") })
        {
            plain.Replace(from, to);
        }

        return plain.ToString();
    }

    private static string Mathematics(string math)
    {
        string text = BarPattern().Replace(math, match => Symbols.GetValueOrDefault(match.Groups["name"].Value, match.Value) + '\u0304');
        text = SymbolPattern().Replace(text.Replace(" ", "", StringComparison.Ordinal), match => Symbols.GetValueOrDefault(match.Groups["name"].Value, match.Value));
        return new StringBuilder(text).Replace("^+", "⁺").Replace("^-", "⁻").Replace("^0", "⁰").Replace("_", "").Replace("<", " < ").ToString();
    }

    [GeneratedRegex(@"\\(?<accent>['`""^~])(?<letter>\\i(?![A-Za-z])|[A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex AccentPattern();

    [GeneratedRegex(@"\$(?<math>[^$]*)\$", RegexOptions.CultureInvariant)]
    private static partial Regex MathPattern();

    [GeneratedRegex(@"\\bar\{\\(?<name>[A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex BarPattern();

    [GeneratedRegex(@"\\(?<name>[A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();
}

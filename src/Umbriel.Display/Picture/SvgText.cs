using System.Globalization;
using System.Text;

namespace Umbriel.Display.Picture;

/// <summary>Appends SVG elements; lengths in px with two decimals, so that the same picture gives the same bytes.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder text = new();

    public void Raw(string svg) => text.Append(svg).Append('\n');

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Raw($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" {style}/>");

    public void Box(double x, double y, double width, double height, string style) =>
        Raw($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" {style}/>");

    public void Text(double x, double y, string content, string style = "") =>
        Raw($"<text x=\"{N(x)}\" y=\"{N(y)}\" {style}>{Escape(content)}</text>");

    public static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) is "-0" ? "0" : Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Escape(string content) =>
        content.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    public override string ToString() => text.ToString();
}

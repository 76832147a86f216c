using System.Globalization;

namespace Umbriel.Formats.Text;

/// <summary>How values appear in messages and in canonical text.</summary>
public static class Show
{
    /// <summary>Text as found, in quotes, shortened.</summary>
    public static string Quoted(string text) => $"\"{(text.Length <= 40 ? text : text[..37] + "...")}\"";

    /// <summary>A number in shortest round-trip form, the same on every machine.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Seven significant digits: enough to compare, few enough to read.</summary>
    public static string Brief(double value) => double.IsPositiveInfinity(value) ? "inf" : value.ToString("G7", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Brief(double)"/>; a dash for none.</summary>
    public static string Brief(double? value) => value is { } number ? Brief(number) : "-";
}

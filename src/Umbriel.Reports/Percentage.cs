using System.Globalization;

namespace Umbriel.Reports;

/// <summary>Fractions for readers.</summary>
public static class Percentage
{
    /// <summary>A fraction in per cent with one decimal; a dash for none. 100.0% stands for everything to that precision.</summary>
    public static string Of(double? fraction) => fraction is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * value:F1}%") : "-";
}

using System.Globalization;

namespace Umbriel.Figures;

/// <summary>Numbers as they are printed in a paper, in <see cref="MarkedText"/>: 0.318, 8 × 10^{−4}.</summary>
public static class MarkedNumber
{
    private const string Times = "\u00A0×\u00A010^{"; // no-break spaces: a number stays on one line

    /// <summary>A mass (GeV) with the unit that a physicist would say: 30 MeV, 1.25 GeV.</summary>
    public static string Mass(double gev) => gev < 0.9995 ? $"{Of(1e3 * gev, 5)} MeV" : $"{Of(gev, 5)} GeV";

    /// <summary>A number with so many significant digits; a power of ten below 10⁻³ and from 10⁵ on.</summary>
    /// <param name="value">The number, finite.</param>
    /// <param name="digits">Significant digits, from 1 to 15.</param>
    /// <param name="padded">Whether zeros at the end are kept, as in a column of numbers; else 2.00 is 2.</param>
    public static string Of(double value, int digits = 3, bool padded = false)
    {
        if (value == 0.0)
        {
            return "0";
        }

        // Rounded first: 9.996 to three digits is 10.0.
        string[] parts = Math.Abs(value).ToString($"E{digits - 1}", CultureInfo.InvariantCulture).Split('E');
        int power = int.Parse(parts[1], CultureInfo.InvariantCulture);
        string sign = value < 0 ? "−" : "";
        if (power is >= -3 and < 5)
        {
            double rounded = double.Parse($"{parts[0]}E{parts[1]}", CultureInfo.InvariantCulture);
            return sign + Trimmed(rounded.ToString($"F{Math.Max(0, digits - 1 - power)}", CultureInfo.InvariantCulture));
        }

        return $"{sign}{Trimmed(parts[0])}{Times}{(power < 0 ? "−" : "")}{Math.Abs(power).ToString(CultureInfo.InvariantCulture)}}}";

        string Trimmed(string text) => padded || !text.Contains('.', StringComparison.Ordinal) ? text : text.TrimEnd('0').TrimEnd('.');
    }
}

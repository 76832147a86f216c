using System.Globalization;

namespace Umbriel.Formats.Text;

/// <summary>Reads whole numbers as users write them: 1000, 1e3, 2.5e4.</summary>
public static class WholeNumber
{
    /// <summary>What is accepted, for messages.</summary>
    public const string Expected = "a whole number, as 1000 or 1e3";

    /// <summary>The number; false for what is not one, is negative, or does not fit.</summary>
    public static bool TryParse(string text, out ulong value)
    {
        value = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal number)
            || number != decimal.Truncate(number) || number is < 0 or > ulong.MaxValue)
        {
            return false;
        }

        value = (ulong)number;
        return true;
    }
}

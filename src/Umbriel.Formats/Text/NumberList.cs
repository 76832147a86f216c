using System.Globalization;
using Umbriel.Core;

namespace Umbriel.Formats.Text;

/// <summary>Reads "0.5,1,2" as users write it.</summary>
public static class NumberList
{
    /// <summary>The numbers, each finite and above zero.</summary>
    /// <param name="option">Where it was written, for messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="UserErrorException">An entry is not such a number.</exception>
    public static double[] ParsePositive(string option, string text) =>
        [.. text.Split(',').Select(entry => double.TryParse(entry, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value)
            ? value
            : throw new UserErrorException(option, null, $"'{entry}'", "numbers above zero, separated by commas"))];
}

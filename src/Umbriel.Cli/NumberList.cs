using System.Globalization;

namespace Umbriel.Cli;

/// <summary>Reads "0.5,1,2" from the command line.</summary>
internal static class NumberList
{
    /// <summary>The numbers, each finite and above zero.</summary>
    /// <exception cref="UserErrorException">An entry is not such a number.</exception>
    public static double[] ParsePositive(string option, string text) =>
        [.. text.Split(',').Select(entry => double.TryParse(entry, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value)
            ? value
            : throw new UserErrorException(option, null, $"'{entry}'", "numbers above zero, separated by commas"))];
}

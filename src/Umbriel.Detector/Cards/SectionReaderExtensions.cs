using Umbriel.Core;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards;

/// <summary>Values that detector cards have and model cards do not.</summary>
internal static class SectionReaderExtensions
{
    private const double LargestCoordinate = 1e5;

    /// <summary>The error for a key that must be there.</summary>
    public static UserErrorException Missing(this SectionReader section, string key, string expected) =>
        new($"{section.File}:{section.Map.Line}", section.Name(key), "no value", expected);

    /// <summary>A number that must be given.</summary>
    public static double Required(this SectionReader section, string key, Predicate<double> accept, string expected) =>
        section.Map.Find(key) is { } entry ? section.Number(key, entry.Value, accept, expected) : throw section.Missing(key, expected);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, or the default.</summary>
    public static double Between(this SectionReader section, string key, double fallback, double low, double high, string unit) =>
        section.Number(key, fallback, value => value >= low && value <= high, Expected(low, high, unit));

    /// <summary>The "expected" part for an interval.</summary>
    public static string Expected(double low, double high, string unit) => unit.Length == 0 ? $"a number from {low} to {high}" : $"{unit}, from {low} to {high}";

    /// <summary>A box {x: [low, high], y: ..., z: ...}, cm, or null if absent.</summary>
    public static TransportVolume? Box(this SectionReader card, string key)
    {
        if (card.Section(key, ["x", "y", "z"]) is not { } box)
        {
            return null;
        }

        (double xLow, double xHigh) = box.Interval("x");
        (double yLow, double yHigh) = box.Interval("y");
        (double zLow, double zHigh) = box.Interval("z");
        return new TransportVolume(xLow, xHigh, yLow, yHigh, zLow, zHigh);
    }

    private static (double Low, double High) Interval(this SectionReader section, string key)
    {
        const string Expected = "[low, high] in cm, low below high";
        if (section.Map.Find(key) is not { } entry)
        {
            throw section.Missing(key, Expected);
        }

        if (entry.Value is not YamlList { Items.Count: 2 } list)
        {
            throw section.Error(key, entry.Value, Expected);
        }

        double low = section.Number(key, list.Items[0], static v => Math.Abs(v) <= LargestCoordinate, Expected);
        double high = section.Number(key, list.Items[1], static v => Math.Abs(v) <= LargestCoordinate, Expected);
        return high - low >= 1.0
            ? (low, high)
            : throw new UserErrorException($"{section.File}:{entry.Line}", section.Name(key), $"low {low} and high {high}", "low below high by 1 cm or more");
    }
}

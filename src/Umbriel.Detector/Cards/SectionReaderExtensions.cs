using Umbriel.Core;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards;

/// <summary>Values that detector cards have and model cards do not.</summary>
internal static class SectionReaderExtensions
{
    private const double LargestCoordinate = 1e5;

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

        (double xLow, double xHigh) = box.Interval("x", LargestCoordinate);
        (double yLow, double yHigh) = box.Interval("y", LargestCoordinate);
        (double zLow, double zHigh) = box.Interval("z", LargestCoordinate);
        return new TransportVolume(xLow, xHigh, yLow, yHigh, zLow, zHigh);
    }
}

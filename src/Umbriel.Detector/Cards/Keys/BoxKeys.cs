using Umbriel.Core.Geometry;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>A box by its sides.</summary>
internal sealed class BoxKeys : CardTable<Box>
{
    private const double LargestCoordinate = 1e5;

    private static readonly ValueKind<(double Low, double High)> Interval = new(
        static (section, key, node) => section.Interval(key, node, LargestCoordinate),
        static value => $"[{Show.Number(value.Low)}, {Show.Number(value.High)}]",
        SectionReader.ExpectedInterval);

    public BoxKeys(string meaning)
    {
        Key("x", Interval, box => (Low: box.XLow, High: box.XHigh), (box, value) => box with { XLow = value.Low, XHigh = value.High },
            meaning, example: "[-7, 110]", missing: Interval.Expected);
        Key("y", Interval, box => (Low: box.YLow, High: box.YHigh), (box, value) => box with { YLow = value.Low, YHigh = value.High },
            meaning, example: "[-57, 60]", missing: Interval.Expected);
        Key("z", Interval, box => (Low: box.ZLow, High: box.ZHigh), (box, value) => box with { ZLow = value.Low, ZHigh = value.High },
            meaning, example: "[-7, 210]", missing: Interval.Expected);
    }
}

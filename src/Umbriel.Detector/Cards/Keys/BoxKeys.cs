using Umbriel.Core.Geometry;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>A box by its sides.</summary>
internal sealed class BoxKeys : CardTable<Box>
{
    private const double LargestCoordinate = 1e5;

    private static readonly ValueKind<Side> Interval = new(
        ReadInterval, static value => $"[{Show.Number(value.Low)}, {Show.Number(value.High)}]", "[low, high] in cm, low below high");

    public BoxKeys(string meaning)
    {
        Key("x", Interval, box => new Side(box.XLow, box.XHigh), (box, value) => box with { XLow = value.Low, XHigh = value.High },
            meaning, example: "[-7, 110]", missing: Interval.Expected);
        Key("y", Interval, box => new Side(box.YLow, box.YHigh), (box, value) => box with { YLow = value.Low, YHigh = value.High },
            meaning, example: "[-57, 60]", missing: Interval.Expected);
        Key("z", Interval, box => new Side(box.ZLow, box.ZHigh), (box, value) => box with { ZLow = value.Low, ZHigh = value.High },
            meaning, example: "[-7, 210]", missing: Interval.Expected);
    }

    private static Side ReadInterval(SectionReader section, string key, YamlNode node)
    {
        if (node is not YamlList { Items: [YamlNode first, YamlNode last] })
        {
            throw section.Error(key, node, Interval.Expected);
        }

        double low = section.Number(key, first, static v => Math.Abs(v) <= LargestCoordinate, Interval.Expected);
        double high = section.Number(key, last, static v => Math.Abs(v) <= LargestCoordinate, Interval.Expected);
        return high - low >= 1.0
            ? new Side(low, high)
            : throw section.ErrorAt(section.Map.Find(key)!.Value.Line, key, $"low {low} and high {high}", "low below high by 1 cm or more");
    }

    private readonly record struct Side(double Low, double High);
}

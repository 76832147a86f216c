using System.Globalization;
using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards;

/// <summary>Reads the three wire planes of a detector card.</summary>
internal static class PlaneReader
{
    private const int Planes3 = 3;

    private static readonly string[] Known = ["name", "signal", "angle", "pitch", "offset", "depth", "pedestal", "noise", "coherentNoise", "dead"];

    private static readonly Dictionary<string, PlaneSignal> Signals = new(StringComparer.Ordinal)
    {
        ["induction"] = PlaneSignal.Induction,
        ["collection"] = PlaneSignal.Collection,
    };

    public static IReadOnlyList<PlaneSettings> Planes(SectionReader card, TransportVolume active, ReadoutSettings readout)
    {
        const string Expected = "a list of three planes, each with name, signal, angle, ...";
        if (card.Map.Find("planes") is not { } entry)
        {
            throw card.Missing("planes", Expected);
        }

        if (entry.Value is not YamlList { Items.Count: Planes3 } list)
        {
            throw entry.Value is YamlList wrong
                ? new UserErrorException($"{card.File}:{entry.Line}", "planes", $"{wrong.Items.Count} planes", Expected)
                : card.Error("planes", entry.Value, Expected);
        }

        List<PlaneSettings> planes = [];
        for (int i = 0; i < Planes3; i++)
        {
            if (list.Items[i] is not YamlMap map)
            {
                throw card.Error("planes", list.Items[i], "keys of a plane: " + string.Join(", ", Known));
            }

            SectionReader section = new(card.File, $"planes[{i}].", map, Known);
            PlaneSettings plane = Plane(section, active, readout);
            Compare(section, planes, plane);
            planes.Add(plane);
        }

        return planes[^1].Signal == PlaneSignal.Collection
            ? planes
            : throw new UserErrorException($"{card.File}:{list.Items[^1].Line}", $"planes[{Planes3 - 1}].signal", "\"induction\"", "collection: electrons end on the last plane");
    }

    private static PlaneSettings Plane(SectionReader section, TransportVolume active, ReadoutSettings readout)
    {
        double highest = Math.ScaleB(1.0, readout.Bits) - 1.0;
        if (section.Map.Find("signal") is null)
        {
            throw section.Missing("signal", "induction or collection");
        }

        PlaneSettings plane = new()
        {
            Name = section.Text("name", null) is { Length: <= 8 } name && !name.Contains('"') && !name.Contains('\\')
                ? name
                : throw section.Missing("name", "a name of at most 8 letters"),
            Signal = section.Choice("signal", PlaneSignal.Induction, Signals),
            Angle = section.Required("angle", static v => v is > -90.0 and <= 90.0, "degrees from the vertical, above -90, at most 90"),
            Pitch = section.Between("pitch", 0.3, 0.05, 5.0, "cm"),
            Offset = section.Between("offset", 0.0, -5.0, 5.0, "cm"),
            Depth = section.Between("depth", 0.0, 0.0, 10.0, "cm"),
            Pedestal = section.Between("pedestal", 2048.0, 0.0, highest, "ADC counts"),
            Noise = section.Between("noise", 2.0, 0.0, 1000.0, "ADC counts rms"),
            CoherentNoise = section.Between("coherentNoise", 0.0, 0.0, 1000.0, "ADC counts rms"),
        };
        int wires = new WirePlane(plane, active).Wires;
        return wires is >= 1 and <= 65536
            ? plane with { Dead = Dead(section, wires) }
            : throw new UserErrorException($"{section.File}:{section.Map.Line}", section.Name("pitch"), $"{plane.Pitch}, which makes {wires} wires", "from 1 to 65536 wires");
    }

    private static IReadOnlyList<WireRange> Dead(SectionReader section, int wires)
    {
        string expected = $"a list of ranges [first, last] within 0 to {wires - 1}, or [] for none";
        return section.List("dead", [], Range, expected, fewest: 0);

        WireRange Range(YamlNode node) =>
            node is YamlList { Items: [YamlScalar first, YamlScalar last] }
            && int.TryParse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int low)
            && int.TryParse(last.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int high)
            && low <= high && high < wires
                ? new WireRange(low, high)
                : throw section.Error("dead", node, expected);
    }

    private static void Compare(SectionReader section, List<PlaneSettings> before, PlaneSettings plane)
    {
        foreach (PlaneSettings other in before)
        {
            if (other.Name == plane.Name)
            {
                throw section.Error("name", section.Map.Find("name")!.Value.Value, "each name once");
            }

            if (Math.Abs(other.Angle - plane.Angle) < 1.0)
            {
                throw section.Error("angle", section.Map.Find("angle")!.Value.Value, $"an angle that differs from plane {other.Name}'s by 1 degree or more");
            }

            if (plane.Depth < other.Depth)
            {
                throw new UserErrorException($"{section.File}:{section.Map.Line}", section.Name("depth"), $"{plane.Depth}", $"at least {other.Depth}: planes in the order in which electrons meet them");
            }
        }
    }
}

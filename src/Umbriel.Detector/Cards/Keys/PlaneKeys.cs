using Umbriel.Core.Geometry;
using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The keys of one wire plane.</summary>
internal sealed class PlaneKeys : CardTable<PlaneSettings>
{
    private const string NameExpected = "a name of at most 8 letters";

    private static readonly Dictionary<string, PlaneSignal> Signals = new(StringComparer.Ordinal)
    {
        ["induction"] = PlaneSignal.Induction,
        ["collection"] = PlaneSignal.Collection,
    };

    private static readonly ValueKind<string> ShortName = Text with
    {
        Read = static (section, key, node) => section.Text(key, node) is { Length: <= 8 } name && !name.Contains('"') && !name.Contains('\\')
            ? name
            : throw section.Missing(key, NameExpected),
        Expected = NameExpected,
    };

    /// <summary>The keys of a plane of a detector.</summary>
    /// <param name="active">The planes' frame, which gives the number of wires.</param>
    /// <param name="bits">Bits of the digitiser.</param>
    public PlaneKeys(Box active, int bits)
    {
        ValueKind<double> angle = Number(static value => value is > -90.0 and <= 90.0, "degrees from the vertical, above -90, at most 90");
        Key("name", ShortName, plane => plane.Name, (plane, value) => plane with { Name = value },
            "its letter; each once", example: "W", missing: NameExpected);
        Key("signal", Choice(Signals), plane => plane.Signal, (plane, value) => plane with { Signal = value },
            "whether electrons pass or end on it; the last plane collects", example: "collection", missing: "induction or collection");
        Key("angle", angle, plane => plane.Angle, (plane, value) => plane with { Angle = value },
            "of the wires, degrees from the vertical towards +z, in (−90, 90]; planes differ by 1 or more", example: "50", missing: angle.Expected);
        Key("pitch", Between(0.05, 5.0, "cm"), plane => plane.Pitch, (plane, value) => plane with { Pitch = value },
            "distance of neighbouring wires. Their number is ⌊(H |sin θ| + L |cos θ|)/pitch⌋, from 1 to 65536, centred", example: "0.5");
        Key("offset", Between(-5.0, 5.0, "cm"), plane => plane.Offset, (plane, value) => plane with { Offset = value },
            "shift of all wires along z cos θ − y sin θ", example: "0.1");
        Key("depth", Between(0.0, 10.0, "cm"), plane => plane.Depth, (plane, value) => plane with { Depth = value },
            "distance behind the first plane; not falling: planes in the order in which electrons meet them", example: "0.3");
        Key("pedestal", Between(0.0, Math.ScaleB(1.0, bits) - 1.0, "ADC counts"), plane => plane.Pedestal, (plane, value) => plane with { Pedestal = value },
            "baseline of the digitiser", example: "400", values: "ADC counts, from 0 to what `readout.bits` can hold");
        Key("noise", Between(0.0, 1000.0, "ADC counts rms"), plane => plane.Noise, (plane, value) => plane with { Noise = value },
            "noise of each wire's own", example: "3");
        Key("coherentNoise", Between(0.0, 1000.0, "ADC counts rms"), plane => plane.CoherentNoise, (plane, value) => plane with { CoherentNoise = value },
            "noise common to a group of wires, `readout.coherentGroup`", example: "0.5");
        Add(new DeadWiresKey(active));
    }
}

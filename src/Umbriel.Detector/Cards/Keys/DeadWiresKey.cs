using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Readout;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The dead wires of a plane, whose number of wires follows from the keys before.</summary>
/// <param name="active">The planes' frame.</param>
internal sealed class DeadWiresKey(Box active) : CardKey<PlaneSettings>
{
    private const string Name = "dead";

    /// <inheritdoc/>
    public override IEnumerable<string> Names => [Name];

    /// <inheritdoc/>
    public override PlaneSettings Read(SectionReader section, PlaneSettings record)
    {
        int wires = new WirePlane(record, active).Wires;
        if (wires is < 1 or > 65536)
        {
            throw section.ErrorAt(section.Map.Line, "pitch", $"{record.Pitch}, which makes {wires} wires", "from 1 to 65536 wires");
        }

        return section.Map.Find(Name) is { } entry ? record with { Dead = Ranges(wires).Read(section, Name, entry.Value) } : record;
    }

    /// <inheritdoc/>
    public override void Write(StringBuilder text, string indent, PlaneSettings record) =>
        Line(text, indent, Name, Ranges(int.MaxValue).Write(record.Dead));

    /// <inheritdoc/>
    public override IEnumerable<KeyRow> Describe(string prefix, PlaneSettings defaults) =>
        [new KeyRow(prefix + Name, "`[]`", "a list of ranges [first, last] of its wires, or [] for none", "silent wires, counted from 0", "[[3, 5], [9, 9]]")];

    private static ValueKind<IReadOnlyList<WireRange>> Ranges(int wires)
    {
        string expected = $"a list of ranges [first, last] within 0 to {wires - 1}, or [] for none";
        return ValueKinds.List(
            new ValueKind<WireRange>(
                (section, key, node) =>
                    node is YamlList { Items: [YamlScalar first, YamlScalar last] }
                    && int.TryParse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int low)
                    && int.TryParse(last.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int high)
                    && low <= high && high < wires
                        ? new WireRange(low, high)
                        : throw section.Error(key, node, expected),
                static range => string.Create(CultureInfo.InvariantCulture, $"[{range.First}, {range.Last}]"),
                expected),
            expected,
            fewest: 0);
    }
}

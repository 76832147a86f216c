using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The list of the three wire planes.</summary>
internal sealed class PlanesKey : CardKey<DetectorCard>
{
    private const string Name = "planes";
    private const int Count = 3;
    private const string Expected = "a list of three planes, each with name, signal, angle, ...";

    // What must be given is zero.
    private static readonly PlaneSettings Start = new() { Name = "", Signal = PlaneSignal.Induction, Angle = 0.0 };

    /// <inheritdoc/>
    public override IEnumerable<string> Names => [Name];

    /// <summary>Pedestals depend on the readout's bits, which stand after the planes.</summary>
    public override bool ReadsLast => true;

    /// <inheritdoc/>
    public override DetectorCard Read(SectionReader section, DetectorCard record)
    {
        YamlEntry entry = section.Map.Find(Name) ?? throw section.Missing(Name, Expected);
        if (entry.Value is not YamlList { Items.Count: Count } list)
        {
            throw entry.Value is YamlList wrong
                ? section.ErrorAt(entry.Line, Name, $"{wrong.Items.Count} planes", Expected)
                : section.Error(Name, entry.Value, Expected);
        }

        PlaneKeys table = new(record.ActiveVolume, record.Readout.Bits);
        List<PlaneSettings> planes = [];
        for (int i = 0; i < Count; i++)
        {
            if (list.Items[i] is not YamlMap map)
            {
                throw section.Error(Name, list.Items[i], "keys of a plane: " + string.Join(", ", table.Names));
            }

            SectionReader one = new(section.File, $"{Name}[{i}].", map, table.Names);
            PlaneSettings plane = table.Read(one, Start);
            Compare(one, planes, plane);
            planes.Add(plane);
        }

        return planes[^1].Signal == PlaneSignal.Collection
            ? record with { Planes = planes }
            : throw section.ErrorAt(list.Items[^1].Line, $"{Name}[{Count - 1}].signal", "\"induction\"", "collection: electrons end on the last plane");
    }

    /// <inheritdoc/>
    public override void Write(StringBuilder text, string indent, DetectorCard record)
    {
        PlaneKeys table = new(record.ActiveVolume, record.Readout.Bits);
        text.Append(indent).Append(Name).Append(":\n");
        foreach (PlaneSettings plane in record.Planes)
        {
            int start = text.Length;
            table.Write(text, indent + "  ", plane);
            text[start + indent.Length] = '-';
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyRow> Describe(string prefix, DetectorCard defaults) =>
        new PlaneKeys(defaults.ActiveVolume, defaults.Readout.Bits).Describe($"{prefix}{Name}[].", Start);

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
                throw section.ErrorAt(section.Map.Line, "depth", $"{plane.Depth}", $"at least {other.Depth}: planes in the order in which electrons meet them");
            }
        }
    }
}

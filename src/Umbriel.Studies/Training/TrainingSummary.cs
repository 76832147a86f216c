using System.Text.Json;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;

namespace Umbriel.Studies.Training;

/// <summary>What a training says of its classifier.</summary>
/// <param name="Result">The classifier.</param>
/// <param name="Target">What was trained.</param>
/// <param name="Path">The file that was written.</param>
public sealed record TrainingSummary(TrainingResult Result, ITrainingTarget Target, string Path) : IPrintable
{
    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("file", Path);
        writer.WriteString("target", Target.Name);
        writer.WriteNumber("rows_trained", Result.Trained);
        writer.WriteNumber("rows_held_out", Result.HeldOut.Count);
        if (Result.Area() is { } area)
        {
            writer.WriteNumber("area_under_curve", area);
        }

        writer.WriteStartObject("attributes");
        foreach ((string attribute, string text) in Result.Model.Attributes.OrderBy(static a => a.Key, StringComparer.Ordinal))
        {
            writer.WriteString(attribute, text);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("groups");
        foreach ((string group, bool label, int rows, double above) in Groups())
        {
            writer.WriteStartObject();
            writer.WriteString("group", group);
            writer.WriteBoolean("label", label);
            writer.WriteNumber("rows", rows);
            writer.WriteNumber("share_above_half", above);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("gain");
        foreach ((string feature, double? gain) in Features())
        {
            writer.WriteNumber(feature, gain ?? 0.0);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        output.WriteLine($"{Path}: {Target.Name} ({Target.Meaning}), trained with {Result.Trained} rows");
        output.WriteLine($"area under the curve of {Result.HeldOut.Count} rows held out: {(Result.Area() is { } held ? $"{held:F4}" : "only one kind among them")}");
        TextTable table = new("group", "label", "rows", "score above 0.5");
        foreach ((string group, bool label, int rows, double above) in Groups())
        {
            table.Add(group, label ? "1" : "0", $"{rows}", $"{above:F3}");
        }

        table.Write(output);
        TextTable gains = new("feature", "mean gain");
        foreach ((string feature, double? gain) in Features())
        {
            gains.Add(feature, gain is { } mean ? $"{mean:F1}" : "-");
        }

        gains.Write(output);
    }

    private IEnumerable<(string Group, bool Label, int Rows, double Above)> Groups() =>
        Result.HeldOut.GroupBy(static r => (r.Row.Label, r.Row.Group)).OrderBy(static g => g.Key.Label).ThenBy(static g => g.Key.Group, StringComparer.Ordinal)
            .Select(static g => (g.Key.Group, g.Key.Label, g.Count(), g.Average(static r => r.Score > 0.5f ? 1.0 : 0.0)));

    private IEnumerable<(string Name, double? Gain)> Features() =>
        Result.Model.Names.Zip(Result.Model.Gain).OrderByDescending(static f => f.Second ?? 0.0);
}

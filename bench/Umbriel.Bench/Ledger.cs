using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbriel.Core;

namespace Umbriel.Bench;

/// <summary>The record of measurements, one entry per release, oldest first.</summary>
internal static class Ledger
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the entry of a release, in place of an earlier one of the same release.</summary>
    public static void Record(string path, string release, IReadOnlyList<Measurement> measurements)
    {
        JsonArray entries = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsArray() : [];
        JsonNode? earlier = entries.FirstOrDefault(entry => (string?)entry!["release"] == release);
        if (earlier is not null)
        {
            entries.Remove(earlier);
        }

        entries.Add(Entry(release, measurements));
        AtomicFile.WriteText(path, entries.ToJsonString(Options).ReplaceLineEndings("\n") + "\n");
    }

    private static JsonObject Entry(string release, IReadOnlyList<Measurement> measurements) => new()
    {
        ["release"] = release,
        ["machine"] = new JsonObject
        {
            ["processor"] = Machine.Processor,
            ["cores"] = Machine.Cores,
            ["memory_GiB"] = Machine.MemoryGiB,
            ["runtime"] = Machine.Runtime,
            ["load_average"] = Machine.LoadAverage,
        },
        ["comparison"] = new JsonObject
        {
            ["program"] = "DarkNews 0.4.9",
            ["unit"] = "effective events/s",
            ["lowest"] = 400,
            ["highest"] = 2600,
        },
        ["per_core"] = new JsonArray([.. measurements.Select(m => (JsonNode)new JsonObject
        {
            ["name"] = m.Name,
            ["unit"] = $"{m.Unit}/s",
            ["median"] = double.Parse(m.MedianPerSecond.ToString("G4")),
            ["best"] = double.Parse(m.BestPerSecond.ToString("G4")),
            ["repetitions"] = m.Repetitions,
        })]),
    };
}

using System.Text.Json.Nodes;

namespace Umbriel.Figures;

/// <summary>Pieces of vega-lite that the three figures share.</summary>
internal static class VegaJson
{
    public const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>A numeric array node.</summary>
    public static JsonArray Array(params string[] values) => new([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);
}

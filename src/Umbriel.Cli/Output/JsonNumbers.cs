using System.Text.Json;

namespace Umbriel.Cli.Output;

/// <summary>Numbers that JSON cannot hold are null; it has no infinity.</summary>
internal static class JsonNumbers
{
    public static void WriteFinite(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}

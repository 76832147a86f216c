using System.Text.Json;

namespace Umbriel.Formats.Json;

/// <summary>Numbers that JSON cannot hold are null; it has no infinity.</summary>
public static class JsonNumbers
{
    /// <summary>Writes a member: the number, or null where there is none or it is not finite.</summary>
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

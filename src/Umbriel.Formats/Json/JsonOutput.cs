using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Umbriel.Formats.Json;

/// <summary>Writes the one JSON document that a verb prints. Numbers carry all their digits.</summary>
public static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> members) => output.WriteLine(Object(members));

    /// <summary>Writes one array.</summary>
    public static void WriteArray(TextWriter output, Action<Utf8JsonWriter> items)
    {
        output.WriteLine(Document(writer =>
        {
            writer.WriteStartArray();
            items(writer);
            writer.WriteEndArray();
        }));
    }

    /// <summary>The text of one object.</summary>
    public static string Object(Action<Utf8JsonWriter> members) => Document(writer =>
    {
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    });

    private static string Document(Action<Utf8JsonWriter> content)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            content(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

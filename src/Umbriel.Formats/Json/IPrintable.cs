using System.Text.Json;

namespace Umbriel.Formats.Json;

/// <summary>A result that can be printed as the members of one JSON object, or as text for readers.</summary>
public interface IPrintable
{
    /// <summary>Writes the members of an object that is open.</summary>
    void Write(Utf8JsonWriter writer);

    /// <summary>Writes text.</summary>
    void Write(TextWriter output);
}

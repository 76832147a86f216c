namespace Umbriel.Formats.Keys;

/// <summary>What a key says about itself.</summary>
/// <param name="Name">The key with its sections, as in <c>scan.mass.low</c>.</param>
/// <param name="Default">The value where the key is absent, or words for it (Markdown).</param>
/// <param name="Values">What may be written, in the words of an error message.</param>
/// <param name="Meaning">What the value means (Markdown).</param>
/// <param name="Example">A value other than the default, as YAML.</param>
public sealed record KeyRow(string Name, string Default, string Values, string Meaning, string Example)
{
    /// <summary>Keys that the example needs beside itself in its section, as a YAML mapping; null for none.</summary>
    public string? Alongside { get; init; }

    /// <summary>Whether the value shows in the canonical text; not so for titles and for keys with one possible value.</summary>
    public bool IsCanonical { get; init; } = true;
}

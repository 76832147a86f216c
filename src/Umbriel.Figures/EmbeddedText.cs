namespace Umbriel.Figures;

/// <summary>Reads the texts embedded in this assembly.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the resource {name} is missing from the assembly");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}

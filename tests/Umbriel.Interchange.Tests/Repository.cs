namespace Umbriel.Interchange.Tests;

/// <summary>Paths of the repository and a scratch directory for one test.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Cards => Path.Combine(Root, "cards");

    public static string Published => Path.Combine(Root, "data", "hepdata-2502.10900");

    public static string Limits => Path.Combine(Root, "data", "limits");

    private static string FindRoot()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Umbriel.slnx")))
        {
            directory = Path.GetDirectoryName(directory.TrimEnd(Path.DirectorySeparatorChar));
        }

        return directory ?? throw new InvalidOperationException("Umbriel.slnx is not above the test executable.");
    }
}

/// <summary>A directory that is removed at the end.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "umbriel-" + Guid.NewGuid().ToString("N"));

    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

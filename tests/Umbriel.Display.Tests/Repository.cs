namespace Umbriel.Display.Tests;

/// <summary>Finds the folder that holds Umbriel.slnx.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Umbriel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Umbriel.slnx not found above " + AppContext.BaseDirectory);
    }
}

namespace Umbriel.Tests;

/// <summary>The clone that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Umbriel.slnx.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path within it.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Umbriel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Umbriel.slnx was not found above " + AppContext.BaseDirectory);
    }
}

namespace Umbriel.EndToEnd.Tests;

/// <summary>The clone that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

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

        throw new InvalidOperationException("Umbriel.slnx was not found above the tests.");
    }
}

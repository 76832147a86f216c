namespace Umbriel.Core;

/// <summary>Finds the folder that holds Umbriel's <c>data</c> and <c>cards</c>.</summary>
public static class UmbrielHome
{
    /// <summary>Environment variable that names the folder; set by the launcher.</summary>
    public const string Variable = "UMBRIEL_HOME";

    /// <summary>The folder: <see cref="Variable"/> if set, else the nearest one above the program that holds <c>Umbriel.slnx</c>.</summary>
    /// <exception cref="UserErrorException">Neither leads anywhere.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(Path.Combine(named, "data"))
                ? Path.GetFullPath(named)
                : throw new UserErrorException(Variable, null, $"'{named}'", "the folder that holds Umbriel's data folder");
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Umbriel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new UserErrorException($"Umbriel's data folder was not found above {AppContext.BaseDirectory}; set {Variable} to the folder that holds it");
    }

    /// <summary>A file or folder below <c>data</c>.</summary>
    public static string DataPath(params ReadOnlySpan<string> parts) => Path.Combine([Find(), "data", .. parts]);
}

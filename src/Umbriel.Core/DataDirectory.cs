namespace Umbriel.Core;

/// <summary>Finds the published facts that ship with Umbriel (the repository's <c>data/</c> folder).</summary>
public static class DataDirectory
{
    /// <summary>Environment variable that overrides the search.</summary>
    public const string Variable = "UMBRIEL_DATA";

    /// <summary>
    /// The <c>data</c> folder: <see cref="Variable"/> if set, otherwise the nearest one above the program.
    /// </summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured)
        {
            return Directory.Exists(configured)
                ? configured
                : throw new UserErrorException("environment", Variable, $"'{configured}', which is not a directory", "the folder that holds flux/ and hepdata-2502.10900/");
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "data");
            if (Directory.Exists(Path.Combine(candidate, "flux")))
            {
                return candidate;
            }
        }

        throw new UserErrorException("data folder", null, $"none above {AppContext.BaseDirectory}", $"the repository's data/ folder; set {Variable} to it");
    }
}

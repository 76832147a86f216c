using Umbriel.Core;
using Umbriel.Figures;
using Umbriel.Formats.Provenance;

namespace Umbriel.Reports;

/// <summary>
/// The scripts and the style of figures in a folder of results that a user changed or added. The manifest records the
/// scripts as Umbriel writes them, also where a changed one was kept: so a change is known for as long as it lasts.
/// </summary>
internal sealed class EditedFigures
{
    /// <summary>Name of the folder of figures among the results.</summary>
    public const string Folder = "figures";

    private readonly string directory;
    private readonly Dictionary<string, FileDigest> recorded;

    private EditedFigures(string directory, Manifest? manifest)
    {
        this.directory = directory;
        recorded = manifest?.Outputs.ToDictionary(output => output.Path, StringComparer.Ordinal) ?? [];
        string figures = Path.Combine(directory, Folder);
        Names = manifest is null || !Directory.Exists(figures)
            ? []
            : [.. Directory.GetFiles(figures, "*.gp").Select(path => Path.GetFileName(path)).Where(IsEdited).Order(StringComparer.Ordinal)];
    }

    /// <summary>None.</summary>
    public static EditedFigures None { get; } = new("", null);

    /// <summary>File names of changed and added scripts, and of the style if it was changed.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those of a folder; none where there is no manifest, or none that can be read.</summary>
    public static EditedFigures In(string directory)
    {
        try
        {
            return File.Exists(Path.Combine(directory, Manifest.FileName)) ? In(directory, Manifest.Read(directory)) : None;
        }
        catch (UserErrorException)
        {
            return None; // results of another version: nothing says what was changed
        }
    }

    /// <summary>Those of a folder with this manifest.</summary>
    /// <exception cref="UserErrorException">A script cannot be read.</exception>
    public static EditedFigures In(string directory, Manifest manifest) => new(directory, manifest);

    /// <summary>The user's text of a script or of the style; null if it was not changed.</summary>
    public string? Text(string name) => Names.Contains(name) ? File.ReadAllText(Path.Combine(directory, Folder, name)) : null;

    /// <summary>Whether an output may differ from the manifest: an edited script, or what is drawn with one.</summary>
    /// <param name="output">Path in the folder of results.</param>
    public bool Covers(string output)
    {
        if (Path.GetDirectoryName(output) != Folder)
        {
            return false;
        }

        string name = Path.GetFileName(output);
        return Names.Contains(name)
            || (Path.GetExtension(name) is ".pdf" or ".svg" or ".png" && (Names.Contains(StyleFile.Name) || Names.Contains(Path.ChangeExtension(name, ".gp"))));
    }

    /// <summary>Whether Umbriel's own text of a script is not the one that the user changed.</summary>
    public bool IsOutdated(string name, string own) => recorded.TryGetValue($"{Folder}/{name}", out FileDigest? digest) && digest.Sha256 != ContentHash.OfText(own);

    private bool IsEdited(string name)
    {
        string path = $"{Folder}/{name}";
        return !recorded.TryGetValue(path, out FileDigest? digest) || FileDigest.Of(path, Path.Combine(directory, path)) != digest;
    }
}

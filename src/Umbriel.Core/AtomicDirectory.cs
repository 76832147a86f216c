namespace Umbriel.Core;

/// <summary>
/// An output folder that appears whole or not at all: everything is written into a hidden folder beside the target, and
/// <see cref="Commit"/> renames it into place. Disposing without a commit removes what was written.
/// </summary>
public sealed class AtomicDirectory : IDisposable
{
    /// <summary>A file of this name marks a folder as Umbriel's own output, which a later run may replace.</summary>
    public const string MarkerFile = "manifest.json";

    private readonly string target;
    private bool finished;

    /// <summary>Opens a staging folder for <paramref name="path"/>, creating its parents.</summary>
    /// <exception cref="UserErrorException">
    /// The place cannot be written, is a file, or is a non-empty folder without <see cref="MarkerFile"/>.
    /// </exception>
    public AtomicDirectory(string path)
    {
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target))
        {
            throw new UserErrorException(path, null, "a file", "a folder that does not exist yet, is empty, or holds an earlier result");
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, MarkerFile)))
        {
            throw new UserErrorException(path, null, $"a folder with other files and no {MarkerFile}", "a folder that does not exist yet, is empty, or holds an earlier result");
        }

        if (Path.GetDirectoryName(target) is null)
        {
            throw new UserErrorException(path, null, "the root of the file system", "a folder");
        }

        StagingPath = TemporaryPath.Beside(target);
        Guarded(() =>
        {
            DeleteIfThere(StagingPath);
            Directory.CreateDirectory(StagingPath);
        });
    }

    /// <summary>The folder to write into.</summary>
    public string StagingPath { get; }

    /// <summary>Puts the finished folder in place of any earlier one.</summary>
    /// <exception cref="UserErrorException">The file system refuses; the earlier folder is then still in place.</exception>
    public void Commit()
    {
        string retired = TemporaryPath.RetiredOf(StagingPath);
        Guarded(() =>
        {
            bool replaces = Directory.Exists(target);
            if (replaces)
            {
                Directory.Move(target, retired);
            }

            try
            {
                Directory.Move(StagingPath, target);
            }
            catch (Exception e) when (replaces && e is IOException or UnauthorizedAccessException)
            {
                Directory.Move(retired, target);
                throw;
            }

            finished = true;
            DeleteIfThere(retired);
        });
    }

    /// <summary>Removes the staging folder unless it was committed.</summary>
    public void Dispose()
    {
        if (finished)
        {
            return;
        }

        finished = true;
        try
        {
            DeleteIfThere(StagingPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whatever stopped the run is the failure worth reporting.
        }
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{target}: cannot be written ({e.Message}); free space or choose another output with -o", e);
        }
    }
}

namespace Umbriel.Core;

/// <summary>Writes files under a temporary name beside the target and renames, so that readers see all or nothing.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="path"/> through <paramref name="write"/>; on any failure the target is untouched.</summary>
    /// <exception cref="UserErrorException">The file system refuses (full disk, permissions, missing directory).</exception>
    public static void Write(string path, Action<Stream> write)
    {
        WriteVia(path, temporary =>
        {
            using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
            write(stream);
            stream.Flush(flushToDisk: false);
        });
    }

    /// <summary>Writes text in UTF-8 without a byte-order mark.</summary>
    public static void WriteText(string path, string text) =>
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Makes sure that the folder of a file is there.</summary>
    /// <exception cref="UserErrorException">It is not; the message names it.</exception>
    public static void RequireFolder(string path)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? full;
        if (!Directory.Exists(folder))
        {
            throw new UserErrorException($"{path}: cannot be written (there is no folder {folder}); make it, or choose another output with -o");
        }
    }

    /// <summary>As <see cref="Write"/>, for writers that need a path (HDF5, gnuplot): they get the temporary one.</summary>
    public static void WriteVia(string path, Action<string> write)
    {
        RequireFolder(path);
        string full = Path.GetFullPath(path);
        string temporary = TemporaryPath.Beside(full);
        try
        {
            File.Delete(temporary);
            write(temporary);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be written ({e.Message}); free space or choose another output with -o", e);
        }
        finally
        {
            try
            {
                File.Delete(temporary);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The original failure is the one worth reporting.
            }
        }
    }
}

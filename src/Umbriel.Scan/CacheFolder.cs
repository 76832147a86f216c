using Umbriel.Core;

namespace Umbriel.Scan;

/// <summary>What a folder of a <see cref="PointCache"/> holds, and its removal. Entries of other code are of no use to this one, and no entry is needed: all can be computed again.</summary>
/// <param name="path">The folder; it need not exist.</param>
public sealed class CacheFolder(string path)
{
    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Entries of this code.</summary>
    public CacheContent Own() => Count(Entries().Where(static e => e.IsOwn));

    /// <summary>Entries of other versions.</summary>
    public CacheContent Others() => Count(Entries().Where(static e => !e.IsOwn));

    /// <summary>Removes the entries of other versions.</summary>
    /// <returns>What was removed.</returns>
    /// <exception cref="UserErrorException">The file system refuses.</exception>
    public CacheContent Prune() => Remove(static name => name != PointCache.CodeFolder);

    /// <summary>Removes all entries.</summary>
    /// <returns>What was removed.</returns>
    /// <exception cref="UserErrorException">The file system refuses.</exception>
    public CacheContent Clear() => Remove(static _ => true);

    private CacheContent Remove(Func<string, bool> isUnwanted)
    {
        CacheContent removed = new(0, 0);
        foreach (DirectoryInfo folder in Folders().Where(f => isUnwanted(f.Name)))
        {
            CacheContent content = Count(EntriesOf(folder));
            try
            {
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UserErrorException($"{folder.FullName}: cannot be removed ({e.Message})", e);
            }

            removed = new CacheContent(removed.Entries + content.Entries, removed.Bytes + content.Bytes);
        }

        return removed;
    }

    private IEnumerable<(FileInfo File, bool IsOwn)> Entries() => Folders().SelectMany(EntriesOf);

    private static IEnumerable<(FileInfo File, bool IsOwn)> EntriesOf(DirectoryInfo folder) =>
        folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => (file, folder.Name == PointCache.CodeFolder));

    // What is named otherwise is not the cache's. Two digits: entries of 0.1.0 before they were kept by code.
    private IEnumerable<DirectoryInfo> Folders() => Directory.Exists(path)
        ? new DirectoryInfo(path).EnumerateDirectories().Where(static f => f.Name.Length is 2 or PointCache.CodeDigits && f.Name.All(char.IsAsciiHexDigitLower)).OrderBy(static f => f.Name, StringComparer.Ordinal)
        : [];

    private static CacheContent Count(IEnumerable<(FileInfo File, bool IsOwn)> entries) =>
        entries.Aggregate(new CacheContent(0, 0), static (sum, e) => new CacheContent(sum.Entries + 1, sum.Bytes + e.File.Length));
}

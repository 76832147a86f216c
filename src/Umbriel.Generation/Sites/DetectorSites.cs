using System.Collections.Concurrent;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Generation.Sites;

/// <summary>The sites that are known by name, and those of files.</summary>
public static class DetectorSites
{
    /// <summary>The site of cards that name none.</summary>
    public const string Default = "microboone";

    /// <summary>Largest file accepted, bytes.</summary>
    public const int MaximumBytes = 1 << 20;

    private const string Ending = ".yaml";

    private static readonly ConcurrentDictionary<string, Lazy<DetectorSite>> Known = new(StringComparer.Ordinal);

    /// <summary>The names, in alphabetical order: the files of <c>data/sites</c> without their ending.</summary>
    public static IReadOnlyList<string> Names =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*" + Ending).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)] : [];

    private static string Folder => UmbrielHome.DataPath("sites");

    /// <summary>The site of a name, or of the path of a file, which ends in <c>.yaml</c>. A name gives the same object every time.</summary>
    /// <param name="word">Name or path.</param>
    /// <param name="source">Where it was written, for messages.</param>
    /// <param name="key">Key it was written under, for messages.</param>
    /// <param name="folder">Folder that relative paths start from; null for the current one.</param>
    /// <exception cref="UserErrorException">There is no such site, or its file is wrong.</exception>
    public static DetectorSite Read(string word, string source = "site", string? key = null, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (!word.EndsWith(Ending, StringComparison.Ordinal))
        {
            IReadOnlyList<string> names = Names;
            return names.Contains(word)
                ? Named(word)
                : throw new UserErrorException(source, key, Show.Quoted(word), Nearest.Expectation(word, names) + $", or the path of a site's file, which ends in {Ending}");
        }

        string path = Path.GetFullPath(word, folder is null ? Environment.CurrentDirectory : Path.GetFullPath(folder));
        if (Path.GetDirectoryName(path) == Folder && File.Exists(path))
        {
            return Named(Path.GetFileNameWithoutExtension(path));
        }

        return File.Exists(path)
            ? SiteReader.Parse(path, path, InputFile.ReadBytes(path, MaximumBytes))
            : throw new UserErrorException(source, key, Show.Quoted(word), $"a site's file; there is none at {path}");
    }

    private static DetectorSite Named(string name)
    {
        string path = Path.Combine(Folder, name + Ending);
        return Known.GetOrAdd(path, file => new Lazy<DetectorSite>(() => SiteReader.Parse(file, name, InputFile.ReadBytes(file, MaximumBytes)))).Value;
    }
}

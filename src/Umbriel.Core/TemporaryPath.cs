using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Umbriel.Core;

/// <summary>
/// Names of what is being written: hidden, beside the target, and telling who writes. What a killed process left in a folder
/// is cleared by the next one that writes there.
/// </summary>
public static partial class TemporaryPath
{
    private const string Unfinished = "tmp";
    private const string Retired = "old";

    // Folders may be shared between machines and containers, whose process numbers say nothing here.
    private static readonly string Machine = ContentHash.OfText($"{Environment.MachineName} {new FileInfo("/proc/self/ns/pid").LinkTarget}")[..8];

    private static readonly ConcurrentDictionary<string, Lazy<bool>> Cleared = new(StringComparer.Ordinal);

    /// <summary>A name for what will be renamed to a target. The first call for a folder clears what dead processes of this machine (and container) left there.</summary>
    /// <param name="target">The target's path.</param>
    public static string Beside(string target)
    {
        string full = Path.GetFullPath(target);
        string folder = Path.GetDirectoryName(full)!;
        _ = Cleared.GetOrAdd(folder, static path => new Lazy<bool>(() => Clear(path))).Value;
        return Path.Combine(folder, $".{Path.GetFileName(full)}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.{Machine}.{Unfinished}");
    }

    /// <summary>The name that an earlier result has while another takes its place.</summary>
    /// <param name="temporary">The other's, of <see cref="Beside"/>.</param>
    internal static string RetiredOf(string temporary) => Path.ChangeExtension(temporary, Retired);

    private static bool Clear(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return false;
        }

        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos(".*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
            {
                if (Pattern().Match(entry.Name) is { Success: true } name && name.Groups["machine"].Value == Machine && !IsAlive(name.Groups["process"].Value))
                {
                    Remove(entry, Path.Combine(folder, name.Groups["target"].Value), name.Groups["kind"].Value);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be cleared may still be written; if not, that is said then.
        }

        return true;
    }

    private static void Remove(FileSystemInfo entry, string target, string kind)
    {
        if (kind == Retired && entry is DirectoryInfo earlier && !Path.Exists(target))
        {
            earlier.MoveTo(target); // killed between the two renames
        }
        else if (entry is DirectoryInfo directory)
        {
            directory.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }

    private static bool IsAlive(string process) =>
        int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && (number == Environment.ProcessId || Directory.Exists($"/proc/{number}"));

    [GeneratedRegex(@"^\.(?<target>.+)\.(?<process>\d+)\.\d+\.(?<machine>[0-9a-f]{8})\.(?<kind>tmp|old)$")]
    private static partial Regex Pattern();
}

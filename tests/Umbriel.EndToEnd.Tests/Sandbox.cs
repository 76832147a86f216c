using System.Diagnostics;

namespace Umbriel.EndToEnd.Tests;

/// <summary>A folder to run the program in, with a cache of its own.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>One scenario, one Z' mass, five masses, one mixture: the quickest search that does everything.</summary>
    public const string SmallCard = """
        title: small
        m4: 0.106
        mzprime: 0.03
        alphaD: 0.25  # closes with this mixture, the quickest
        scan:
          scenarios: [single]
          mzprime: [0.03]
          mass: {low: 0.05, high: 0.3, points: 5}
        response:
          mixture: single

        """;

    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    public string Cache => folder["cache"];

    public string this[string name] => folder[name];

    private (string Name, string Value)[] Environment => [("XDG_CACHE_HOME", Cache)];

    public string Write(string name, string text) => folder.Write(name, text);

    public Outcome Umbriel(params string[] arguments) => Shell.Run(Shell.Launcher(), arguments, Path, Environment);

    /// <summary>Runs a shell script here; <c>umbriel</c> is the program.</summary>
    public Outcome Bash(string script) => Shell.Bash($"umbriel() {{ '{Shell.Launcher()}' \"$@\"; }}\n{script}", Path, Environment);

    /// <summary>Starts the program as the leader of a process group of its own, as an interactive shell does.</summary>
    public Process Start(params string[] arguments) => Shell.Start("/usr/bin/setsid", [Shell.Launcher(), .. arguments], Path, Environment);

    /// <summary>Every file and folder here but the cache's, with hidden ones.</summary>
    public string[] Entries() =>
        [.. Directory.EnumerateFileSystemEntries(Path, "*", Everything).Where(entry => !entry.StartsWith(Cache, StringComparison.Ordinal)).Select(entry => System.IO.Path.GetRelativePath(Path, entry)).Order(StringComparer.Ordinal)];

    /// <summary>Finished points in the cache with the time each was written; temporary files too.</summary>
    public Dictionary<string, DateTime> CacheEntries() => !Directory.Exists(Cache)
        ? []
        : Directory.EnumerateFiles(Cache, "*", Everything).ToDictionary(file => file, File.GetLastWriteTimeUtc, StringComparer.Ordinal);

    public void Dispose() => folder.Dispose();

    private static EnumerationOptions Everything => new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
}

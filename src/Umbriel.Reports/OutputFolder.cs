using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Formats.Provenance;

namespace Umbriel.Reports;

/// <summary>
/// A folder of results with its manifest. Everything is written into <see cref="Path"/>; <see cref="Commit(IReadOnlyList{string}, Card, IEnumerable{string}, IReadOnlyCollection{string})"/> adds the
/// manifest and puts the whole in place at once, and disposing without it leaves nothing behind.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private readonly AtomicDirectory directory;

    /// <summary>Begins a folder.</summary>
    /// <param name="target">Where it will be.</param>
    /// <exception cref="UserErrorException">The name is empty, or nothing can be written there.</exception>
    public OutputFolder(string target)
    {
        if (target.Length == 0)
        {
            throw new UserErrorException("--output", null, "''", "the name of a folder");
        }

        directory = new AtomicDirectory(target);
        AppDomain.CurrentDomain.ProcessExit += RemoveAtExit;
    }

    /// <summary>Where to write.</summary>
    public string Path => directory.StagingPath;

    /// <summary>What is missing in it, to be told the user; null if nothing is.</summary>
    public string? Notice { get; set; }

    /// <summary>A path as manifests record it: relative to Umbriel's home where it lies below, else absolute.</summary>
    public static string RecordedAs(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        string relative = System.IO.Path.GetRelativePath(UmbrielHome.Find(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    /// <summary>Writes one text file.</summary>
    public void WriteText(string name, string text) => AtomicFile.WriteText(System.IO.Path.Combine(Path, name), text);

    /// <summary>Adds the manifest and puts the folder in place.</summary>
    /// <param name="arguments">The verb and the arguments that shape its results; not those, like the number of threads, that do not.</param>
    /// <param name="card">The card.</param>
    /// <param name="inputs">Files that were read.</param>
    /// <param name="unrecorded">Files whose content differs between equal runs, such as timings; they are not in the manifest.</param>
    public void Commit(IReadOnlyList<string> arguments, Card card, IEnumerable<string> inputs, params IReadOnlyCollection<string> unrecorded) =>
        Commit(arguments, card.ToCanonicalText(), card.Generation.Seed, inputs, null, unrecorded);

    /// <summary>The same for a card of another kind.</summary>
    /// <param name="arguments">The verb and the arguments that shape its results.</param>
    /// <param name="card">The card's canonical text.</param>
    /// <param name="seed">Random seed.</param>
    /// <param name="inputs">Files that were read.</param>
    /// <param name="settings">Canonical text of settings beside the card, if any.</param>
    /// <param name="unrecorded">Files that are not in the manifest.</param>
    public void Commit(IReadOnlyList<string> arguments, string card, ulong seed, IEnumerable<string> inputs, string? settings, params IReadOnlyCollection<string> unrecorded)
    {
        IEnumerable<string> outputs = Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file))
            .Where(file => !unrecorded.Contains(file));
        Manifest.Create(CodeVersion.Full, arguments, card, seed, inputs.Select(path => (RecordedAs(path), path)), Path, outputs, settings).Write(Path);
        directory.Commit();
    }

    /// <summary>Removes what was not put in place.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= RemoveAtExit;
        directory.Dispose();
    }

    // A second Ctrl-C ends the process without unwinding.
    private void RemoveAtExit(object? sender, EventArgs e) => directory.Dispose();
}

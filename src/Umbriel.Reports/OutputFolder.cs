using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Figures;
using Umbriel.Formats.Provenance;

namespace Umbriel.Reports;

/// <summary>
/// A folder of results with its manifest. Everything is written into <see cref="Path"/>; <see cref="Commit(IReadOnlyList{string}, Card, IEnumerable{string}, IReadOnlyCollection{string})"/> adds the
/// manifest and puts the whole in place at once, and disposing without it leaves nothing behind.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private readonly AtomicDirectory directory;
    private readonly string target;
    private readonly bool replaceFigures;
    private readonly Dictionary<string, string> ownScripts = new(StringComparer.Ordinal);
    private readonly HashSet<string> usersScripts = new(StringComparer.Ordinal);

    /// <summary>Begins a folder.</summary>
    /// <param name="target">Where it will be.</param>
    /// <param name="replaceFigures">Whether scripts of figures that a user changed there are replaced, not kept.</param>
    /// <exception cref="UserErrorException">The name is empty, or nothing can be written there.</exception>
    public OutputFolder(string target, bool replaceFigures = false)
    {
        if (target.Length == 0)
        {
            throw new UserErrorException("--output", null, "''", "the name of a folder");
        }

        directory = new AtomicDirectory(target);
        (this.target, this.replaceFigures) = (target, replaceFigures);
        AppDomain.CurrentDomain.ProcessExit += RemoveAtExit;
    }

    /// <summary>Where to write.</summary>
    public string Path => directory.StagingPath;

    /// <summary>What has to be said of the figures, as of scripts that were kept, a missing gnuplot or a build without npm; null for nothing.</summary>
    public string? Notice { get; private set; } = HtmlReport.Notice;

    /// <summary>A path as manifests record it: relative to Umbriel's home where it lies below, else absolute.</summary>
    public static string RecordedAs(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        string relative = System.IO.Path.GetRelativePath(UmbrielHome.Find(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    /// <summary>Writes one text file.</summary>
    public void WriteText(string name, string text) => AtomicFile.WriteText(System.IO.Path.Combine(Path, name), text);

    /// <summary>
    /// Draws figures into the folder, with the scripts and the style that a user changed in the earlier results there: they
    /// are kept as they are, and Umbriel's own stands beside (<c>.gp.new</c>) where it has changed meanwhile.
    /// </summary>
    /// <param name="figures">What to draw.</param>
    /// <param name="cancellation">Ends gnuplot.</param>
    /// <exception cref="UserErrorException">Gnuplot fails, or nothing can be written.</exception>
    public void Draw(IReadOnlyList<FigureDescription> figures, CancellationToken cancellation)
    {
        string place = System.IO.Path.Combine(Path, EditedFigures.Folder);
        EditedFigures edited = replaceFigures ? EditedFigures.None : EditedFigures.In(target);
        string remark = "";
        string? missing;
        try
        {
            missing = FigureSet.Write(figures, place, edited.Text, cancellation);
        }
        catch (UserErrorException e) when (edited.Names.Count > 0)
        {
            missing = FigureSet.Write(figures, place, null, cancellation);
            remark = $"; drawn with Umbriel's own, since one of them fails with the new tables ({e.Message})";
        }

        Dictionary<string, string> own = figures.ToDictionary(figure => figure.Name + ".gp", GnuplotFigure.Script, StringComparer.Ordinal);
        own.Add(StyleFile.Name, StyleFile.Text);
        List<string> outdated = [];
        foreach (string name in edited.Names)
        {
            string path = System.IO.Path.Combine(EditedFigures.Folder, name);
            WriteText(path, edited.Text(name)!);
            if (own.TryGetValue(name, out string? text))
            {
                ownScripts.Add(path, text);
                if (edited.IsOutdated(name, text))
                {
                    WriteText(path + ".new", text);
                    outdated.Add(name);
                }
            }
            else
            {
                usersScripts.Add(path); // no output of this run
            }
        }

        string? kept = edited.Names.Count == 0
            ? null
            : $"{System.IO.Path.Combine(target, EditedFigures.Folder)}: changed scripts are kept ({string.Join(", ", edited.Names)}){remark}"
                + (outdated.Count > 0 ? $"; Umbriel's own of {string.Join(", ", outdated)} has changed too and is beside it as .gp.new" : "")
                + "; --replace-figures replaces them";
        string said = string.Join("; ", new[] { missing, kept, HtmlReport.Notice }.Where(notice => notice is not null));
        Notice = said.Length > 0 ? said : null;
    }

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
            .Where(file => !unrecorded.Contains(file) && !usersScripts.Contains(file));
        Manifest.Create(CodeVersion.Full, arguments, card, seed, inputs.Select(path => (RecordedAs(path), path)), Path, outputs, settings, ownScripts).Write(Path);
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

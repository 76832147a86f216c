using System.ComponentModel;
using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>
/// Draws a figure with gnuplot as PDF, SVG and PNG, and leaves the .gp, the .csv and the style beside it for the user to edit. The
/// same description gives the same bytes on the same machine (fonts come from the system).
/// </summary>
public static class GnuplotFigure
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The .gp of a figure as Umbriel writes it.</summary>
    public static string Script(FigureDescription figure) => GnuplotScript.Text(figure);

    /// <summary>Writes the five files of <paramref name="figure"/> and the style into <paramref name="directory"/>, which it creates.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="directory">Where to put it.</param>
    /// <param name="gnuplot">Name or path of the gnuplot program.</param>
    /// <param name="edited">A user's text of the script or the style of this file name, to draw with in place of Umbriel's own; null for none.</param>
    /// <param name="cancellation">Ends gnuplot and leaves nothing half-written.</param>
    /// <exception cref="UserErrorException">Gnuplot is missing or fails, or the directory cannot be written.</exception>
    public static FigureFiles Render(FigureDescription figure, string directory, string gnuplot = "gnuplot", Func<string, string?>? edited = null, CancellationToken cancellation = default)
    {
        FigureChecks.Name(figure.Name);
        string script = edited?.Invoke(figure.Name + ".gp") ?? Script(figure);
        string style = edited?.Invoke(StyleFile.Name) ?? StyleFile.Text;
        FigureFiles files = Draw(figure.Name, script, figure.Csv, style, directory, gnuplot, cancellation);
        AtomicFile.WriteText(Path.Combine(directory, StyleFile.Name), style);
        return files;
    }

    /// <summary>Draws again from a .gp file, the .csv beside it and the style there.</summary>
    /// <param name="script">Path of the .gp file.</param>
    /// <param name="gnuplot">Name or path of the gnuplot program.</param>
    /// <param name="cancellation">Ends gnuplot and leaves nothing half-written.</param>
    /// <exception cref="UserErrorException">A file cannot be read, or gnuplot is missing or fails.</exception>
    public static FigureFiles Redraw(string script, string gnuplot = "gnuplot", CancellationToken cancellation = default)
    {
        string name = Path.GetFileNameWithoutExtension(script);
        FigureChecks.Name(name);
        try
        {
            string directory = Path.GetDirectoryName(Path.GetFullPath(script))!;
            string style = Path.Combine(directory, StyleFile.Name);
            return Draw(
                name, File.ReadAllText(script), File.ReadAllText(Path.Combine(directory, name + ".csv")), File.Exists(style) ? File.ReadAllText(style) : StyleFile.Text,
                directory, gnuplot, cancellation);
        }
        catch (IOException e)
        {
            throw new UserErrorException($"{script}: cannot be drawn ({e.Message})", e);
        }
    }

    private static FigureFiles Draw(string name, string script, string csv, string style, string directory, string gnuplot, CancellationToken cancellation)
    {
        string target = Path.GetFullPath(directory);
        string scratch = TemporaryPath.Beside(Path.Combine(target, name));
        try
        {
            // Gnuplot runs on the very files the user gets, in a directory of its own; then all are renamed into place.
            Directory.CreateDirectory(scratch);
            File.WriteAllText(Path.Combine(scratch, name + ".csv"), csv);
            File.WriteAllText(Path.Combine(scratch, name + ".gp"), script);
            File.WriteAllText(Path.Combine(scratch, StyleFile.Name), style);
            Run(gnuplot, name, scratch, cancellation);
            PdfDate.Clear(Path.Combine(scratch, name + ".pdf"));
            SvgSpaces.Keep(Path.Combine(scratch, name + ".svg"));
            return new FigureFiles(Move(".pdf"), Move(".svg"), Move(".png"), Move(".gp"), Move(".csv"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{directory}: cannot be written ({e.Message}); free space or choose another output with -o", e);
        }
        finally
        {
            TryDelete(scratch);
        }

        string Move(string extension)
        {
            string file = name + extension;
            string path = Path.Combine(target, file);
            if (new FileInfo(Path.Combine(scratch, file)) is not { Exists: true, Length: > 0 })
            {
                throw new UserErrorException($"figure {name}: gnuplot wrote no {file}; is the disk full, or gnuplot built without cairo (Debian: gnuplot-nox)?");
            }

            File.Move(Path.Combine(scratch, file), path, overwrite: true);
            return path;
        }
    }

    /// <summary>As <see cref="Render"/> for several figures, on all cores; results in the order given.</summary>
    /// <param name="figures">What to draw; names must differ.</param>
    /// <param name="directory">Where to put them.</param>
    /// <param name="edited">As for <see cref="Render"/>.</param>
    /// <param name="cancellation">Ends gnuplot and leaves nothing half-written.</param>
    /// <exception cref="UserErrorException">The first figure's failure.</exception>
    public static IReadOnlyList<FigureFiles> RenderAll(IReadOnlyList<FigureDescription> figures, string directory, Func<string, string?>? edited = null, CancellationToken cancellation = default)
    {
        FigureFiles[] files = new FigureFiles[figures.Count];
        ParallelLoop.For(figures.Count, Environment.ProcessorCount, i => files[i] = Render(figures[i], directory, edited: edited, cancellation: cancellation), cancellation);
        return files;
    }

    private static void Run(string gnuplot, string name, string directory, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(gnuplot)
        {
            WorkingDirectory = directory,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(name + ".gp");
        start.Environment["TZ"] = "UTC"; // the PDF's date would carry the zone
        start.Environment["GNUTERM"] = "dumb";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using Process process = Start(start);
        process.StandardInput.Close();
        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Patience);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            process.WaitForExitAsync(limited.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            throw new UserErrorException($"figure {name}: gnuplot did not finish in {Patience.TotalSeconds:0} s", e);
        }

        string message = (errors.GetAwaiter().GetResult() + output.GetAwaiter().GetResult()).Trim();
        if (process.ExitCode != 0)
        {
            throw new UserErrorException($"figure {name}: gnuplot failed (exit code {process.ExitCode}): {message}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new UserErrorException("gnuplot could not be started");
        }
        catch (Win32Exception e)
        {
            throw new UserErrorException($"{start.FileName}: cannot be started ({e.Message}); figures need gnuplot 5.4 with cairo: install the Debian package gnuplot-nox", e);
        }
    }

    private static void TryDelete(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is the one worth reporting.
        }
    }
}

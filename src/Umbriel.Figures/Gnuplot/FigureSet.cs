using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>All figures of a result. Without gnuplot the result is complete but for their drawings.</summary>
public static class FigureSet
{
    private const string Program = "gnuplot";

    private static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>Draws the figures; where there is no gnuplot, writes the .gp and .csv of each, of which it can be drawn later.</summary>
    /// <param name="figures">What to draw; names must differ.</param>
    /// <param name="directory">Where to put them.</param>
    /// <param name="edited">A user's text of the script or the style of a file name, in place of Umbriel's own; null for none.</param>
    /// <param name="cancellation">Ends gnuplot and leaves nothing half-written.</param>
    /// <returns>What is missing and what helps; null if nothing is.</returns>
    /// <exception cref="UserErrorException">Gnuplot fails, or the directory cannot be written.</exception>
    public static string? Write(IReadOnlyList<FigureDescription> figures, string directory, Func<string, string?>? edited, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (IsInstalled)
        {
            GnuplotFigure.RenderAll(figures, directory, edited, cancellation);
            return null;
        }

        Directory.CreateDirectory(directory);
        foreach (FigureDescription figure in figures)
        {
            FigureChecks.Name(figure.Name);
            AtomicFile.WriteText(Path.Combine(directory, figure.Name + ".gp"), edited?.Invoke(figure.Name + ".gp") ?? GnuplotFigure.Script(figure));
            AtomicFile.WriteText(Path.Combine(directory, figure.Name + ".csv"), figure.Csv);
        }

        AtomicFile.WriteText(Path.Combine(directory, StyleFile.Name), edited?.Invoke(StyleFile.Name) ?? StyleFile.Text);

        return $"gnuplot is not installed, so that the {figures.Count} figures are not drawn (all else is there); install the Debian package gnuplot-nox and draw them with 'umbriel figure'";
    }
}

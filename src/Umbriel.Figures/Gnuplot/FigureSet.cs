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
    /// <param name="cancellation">Ends gnuplot and leaves nothing half-written.</param>
    /// <returns>What is missing and what helps; null if nothing is.</returns>
    /// <exception cref="UserErrorException">Gnuplot fails, or the directory cannot be written.</exception>
    public static string? Write(IReadOnlyList<FigureDescription> figures, string directory, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (IsInstalled)
        {
            GnuplotFigure.RenderAll(figures, directory, cancellation);
            return null;
        }

        Directory.CreateDirectory(directory);
        foreach (FigureDescription figure in figures)
        {
            FigureChecks.Name(figure.Name);
            AtomicFile.WriteText(Path.Combine(directory, figure.Name + ".gp"), GnuplotScript.Text(figure));
            AtomicFile.WriteText(Path.Combine(directory, figure.Name + ".csv"), figure.Csv);
        }

        return $"gnuplot is not installed, so that the {figures.Count} figures are not drawn (all else is there); install the Debian package gnuplot-nox and draw them with 'umbriel figure'";
    }
}

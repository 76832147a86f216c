using System.Text.RegularExpressions;
using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>Data over stacked backgrounds with the signal on top, as MiniBooNE shows its ν_e-like events.</summary>
/// <param name="Name">File stem: letters, digits, '-' and '_'.</param>
/// <param name="AxisTitle">Title of the horizontal axis with its unit, in <see cref="MarkedText"/>.</param>
/// <param name="Edges">Bin edges, ascending; one more than bins.</param>
/// <param name="Data">Observed events per bin.</param>
/// <param name="Backgrounds">One or more, from the bottom of the stack up.</param>
/// <param name="Signal">Signal, events per bin, on top of the stack; null for none.</param>
/// <param name="SignalLabel">Legend entry of the signal, in <see cref="MarkedText"/>, on as many lines as it has.</param>
/// <param name="TotalError">Uncertainty of the summed backgrounds (one standard deviation), events per bin; null for no band.</param>
/// <param name="Note">Line above the frame, such as experiment and exposure, in <see cref="MarkedText"/>; null for none.</param>
/// <param name="PerWidth">Draw events per unit of the axis instead of events per bin; null for events per bin.</param>
public sealed partial record StackedSpectrumFigureData(
    string Name,
    string AxisTitle,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> Data,
    IReadOnlyList<StackedBackground> Backgrounds,
    IReadOnlyList<double>? Signal = null,
    string SignalLabel = "Signal",
    IReadOnlyList<double>? TotalError = null,
    string? Note = null,
    SpectrumUnit? PerWidth = null)
{
    internal void Require()
    {
        FigureChecks.Name(Name);
        FigureChecks.Edges(Name, Edges);
        Counts("data", Data);
        if (Backgrounds.Count == 0)
        {
            throw new UserErrorException($"figure {Name}", "backgrounds", "none", "at least one");
        }

        foreach (StackedBackground background in Backgrounds)
        {
            Counts($"background {background.Label}", background.Events);
            if (background.Colour is { } colour && !ColourPattern().IsMatch(colour))
            {
                throw new UserErrorException($"figure {Name}", $"background {background.Label}", $"colour '{colour}'", "#rrggbb");
            }
        }

        Counts("signal", Signal);
        Counts("total error", TotalError);
        if (PerWidth is not null)
        {
            FigureChecks.NotNegative(Name, "unit of the density", [PerWidth.Width]);
            FigureChecks.Finite(Name, "unit of the density", [1 / PerWidth.Width]);
        }
    }

    /// <summary>Factor from events in bin <paramref name="bin"/> to the height drawn.</summary>
    internal double Scale(int bin) => PerWidth is null ? 1 : PerWidth.Width / (Edges[bin + 1] - Edges[bin]);

    /// <summary>Title of the vertical axis.</summary>
    internal string HeightTitle => "Events / " + (PerWidth?.Name ?? "bin");

    /// <summary>All backgrounds of bin <paramref name="bin"/> together, events.</summary>
    internal double Background(int bin) => Backgrounds.Sum(background => background.Events[bin]);

    /// <summary>Colour of background number <paramref name="index"/>.</summary>
    internal string Colour(int index) => Backgrounds[index].Colour ?? FigureStyle.StackColour(index);

    private void Counts(string what, IReadOnlyList<double>? values)
    {
        FigureChecks.PerBin(Name, what, values, Edges);
        FigureChecks.NotNegative(Name, what, values ?? []);
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex ColourPattern();
}

/// <summary>One background of the stack.</summary>
/// <param name="Label">Legend entry, in <see cref="MarkedText"/>.</param>
/// <param name="Events">Events per bin, at least 0.</param>
/// <param name="Colour">Fill, #rrggbb; null to take the next of the palette.</param>
public sealed record StackedBackground(string Label, IReadOnlyList<double> Events, string? Colour = null);

/// <summary>The unit in which a density is drawn: with an axis in GeV, ("MeV", 0.001) gives events per MeV.</summary>
/// <param name="Name">Unit in the axis title, in <see cref="MarkedText"/>.</param>
/// <param name="Width">Its width in units of the axis, above 0.</param>
public sealed record SpectrumUnit(string Name, double Width = 1);

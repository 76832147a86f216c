namespace Umbriel.Figures;

/// <summary>Data, constrained background and a signal in one reconstructed quantity (the letter's Fig. 3).</summary>
/// <param name="Name">File stem: letters, digits, '-' and '_'.</param>
/// <param name="AxisTitle">Title of the horizontal axis with its unit, in <see cref="MarkedText"/>.</param>
/// <param name="Edges">Bin edges, ascending; one more than bins.</param>
/// <param name="Data">Observed events per bin.</param>
/// <param name="Background">Constrained background, events per bin.</param>
/// <param name="BackgroundError">Its total uncertainty (one standard deviation), events per bin.</param>
/// <param name="PublishedSignal">Published signal of the same point, events per bin; null when not published.</param>
/// <param name="PredictedSignal">Our prediction for the point, events per bin; null when not predicted.</param>
/// <param name="Exposure">Exposure line, such as "6.87×10^{20} POT", in <see cref="MarkedText"/>; null for none.</param>
/// <param name="SignalLabel">The signal's model point, in <see cref="MarkedText"/>, on as many lines as it has; null for none.</param>
/// <param name="ChiSquare">χ² of data against the background alone; null for none.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of <paramref name="ChiSquare"/>.</param>
/// <param name="ChiSquareLabel">Name of the statistic, in <see cref="MarkedText"/>.</param>
public sealed record SpectrumFigureData(
    string Name,
    string AxisTitle,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> Data,
    IReadOnlyList<double> Background,
    IReadOnlyList<double> BackgroundError,
    IReadOnlyList<double>? PublishedSignal = null,
    IReadOnlyList<double>? PredictedSignal = null,
    string? Exposure = null,
    string? SignalLabel = null,
    double? ChiSquare = null,
    int? DegreesOfFreedom = null,
    string ChiSquareLabel = "*χ*^{2}_{CNP}")
{
    internal void Require()
    {
        FigureChecks.Name(Name);
        FigureChecks.Edges(Name, Edges);
        FigureChecks.PerBin(Name, "data", Data, Edges);
        FigureChecks.NotNegative(Name, "data", Data);
        FigureChecks.PerBin(Name, "background", Background, Edges);
        FigureChecks.PerBin(Name, "background error", BackgroundError, Edges);
        FigureChecks.PerBin(Name, "published signal", PublishedSignal, Edges);
        FigureChecks.PerBin(Name, "predicted signal", PredictedSignal, Edges);
    }
}

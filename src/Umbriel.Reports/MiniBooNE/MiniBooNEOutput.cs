using Umbriel.Cards;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Figures;
using Umbriel.Inference;
using Umbriel.Scan;

namespace Umbriel.Reports.MiniBooNE;

/// <summary>Writes what <c>miniboone</c> found: tables, figures, report, manifest.</summary>
public static class MiniBooNEOutput
{
    /// <summary>Writes everything into <paramref name="folder"/> and puts it in place.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="card">The card.</param>
    /// <param name="inputs">What was fitted.</param>
    /// <param name="planes">What came out, planes of the first data set first in each.</param>
    /// <param name="arguments">The verb and the arguments that shape its results.</param>
    /// <param name="cardPath">The card's file.</param>
    /// <param name="cancellation">Stops between figures.</param>
    public static void Write(OutputFolder folder, Card card, MiniBooNEInputs inputs, IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes, IReadOnlyList<string> arguments, string cardPath, CancellationToken cancellation)
    {
        LimitFigureData[] regions = MiniBooNEFigures.Regions(card, inputs, planes);
        MiniBooNESpectra drawn = new(card, inputs);
        StackedSpectrumFigureData[] spectra = [.. Spectra(drawn, card, planes)];
        folder.Notice = FigureSet.Write([.. regions.Select(LimitFigure.Describe), .. spectra.Select(StackedSpectrumFigure.Describe)], Path.Combine(folder.Path, "figures"), cancellation);
        folder.WriteText(MiniBooNETables.RegionsFile, MiniBooNETables.Regions(planes));
        folder.WriteText(MiniBooNETables.BestFitsFile, MiniBooNETables.BestFits(card, planes));
        folder.WriteText(MiniBooNETables.PointsFile, MiniBooNETables.Points(planes));
        folder.WriteText("card.txt", card.ToCanonicalText());
        folder.WriteText("references.bib", Bibliography.BibTeX(Citations.ForMiniBooNE(card)));
        HtmlReport.Write(MiniBooNEReport.Build(card, inputs, planes, regions, spectra), Path.Combine(folder.Path, "report.html"));
        folder.Commit(arguments, card, [cardPath, .. inputs.Files, .. drawn.Files.Except(inputs.Files)]);
    }

    /// <summary>Spectra at the card's own point, and at the best fit of each scenario in the first data set.</summary>
    private static List<StackedSpectrumFigureData> Spectra(MiniBooNESpectra spectra, Card card, IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes)
    {
        List<StackedSpectrumFigureData> figures = [.. spectra.Figures("card", card.Model)];
        foreach (IGrouping<Scenario, PreferredPlane<MiniBooNEAnalysis>> scenario in planes.Where(p => ReferenceEquals(p.Analysis.Fit, planes[0].Analysis.Fit)).GroupBy(p => p.Scenario))
        {
            PreferredPlane<MiniBooNEAnalysis> plane = scenario.MinBy(p => p.ChiSquare.BestFit.ChiSquare)!;
            if (plane.ChiSquare.BestFit is { Mass: { } mass } best)
            {
                figures.AddRange(spectra.Figures($"best_{Scenarios.Name(plane.Scenario)}", ScanPoints.Point(card, plane.Scenario, plane.MZPrime, mass).WithMixingSquared(best.U2)));
            }
        }

        return figures;
    }
}

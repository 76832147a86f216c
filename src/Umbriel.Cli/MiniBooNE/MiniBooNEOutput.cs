using Umbriel.Cli.Output;
using Umbriel.Cli.Search;
using Umbriel.DarkSector;
using Umbriel.Figures;
using Umbriel.Inference;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>Writes what <c>miniboone</c> found: tables, figures, report, manifest.</summary>
internal static class MiniBooNEOutput
{
    public static void Write(OutputFolder folder, MiniBooNEInputs inputs, IReadOnlyList<MiniBooNEPlane> planes, IReadOnlyList<string> arguments, string cardPath, CancellationToken cancellation)
    {
        LimitFigureData[] regions = MiniBooNEFigures.Regions(inputs, planes);
        MiniBooNESpectra drawn = new(inputs);
        StackedSpectrumFigureData[] spectra = [.. Spectra(drawn, inputs, planes)];
        GnuplotFigure.RenderAll([.. regions.Select(LimitFigure.Describe), .. spectra.Select(StackedSpectrumFigure.Describe)], Path.Combine(folder.Path, "figures"), cancellation);
        folder.WriteText(MiniBooNETables.RegionsFile, MiniBooNETables.Regions(planes));
        folder.WriteText(MiniBooNETables.BestFitsFile, MiniBooNETables.BestFits(inputs.Card, planes));
        folder.WriteText(MiniBooNETables.PointsFile, MiniBooNETables.Points(planes));
        folder.WriteText("card.txt", inputs.Card.ToCanonicalText());
        folder.WriteText("references.bib", Bibliography.BibTeX(Citations.ForMiniBooNE(inputs.Card)));
        HtmlReport.Write(MiniBooNEReport.Build(inputs, planes, regions, spectra), Path.Combine(folder.Path, "report.html"));
        folder.Commit(arguments, inputs.Card, [cardPath, .. inputs.Files, .. drawn.Files.Except(inputs.Files)]);
    }

    /// <summary>Spectra at the card's own point, and at the best fit of each scenario in the first data set.</summary>
    private static List<StackedSpectrumFigureData> Spectra(MiniBooNESpectra spectra, MiniBooNEInputs inputs, IReadOnlyList<MiniBooNEPlane> planes)
    {
        List<StackedSpectrumFigureData> figures = [.. spectra.Figures("card", inputs.Card.Model)];
        foreach (IGrouping<Scenario, MiniBooNEPlane> scenario in planes.Where(p => ReferenceEquals(p.Fit, planes[0].Fit)).GroupBy(p => p.Scenario))
        {
            MiniBooNEPlane plane = scenario.MinBy(p => p.ChiSquare.BestFit.ChiSquare)!;
            if (plane.ChiSquare.BestFit is { Mass: { } mass } best)
            {
                figures.AddRange(spectra.Figures($"best_{SearchTables.Word(plane.Scenario)}", ScanPoints.Point(inputs.Card, plane.Scenario, plane.MZPrime, mass).WithMixingSquared(best.U2)));
            }
        }

        return figures;
    }
}

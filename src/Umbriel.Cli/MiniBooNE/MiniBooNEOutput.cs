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
        StackedSpectrumFigureData[] spectra = [.. Spectra(inputs, planes)];
        GnuplotFigure.RenderAll([.. regions.Select(LimitFigure.Describe), .. spectra.Select(StackedSpectrumFigure.Describe)], Path.Combine(folder.Path, "figures"), cancellation);
        folder.WriteText(MiniBooNETables.RegionsFile, MiniBooNETables.Regions(planes));
        folder.WriteText(MiniBooNETables.BestFitsFile, MiniBooNETables.BestFits(inputs.Card, planes));
        folder.WriteText(MiniBooNETables.PointsFile, MiniBooNETables.Points(planes));
        folder.WriteText("card.txt", inputs.Card.ToCanonicalText());
        folder.WriteText("references.bib", Bibliography.BibTeX(Citations.ForMiniBooNE(inputs.Card)));
        HtmlReport.Write(MiniBooNEReport.Build(inputs, planes, regions, spectra), Path.Combine(folder.Path, "report.html"));
        folder.Commit(arguments, inputs.Card, [cardPath, .. inputs.Files]);
    }

    /// <summary>Spectra at the card's own point, and at the best fit of each scenario in the first data set.</summary>
    private static IEnumerable<StackedSpectrumFigureData> Spectra(MiniBooNEInputs inputs, IReadOnlyList<MiniBooNEPlane> planes)
    {
        DarkSectorParameters own = inputs.Card.Model;
        foreach (StackedSpectrumFigureData figure in MiniBooNEFigures.Spectra(inputs, "card", own, MiniBooNEFigures.PointTitle(own)))
        {
            yield return figure;
        }

        foreach (IGrouping<Scenario, MiniBooNEPlane> scenario in planes.Where(p => ReferenceEquals(p.Fit, planes[0].Fit)).GroupBy(p => p.Scenario))
        {
            MiniBooNEPlane plane = scenario.MinBy(p => p.ChiSquare.BestFit.ChiSquare)!;
            if (plane.ChiSquare.BestFit is not { Mass: { } mass } best)
            {
                continue;
            }

            DarkSectorParameters point = ScanPoints.Point(inputs.Card, plane.Scenario, plane.MZPrime, mass).WithMixingSquared(best.U2);
            foreach (StackedSpectrumFigureData figure in MiniBooNEFigures.Spectra(inputs, $"best_{SearchTables.Word(plane.Scenario)}", point, MiniBooNEFigures.PointTitle(point)))
            {
                yield return figure;
            }
        }
    }
}

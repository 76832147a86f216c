using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Figures;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Limits;
using Umbriel.Reports.MiniBooNE;
using Umbriel.Scan;

namespace Umbriel.Reports;

/// <summary>Writes a finished search: figures, tables, HEPData, report, summary, manifest.</summary>
public static class SearchOutput
{
    /// <summary>Names of the files whose content differs between equal runs.</summary>
    private static readonly string[] Unrecorded = [SearchSummary.FileName];

    /// <summary>Writes everything into <paramref name="folder"/> and puts it in place.</summary>
    public static SearchSummary Write(OutputFolder folder, SearchInputs inputs, SearchResult result, IReadOnlyList<string> arguments, Func<double> seconds, CancellationToken cancellation)
    {
        EfficiencyFigureData[] efficiencies = SearchFigures.Efficiencies(inputs, inputs.MicroBooNE.Response.Efficiency);
        SpectrumFigureData[] spectra = SearchFigures.Spectra(inputs, result.Point);
        IReadOnlyList<OlderLimitSource> older = OlderLimits.Load(UmbrielHome.DataPath("limits"), inputs.Card.OlderLimits);
        LimitFigureData[] limits = SearchFigures.Limits(inputs, result, older);
        folder.Notice = FigureSet.Write(
            [.. efficiencies.Select(EfficiencyFigure.Describe), .. spectra.Select(SpectrumFigure.Describe), .. limits.Select(LimitFigure.Describe)],
            Path.Combine(folder.Path, "figures"),
            cancellation);
        folder.WriteText(LimitRow.FileName, LimitRow.ToCsv(LimitRow.Of(result)));
        folder.WriteText(MiniBooNETables.RegionsFile, MiniBooNETables.Regions(result.Comparisons.Select(c => c.Preferred)));
        folder.WriteText(MiniBooNETables.BestFitsFile, MiniBooNETables.BestFits(inputs.Card, result.Comparisons.Select(c => c.Preferred)));
        folder.WriteText(MiniBooNETables.VerdictsFile, MiniBooNETables.Verdicts([.. result.Comparisons.Select(c => (inputs.Card.Fit.BackgroundScaling, c)), .. result.Alternative.Comparisons.Select(c => (result.Alternative.Scaling, c))]));
        string hepData = Path.Combine(folder.Path, "hepdata");
        Directory.CreateDirectory(hepData);
        HepDataSubmission.Write(hepData, $"{inputs.Card.Title}. Limits computed by Umbriel {CodeVersion.Release} from digitised public data of arXiv:2502.10900.", SearchTables.Entries(inputs, result));
        folder.WriteText("card.txt", inputs.Card.ToCanonicalText());
        folder.WriteText("references.bib", Bibliography.BibTeX(Citations.For(inputs.Card)));
        HtmlReport.Write(SearchReport.Build(inputs, result, efficiencies, spectra, limits), Path.Combine(folder.Path, "report.html"));
        SearchSummary summary = new(
            result.Closures[0].Signal.Total,
            result.Closures[0].Published,
            inputs.MicroBooNE.MixtureUncertainty.Relative,
            result.Point,
            inputs.MicroBooNE.Fit.BackgroundOnly,
            [.. result.Comparisons.Select(c => (c.Preferred.Plane, PlaneFlags.Of(c.Preferred.ChiSquare)))],
            seconds());
        folder.WriteText(SearchSummary.FileName, summary.ToJson());
        folder.Commit(arguments, inputs.Card, [inputs.CardPath, .. inputs.MicroBooNE.Files, .. inputs.MiniBooNE.Files.Except(inputs.MicroBooNE.Files), .. older.SelectMany(o => o.Files).Select(f => UmbrielHome.DataPath("limits", f))], Unrecorded);
        return summary;
    }
}

using Umbriel.Cli.MiniBooNE;
using Umbriel.Cli.Output;
using Umbriel.Core;
using Umbriel.Figures;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Limits;

namespace Umbriel.Cli.Search;

/// <summary>Writes a finished search: figures, tables, HEPData, report, summary, manifest.</summary>
internal static class SearchOutput
{
    /// <summary>The file of limits.</summary>
    public const string LimitsFile = "limits.csv";

    /// <summary>Names of the files whose content differs between equal runs.</summary>
    private static readonly string[] Unrecorded = [SearchSummary.FileName];

    /// <summary>Writes everything into <paramref name="folder"/> and puts it in place.</summary>
    public static SearchSummary Write(OutputFolder folder, SearchInputs inputs, SearchResult result, MiniBooNEInputs others, IReadOnlyList<Comparison> comparisons, IReadOnlyList<string> arguments, Func<double> seconds, CancellationToken cancellation)
    {
        EfficiencyFigureData[] efficiencies = SearchFigures.Efficiencies(inputs, result.Response.Efficiency);
        SpectrumFigureData[] spectra = SearchFigures.Spectra(inputs, result.Closures[0].Signal, result);
        IReadOnlyList<OlderLimitSource> older = OlderLimits.Load(UmbrielHome.DataPath("limits"), inputs.Card.OlderLimits);
        LimitFigureData[] limits = SearchFigures.Limits(inputs, result, comparisons, older);
        GnuplotFigure.RenderAll(
            [.. efficiencies.Select(EfficiencyFigure.Describe), .. spectra.Select(SpectrumFigure.Describe), .. limits.Select(LimitFigure.Describe)],
            Path.Combine(folder.Path, "figures"),
            cancellation);
        folder.WriteText(LimitsFile, LimitRow.ToCsv(SearchTables.Rows(result)));
        folder.WriteText(MiniBooNETables.RegionsFile, MiniBooNETables.Regions(comparisons.Select(c => c.MiniBooNE)));
        folder.WriteText(MiniBooNETables.BestFitsFile, MiniBooNETables.BestFits(inputs.Card, comparisons.Select(c => c.MiniBooNE)));
        folder.WriteText(Comparison.FileName, Comparison.ToCsv(comparisons));
        string hepData = Path.Combine(folder.Path, "hepdata");
        Directory.CreateDirectory(hepData);
        HepDataSubmission.Write(hepData, $"{inputs.Card.Title}. Limits computed by Umbriel {CodeVersion.Release} from digitised public data of arXiv:2502.10900.", SearchTables.Entries(inputs, result));
        folder.WriteText("card.txt", inputs.Card.ToCanonicalText());
        folder.WriteText("references.bib", Bibliography.BibTeX(Citations.For(inputs.Card)));
        HtmlReport.Write(SearchReport.Build(inputs, result, others, comparisons, efficiencies, spectra, limits), Path.Combine(folder.Path, "report.html"));
        SearchSummary summary = new(
            result.Closures[0].Signal.Total,
            inputs.Data.Score.ExampleSignal.Sum(),
            Closure.Uncertainty(result.Closures).Relative,
            result.Fit.BackgroundOnly,
            seconds());
        folder.WriteText(SearchSummary.FileName, summary.ToJson());
        folder.Commit(arguments, inputs.Card, [.. inputs.Files, .. others.Files.Except(inputs.Files), .. older.SelectMany(o => o.Files).Select(f => UmbrielHome.DataPath("limits", f))], Unrecorded);
        return summary;
    }
}

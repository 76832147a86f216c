using Umbriel.Cli.Output;
using Umbriel.Figures;
using Umbriel.Interchange.HepData;

namespace Umbriel.Cli.Search;

/// <summary>Writes a finished search: figures, tables, HEPData, report, summary, manifest.</summary>
internal static class SearchOutput
{
    /// <summary>The file of limits.</summary>
    public const string LimitsFile = "limits.csv";

    /// <summary>Names of the files whose content differs between equal runs.</summary>
    private static readonly string[] Unrecorded = [SearchSummary.FileName];

    /// <summary>Writes everything into <paramref name="folder"/> and puts it in place.</summary>
    public static SearchSummary Write(OutputFolder folder, SearchInputs inputs, SearchResult result, IReadOnlyList<string> arguments, Func<double> seconds, CancellationToken cancellation)
    {
        EfficiencyFigureData[] efficiencies = SearchFigures.Efficiencies(inputs, result.Response.Efficiency);
        SpectrumFigureData[] spectra = SearchFigures.Spectra(inputs, result.Closures[0].Signal, result);
        LimitFigureData[] limits = SearchFigures.Limits(inputs, result);
        GnuplotFigure.RenderAll(
            [.. efficiencies.Select(EfficiencyFigure.Describe), .. spectra.Select(SpectrumFigure.Describe), .. limits.Select(LimitFigure.Describe)],
            Path.Combine(folder.Path, "figures"),
            cancellation);
        folder.WriteText(LimitsFile, LimitRow.ToCsv(SearchTables.Rows(result)));
        string hepData = Path.Combine(folder.Path, "hepdata");
        Directory.CreateDirectory(hepData);
        HepDataSubmission.Write(hepData, $"{inputs.Card.Title}. Limits computed by Umbriel {CodeVersion.Release} from digitised public data of arXiv:2502.10900.", SearchTables.Entries(inputs, result));
        folder.WriteText("card.txt", inputs.Card.ToCanonicalText());
        folder.WriteText("references.bib", Bibliography.BibTeX(Citations.For(inputs.Card)));
        HtmlReport.Write(SearchReport.Build(inputs, result, efficiencies, spectra, limits), Path.Combine(folder.Path, "report.html"));
        SearchSummary summary = new(
            result.Closures[0].Signal.Total,
            inputs.Data.Score.ExampleSignal.Sum(),
            Closure.Uncertainty(result.Closures).Relative,
            result.ChiSquareBackgroundOnly,
            seconds());
        folder.WriteText(SearchSummary.FileName, summary.ToJson());
        folder.Commit(arguments, inputs.Card, inputs.Files, Unrecorded);
        return summary;
    }
}

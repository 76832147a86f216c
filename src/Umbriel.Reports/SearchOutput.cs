using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Figures;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Limits;
using Umbriel.Reports.MiniBooNE;
using Umbriel.Reports.Tables;
using Umbriel.Scan;

namespace Umbriel.Reports;

/// <summary>Writes a finished search: figures, tables, HEPData, report, summary, manifest.</summary>
public static class SearchOutput
{
    /// <summary>Names of the files whose content differs between equal runs.</summary>
    private static readonly string[] Unrecorded = [SearchSummary.FileName];

    /// <summary>Width of a record's thumbnails, pixels.</summary>
    private const int ThumbnailWidth = 240;

    /// <summary>Writes everything into <paramref name="folder"/> and puts it in place.</summary>
    public static SearchSummary Write(OutputFolder folder, SearchInputs inputs, SearchResult result, IReadOnlyList<string> arguments, Func<double> seconds, CancellationToken cancellation)
    {
        EfficiencyFigureData[] efficiencies = SearchFigures.Efficiencies(inputs, inputs.MicroBooNE.Response.Efficiency);
        SpectrumFigureData[] spectra = SearchFigures.Spectra(inputs, result.Point);
        IReadOnlyList<OlderLimitSource> older = OlderLimits.Load(UmbrielHome.DataPath("limits"), inputs.Card.OlderLimits);
        LimitFigureData[] limits = SearchFigures.Limits(inputs, result, older);
        folder.Draw([.. efficiencies.Select(EfficiencyFigure.Describe), .. spectra.Select(SpectrumFigure.Describe), .. limits.Select(LimitFigure.Describe)], cancellation);
        folder.WriteText(LimitRow.FileName, LimitRow.ToCsv(LimitRow.Of(result)));
        folder.WriteText(MiniBooNETables.RegionsFile, MiniBooNETables.Regions(result.Comparisons.Select(c => c.Preferred)));
        folder.WriteText(MiniBooNETables.BestFitsFile, MiniBooNETables.BestFits(inputs.Card, result.Comparisons.Select(c => c.Preferred)));
        folder.WriteText(MiniBooNETables.VerdictsFile, MiniBooNETables.Verdicts([.. result.Comparisons.Select(c => (inputs.Card.Fit.BackgroundScaling, c)), .. result.Alternative.Comparisons.Select(c => (result.Alternative.Scaling, c))]));
        WriteRecord(folder, inputs, result);
        folder.WriteText("card.txt", inputs.Card.ToCanonicalText());
        folder.WriteText("references.bib", Bibliography.BibTeX(Citations.For(inputs.Card)));
        HtmlReport.Write(SearchReport.Build(inputs, result, efficiencies, spectra, limits), Path.Combine(folder.Path, "report.html"));
        SearchSummary summary = new(
            result.Closures[0].Signal.Total,
            result.Closures[0].Published,
            inputs.MicroBooNE.MixtureUncertainty.Relative,
            result.Point,
            inputs.MicroBooNE.Fit.BackgroundOnly,
            SelectionCount.Of(inputs, result.Point),
            result.Variables,
            inputs.Card.Fit,
            [.. result.Planes.Select(plane => (inputs.Card.Fit.BackgroundScaling, plane)), .. result.Alternative.Planes.Select(plane => (result.Alternative.Scaling, plane))],
            [.. result.Comparisons.Select(c => (c.Preferred.Plane, PlaneFlags.Of(c.Preferred.ChiSquare)))],
            seconds());
        folder.WriteText(SearchSummary.FileName, summary.ToJson());
        folder.Commit(arguments, inputs.Card, [inputs.CardPath, .. inputs.MicroBooNE.Files, .. inputs.MiniBooNE.Files.Except(inputs.MicroBooNE.Files), .. older.SelectMany(o => o.Files).Select(f => UmbrielHome.DataPath("limits", f))], Unrecorded);
        return summary;
    }

    /// <summary>The tables as a HEPData record, each with its figure where that was drawn.</summary>
    private static void WriteRecord(OutputFolder folder, SearchInputs inputs, SearchResult result)
    {
        string directory = Path.Combine(folder.Path, "hepdata");
        Directory.CreateDirectory(directory);
        HepDataEntry[] entries = [.. SearchTables.Entries(inputs, result).Select(entry => File.Exists(Figure(entry.Picture)) ? entry : entry with { Picture = null })];
        foreach (string picture in entries.Select(entry => entry.Picture).OfType<string>().Distinct())
        {
            byte[] png = File.ReadAllBytes(Figure(picture));
            File.WriteAllBytes(Path.Combine(directory, picture + ".png"), png);
            File.WriteAllBytes(Path.Combine(directory, $"thumb_{picture}.png"), PngThumbnail.Of(png, ThumbnailWidth));
        }

        HepDataSubmission.Write(directory, $"{inputs.Card.Title}. Limits, preferred regions, spectra and covariance computed by Umbriel {CodeVersion.Release} from {RecordText.Data(inputs.Card)}.", entries);

        string Figure(string? picture) => Path.Combine(folder.Path, "figures", picture + ".png");
    }
}

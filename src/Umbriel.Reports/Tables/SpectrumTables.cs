using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Scan;

namespace Umbriel.Reports.Tables;

/// <summary>The spectra with the signal of the card's point, and the covariance of the fitted one.</summary>
internal static class SpectrumTables
{
    /// <summary>One table a spectrum, and one of the covariance.</summary>
    public static IEnumerable<HepDataEntry> Entries(SearchInputs inputs, SearchResult result)
    {
        PublishedData data = inputs.MicroBooNE.Data;
        SelectedSignal signal = result.Point.Signal;
        HepDataQualifier[] point = [.. Point(result.Point.Point), .. RecordText.Model(inputs.Card, result.Point.Point.Scenario)];
        return
        [
            Spectrum(inputs, "energy", "Reconstructed visible energy", "MeV", data.Energy, signal.Energy, point),
            Spectrum(inputs, "angle", "Reconstructed angle of the primary shower to the beam", "degrees", data.Angle, signal.Angle, point),
            Spectrum(inputs, "score", "NC $\\pi^0$ rejection score", "", data.Score, signal.Score, point),
            Covariance(inputs, result, point),
        ];
    }

    private static HepDataEntry Spectrum(SearchInputs inputs, string name, string title, string units, PublishedSpectrum published, double[] signal, HepDataQualifier[] point)
    {
        HepDataQualifier exposure = new("exposure", Show.Brief(inputs.MicroBooNE.Site.Beam.Pot), "protons on target");
        HepDataTable table = new(
            "umbriel search",
            [new HepDataIndependent(title, units, [.. published.Edges.Zip(published.Edges.Skip(1), (low, high) => new HepDataBin(low, high))])],
            [
                new HepDataDependent("Data", "events", [exposure], [.. published.Data.Select(n => new HepDataValue(n))]),
                new HepDataDependent("Background, constrained", "events", [exposure], [.. published.Background.Zip(published.BackgroundError, (b, error) => new HepDataValue(b, [new HepDataError("as drawn", error, error)]))]),
                new HepDataDependent("Signal", "events", point, [.. signal.Select(s => new HepDataValue(s))]),
            ]);
        return new HepDataEntry(
            $"spectrum_{name}.yaml",
            $"Spectrum, {name}",
            $"spectrum_{name}.pdf",
            $"{title}: selected events and constrained background of {RecordText.Data(inputs.Card)}, and the signal predicted at the card's point. By Umbriel {CodeVersion.Release}.",
            table,
            RecordText.Keywords(inputs.Card.Model.Scenario, "N", "Spectrum"),
            $"spectrum_{name}");
    }

    /// <summary>What the fit adds to the statistics of the counts: without a signal, and with that of the card's point.</summary>
    private static HepDataEntry Covariance(SearchInputs inputs, SearchResult result, HepDataQualifier[] point)
    {
        SignalFit fit = inputs.MicroBooNE.Fit;
        FitVariable variable = inputs.Card.Fit.Variable;
        int n = fit.BinCount;
        (int I, int J)[] elements = [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select (i, j)];
        HepDataQualifier[] terms = [new("spectrum", FitVariables.Name(variable)), .. RecordText.Fit(inputs.Card.Fit, inputs.Card.Fit.BackgroundScaling)];
        HepDataTable table = new(
            "umbriel search",
            [Bins("Bin i", e => e.I), Bins("Bin j", e => e.J)],
            [Matrix("Covariance, background", new double[n], terms), Matrix("Covariance, background and signal", result.Point.Signal.Bins(variable), [.. point, .. terms])]);
        return new HepDataEntry(
            "covariance.yaml",
            $"Covariance of the fitted spectrum ({FitVariables.Name(variable)})",
            "report.html",
            $"Systematic covariance of the expected events in the bins of the fitted spectrum, counted from 1, {(fit.Statistic == TestStatistic.CovarianceOnly ? "which contains the statistics of the counts" : "to which the statistic adds that of the counts")}: of the background alone, and with the signal of the card's point, to whose errors it adds. By Umbriel {CodeVersion.Release}.",
            table,
            RecordText.Keywords(inputs.Card.Model.Scenario, "N", "Covariance"),
            null);

        HepDataIndependent Bins(string title, Func<(int I, int J), int> bin) => new(title, "", [.. elements.Select(e => new HepDataBin(bin(e) + 1, bin(e) + 1))]);
        HepDataDependent Matrix(string title, double[] signal, HepDataQualifier[] qualifiers)
        {
            double[,] covariance = fit.SystematicCovariance(signal);
            return new(title, "events$^2$", qualifiers, [.. elements.Select(e => new HepDataValue(covariance[e.I, e.J]))]);
        }
    }

    private static IEnumerable<HepDataQualifier> Point(DarkSectorParameters point)
    {
        yield return new("$m_{Z'}$", Show.Brief(point.MZPrime), "GeV");
        yield return new("$m_4$", Show.Brief(point.M4), "GeV");
        if (point.M5 is { } mass)
        {
            yield return new("$m_5$", Show.Brief(mass), "GeV");
        }

        yield return new(RecordText.CouplingName(point.Scenario), Show.Brief(point.MixingSquared));
    }
}

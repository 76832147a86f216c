using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Formats.HepData;
using Umbriel.Generation;
using Umbriel.Generation.Sites;
using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Bench;

/// <summary>The published selection and the fit.</summary>
internal static class AnalysisWorkloads
{
    private const int Pairs = 1 << 14;
    private const int Fits = 1 << 10;

    public static IEnumerable<(string Name, string Unit, Func<double> Work)> All(string data)
    {
        PublishedData published = PublishedData.Load(Path.Combine(data, "hepdata-2502.10900"));
        yield return ("efficiency-map", "pairs", Efficiency(published, DetectorSites.Read(DetectorSites.Default)));
        yield return ("fit-cnp", "chi-squares", Fit(published));
    }

    /// <summary>The kinematics of a pair and its probability to be selected as each topology.</summary>
    private static Func<double> Efficiency(PublishedData published, DetectorSite site)
    {
        Lazy<EfficiencyMap> map = new(() => new ResponseBuilder(published, site, threads: 1, eventsPerPoint: 1 << 13).Build(ReferenceMixtures.Default).Efficiency);
        Lazy<TruthEventBatch> batch = new(() => EventGenerator.Generate(new EventSource(Workloads.Light, new GenerationSettings(site), site.Beam.Data, EventOrigin.Tpc), 0, Pairs, Pairs, 1));
        return () =>
        {
            for (int i = 0; i < Pairs; i++)
            {
                Workloads.Consume(map.Value.Evaluate(PairKinematics.Of(batch.Value.Electron[i], batch.Value.Positron[i])).OneShower);
            }

            return Pairs;
        };
    }

    /// <summary>CNP χ² of the four score bins, sidebands constraining the background.</summary>
    private static Func<double> Fit(PublishedData data)
    {
        Channel score = new("score", [.. data.Score.Edges]);
        Binning binning = new(score, new Channel("2g0p", [.. data.TwoPhotonNoProton.Edges]), new Channel("2g1p", [.. data.TwoPhotonOneProton.Edges]));
        Spectrum spectrum = new(
            binning,
            "background",
            [.. data.Score.Background, .. data.TwoPhotonNoProton.Prediction, .. data.TwoPhotonOneProton.Prediction],
            [.. data.Score.Data, .. data.TwoPhotonNoProton.Data, .. data.TwoPhotonOneProton.Data]);
        const double DigitisationTolerance = 0.02;
        FractionalCovariance matrix = new(binning, [.. data.FractionalCovariance], "published", DigitisationTolerance);
        PublishedBackground background = new(spectrum, "score", [.. data.Score.BackgroundError], matrix);
        SignalFit fit = PublishedReadings.Default
            .Read(new SystematicInputs(background, 0.0, new Lazy<double>(0.0)))
            .With(new SignalMatrix(matrix.Only("score")))
            .Fit();
        double[] shape = [.. data.Score.ExampleSignal];
        double[] signal = new double[shape.Length];
        return () =>
        {
            for (int i = 0; i < Fits; i++)
            {
                for (int b = 0; b < signal.Length; b++)
                {
                    signal[b] = shape[b] * i / Fits;
                }

                Workloads.Consume(fit.ChiSquare(signal));
            }

            return Fits;
        };
    }
}

using Umbriel.Response.Published;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.DarkSector;
using Umbriel.Inference;
using Umbriel.Cards;
using Umbriel.Response;
using Umbriel.Systematics;
using InferenceScan = Umbriel.Inference.ScanSettings;

namespace Umbriel.Cli.Search;

/// <summary>The computation behind <c>search</c> and <c>limit</c>: response, yield curves, scans.</summary>
internal sealed class SearchRun(SearchInputs inputs, PointCache cache, int threads)
{
    /// <summary>Pairs per mass point from argon, and as many from soil.</summary>
    private const int EventsPerPoint = 4096;

    private readonly Card card = inputs.Card;

    /// <summary>Runs the whole search.</summary>
    public SearchResult Run(Func<string, string, long, IProgress<long>> progress, CancellationToken cancellation)
    {
        ResponseBuilder builder = new(inputs.Data, inputs.Beam, threads);
        List<Closure> closures = [];
        PublishedResponse? response = null;
        IProgress<long> mixtures = progress("response", "mixtures", inputs.Mixtures.Count);
        foreach (ReferenceMixture mixture in inputs.Mixtures)
        {
            cancellation.ThrowIfCancellationRequested();
            PublishedResponse candidate = builder.Build(mixture);
            response ??= candidate;
            closures.Add(Closure.Compute(inputs, mixture.Name, candidate, threads, cancellation));
            mixtures.Report(1);
        }

        Lazy<MixtureUncertainty> uncertainty = inputs.MixtureUncertainty(builder);
        SignalFit fit = FitSetup.Build(inputs.Data, card.Fit, uncertainty);
        IReadOnlyList<PlaneResult> planes = Planes(ScanPoints.Planes(card), fit, response!, progress, cancellation);
        return new SearchResult(closures, response!, fit, Variants(response!, uncertainty, cancellation), planes);
    }

    /// <summary>The yield curve of one model point over the card's couplings.</summary>
    public YieldCurve Curve(DarkSectorParameters point, PublishedResponse response) =>
        new YieldCalculator(point, card.Generation, inputs.Beam, new PublishedSelection(response, card.Fit.Variable), new PairCounts(EventsPerPoint, EventsPerPoint))
            .Curve(card.Scan.Coupling.Low, card.Scan.Coupling.High);

    /// <summary>Limits at the masses of one curve alone.</summary>
    public MassLimit LimitAt(double mass, YieldCurve curve, SignalFit fit, CancellationToken cancellation)
    {
        InferenceScan settings = new()
        {
            Masses = new ScanAxis("mass", [0.999 * mass, mass]),
            Couplings = ScanPoints.Couplings(card),
        };
        return new LimitScan(fit, (_, u2) => curve.At(u2)).Run(settings, cancellation).Limits[^1];
    }

    /// <summary>Limits at all masses of the card's scan, in the planes asked for.</summary>
    public PlaneResult[] Planes(
        IReadOnlyList<(Scenario Scenario, double MZPrime)> planes,
        SignalFit fit,
        PublishedResponse response,
        Func<string, string, long, IProgress<long>> progress,
        CancellationToken cancellation)
    {
        SignalPlane[] signals = SignalPlane.Compute(card, planes, Key, p => Curve(p, response), cache, threads, count => progress("signal", "mass points", count), cancellation);
        InferenceScan settings = new() { Masses = ScanPoints.Masses(card), Couplings = ScanPoints.Couplings(card), Threads = threads };
        IProgress<long> scans = progress("limits", "planes", planes.Count);
        PlaneResult[] results = new PlaneResult[planes.Count];
        for (int p = 0; p < planes.Count; p++)
        {
            results[p] = new PlaneResult(planes[p].Scenario, planes[p].MZPrime, signals[p], new LimitScan(fit, signals[p].At).Run(settings, cancellation));
            scans.Report(1);
        }

        return results;
    }

    private IReadOnlyList<VariantRow> Variants(PublishedResponse response, Lazy<MixtureUncertainty> uncertainty, CancellationToken cancellation)
    {
        if (card.Fit.Variable != FitVariable.Score)
        {
            return [];
        }

        YieldCurve curve = Curve(ResponseBuilder.ExamplePoint, response);
        return
        [
            .. PublishedReadings.All.Select(reading =>
            {
                SignalFit fit = FitSetup.Build(inputs.Data, card.Fit, uncertainty, reading);
                MassLimit limit = LimitAt(ResponseBuilder.ExamplePoint.M4, curve, fit, cancellation);
                return new VariantRow(reading, fit.BackgroundOnly, limit.ObservedU2, limit.ExpectedU2);
            }),
        ];
    }

    private string Key(DarkSectorParameters point)
    {
        // Only what a yield depends on: neither the fit's statistics nor the rest of the scan.
        Card relevant = card with
        {
            Model = point.WithMixingSquared(1e-8),
            Fit = new FitSettings { Variable = card.Fit.Variable },
            Scan = new Cards.ScanSettings { Coupling = card.Scan.Coupling },
            Response = card.Response with { Mixtures = [inputs.Mixtures[0].Name] },
            OlderLimits = [],
            MiniBooNE = new MiniBooNESettings(),
        };
        return PointCache.Key(relevant.ToCanonicalText(), $"yield {EventsPerPoint}", inputs.DataHash, CodeVersion.Identity);
    }
}

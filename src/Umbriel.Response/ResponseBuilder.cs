using System.Collections.Concurrent;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.HepData;
using Umbriel.Generation;
using Umbriel.Generation.Sites;
using Umbriel.Response.Published;

namespace Umbriel.Response;

/// <summary>
/// Fits the published response: efficiency on a mixture, smearing on the example signal. One builder serves several
/// mixtures; what they have in common is generated once.
/// </summary>
public sealed class ResponseBuilder
{
    private const int ExampleEvents = 40000;

    private readonly PublishedData data;
    private readonly PointSampler sampler;
    private readonly Lazy<ExampleSignal> example;
    private readonly EfficiencyAxes axes;
    private readonly ConcurrentDictionary<ReferenceMixture, EfficiencyMap> maps = new();

    /// <summary>Prepares to build responses; the token stops what they are built from.</summary>
    public ResponseBuilder(PublishedData data, DetectorSite site, int threads, CancellationToken cancellation = default)
        : this(data, site, threads, PointSampler.DefaultEvents, cancellation)
    {
    }

    /// <summary>Prepares to build responses from samples of another size, for studies of their statistics.</summary>
    public ResponseBuilder(PublishedData data, DetectorSite site, int threads, int eventsPerPoint, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        this.data = data;
        axes = new EfficiencyAxes(data);
        sampler = new PointSampler(axes, site, threads, eventsPerPoint, cancellation);
        example = new Lazy<ExampleSignal>(() =>
        {
            EventSource source = new(ExamplePoint, new GenerationSettings(site), site.Beam.Data, EventOrigin.Tpc);
            return new ExampleSignal(EventGenerator.Generate(source, 0, ExampleEvents, ExampleEvents, threads, cancellation));
        });
    }

    /// <summary>
    /// The letter's example signal: m4 = 106 MeV, m_Z' = 30 MeV, |U_μ4|² = 2.0e-10, ε = 8e-4 (its Fig. 3), with the
    /// default coupling, g_D = 2 (validation/closure.md).
    /// </summary>
    public static DarkSectorParameters ExamplePoint { get; } = new()
    {
        Scenario = Scenario.Single,
        M4 = 0.106,
        MZPrime = 0.03,
        Umu4 = Math.Sqrt(2.0e-10),
        Epsilon = 8e-4,
    };

    /// <summary>Whether a point is the letter's example: its scenario, masses, |U_μ4|² and ε in the letter's normalisation, to 1e-9. The letter prints no α_D.</summary>
    public static bool IsExample(DarkSectorParameters point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point is { Scenario: Scenario.Single, UD4: null, UD5: null }
            && Same(point.M4, ExamplePoint.M4) && Same(point.MZPrime, ExamplePoint.MZPrime) && Same(point.MixingSquared, ExamplePoint.MixingSquared)
            && Same(point.Epsilon, ExamplePoint.Epsilon);

        static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-9 * b;
    }

    /// <summary>The binned pairs of a mixture.</summary>
    public MixtureSample Sample(ReferenceMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        return mixture.Generate(sampler);
    }

    /// <summary>The efficiency fitted on a mixture.</summary>
    public EfficiencyMap Efficiency(ReferenceMixture mixture) => maps.GetOrAdd(mixture, m => new EfficiencyMap(axes, Sample(m)));

    /// <summary>Builds the response of one mixture.</summary>
    public PublishedResponse Build(ReferenceMixture mixture)
    {
        EfficiencyMap map = Efficiency(mixture);
        (double[] energies, double[] angles) = example.Value.Spectra(map);
        return new PublishedResponse(
            data,
            map,
            EnergySmearing.Fit(energies, data.Energy.ExampleSignal, data.Energy.Edges),
            AngleSmearing.Fit(angles, data.Angle.ExampleSignal, data.Angle.Edges));
    }

    /// <summary>
    /// How much predictions depend on the mixture: over all reference points of <paramref name="mixtures"/>, the first of
    /// which is the one in use. The example signal is of events scattered in the TPC only: cryostat and soil give that
    /// prompt signal nothing that counts (validation/closure.md).
    /// </summary>
    public MixtureUncertainty Uncertainty(IReadOnlyList<ReferenceMixture> mixtures)
    {
        ArgumentNullException.ThrowIfNull(mixtures);
        IReadOnlyList<PointSample> points = sampler.Sample([.. mixtures.SelectMany(m => m.Points).Distinct()]);
        return new MixtureUncertainty(
        [
            .. mixtures.Select(mixture => new MixtureSelection(mixture.Name, example.Value.Selected(Efficiency(mixture)), [.. points.Select(Efficiency(mixture).MeanOver)])),
        ]);
    }
}

using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Sites;
using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>
/// MicroBooNE's search of arXiv:2502.10900 the published way: true pairs folded with its published efficiencies, compared
/// with its published data.
/// </summary>
public sealed class PublishedAnalysis : IAnalysis
{
    private readonly ResponseBuilder builder;
    private readonly Lazy<PublishedResponse> response;
    private readonly Lazy<MixtureUncertainty> mixture;
    private readonly FitSettings fit;
    private readonly int threads;

    private PublishedAnalysis(PublishedAnalysis other, FitSettings fit)
    {
        (Generation, Data, Files, Mixtures) = (other.Generation, other.Data, other.Files, other.Mixtures);
        (builder, mixture, response, threads) = (other.builder, other.mixture, other.response, other.threads);
        this.fit = fit;
        Fit = FitSetup.Build(Data, fit, mixture);
        Predictions = [new PublishedPrediction(this, fit.Variable)];
    }

    private PublishedAnalysis(GenerationSettings generation, FitSettings fit, ResponseSettings settings, PublishedData data, IReadOnlyList<string> files, int threads, CancellationToken cancellation)
    {
        Generation = generation;
        Data = data;
        Files = files;
        Mixtures = settings.Mixtures.Count == 0 ? ReferenceMixtures.All : [.. settings.Mixtures.Select(Mixture)];
        this.fit = fit;
        this.threads = threads;
        builder = new ResponseBuilder(data, generation.Site, threads, cancellation);
        mixture = new Lazy<MixtureUncertainty>(() => builder.Uncertainty(Mixtures));
        Fit = FitSetup.Build(data, fit, mixture);
        response = new Lazy<PublishedResponse>(() => builder.Build(Mixtures[0]));
        Predictions = [new PublishedPrediction(this, fit.Variable)];
    }

    /// <inheritdoc/>
    public string Name => "microboone-2025-published";

    /// <inheritdoc/>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The letter and its data, the detector, the statistics of limits.</summary>
    public static IReadOnlyList<string> Cited { get; } =
        ["MicroBooNE:2025darksector", "MicroBooNE:2025hepdata", "Maguire:2017ypu", "MicroBooNE:2016pwy", "Wang:2021xhn", "Deming:1940", "Cowan:2010js"];

    /// <inheritdoc/>
    public IReadOnlyList<string> References => Cited;

    /// <inheritdoc/>
    public IReadOnlyList<ISignalPrediction> Predictions { get; }

    /// <inheritdoc/>
    public ILikelihood Likelihood => Fit;

    /// <summary>The fit to the data.</summary>
    public SignalFit Fit { get; }

    /// <summary>How it is made.</summary>
    public FitSettings FitSettings => fit;

    /// <summary>Exposure, regimes, geometry, seed.</summary>
    public GenerationSettings Generation { get; }

    /// <inheritdoc/>
    public DetectorSite Site => Generation.Site;

    /// <summary>The published tables.</summary>
    public PublishedData Data { get; }

    /// <summary>Reference mixtures of the efficiency, the one that predicts first.</summary>
    public IReadOnlyList<ReferenceMixture> Mixtures { get; }

    /// <summary>The response of the first mixture, built when it is first asked for.</summary>
    public PublishedResponse Response => response.Value;

    /// <summary>Reads what the analysis needs.</summary>
    /// <param name="generation">Exposure, regimes, geometry, seed.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="response">Mixtures of the efficiency.</param>
    /// <param name="tables">Folder of tables in place of the published ones; null for these.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops the making of the response.</param>
    /// <exception cref="UserErrorException">A file is missing or damaged, or a setting means nothing.</exception>
    /// <exception cref="ArgumentException">The site has no published data, and no tables are given.</exception>
    public static PublishedAnalysis Load(GenerationSettings generation, FitSettings fit, ResponseSettings response, string? tables, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(generation);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(response);
        string folder = tables ?? generation.Site.PublishedTables
            ?? throw new ArgumentException($"{generation.Site.Title} has no published data", nameof(generation));
        PublishedData data = PublishedData.Load(folder);
        IEnumerable<string> names = data.Counts is null ? PublishedData.FileNames : [.. PublishedData.FileNames, PublishedCounts.FileName];
        return new PublishedAnalysis(generation, fit, response, data, [.. generation.Files, .. names.Select(name => Path.Combine(folder, name))], threads, cancellation);
    }

    /// <inheritdoc/>
    public double[] Bins(IReadOnlyList<double[]> predicted)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        return predicted[0];
    }

    private static ReferenceMixture Mixture(string name) => ReferenceMixtures.Find(name)
        ?? throw new UserErrorException("response", "mixture", $"'{name}'", $"one of {string.Join(", ", ReferenceMixtures.All.Select(m => m.Name))}");

    /// <summary>What the choice of mixture leaves open; computed when first asked for.</summary>
    public MixtureUncertainty MixtureUncertainty => mixture.Value;

    /// <summary>The fit with another reading of the background's uncertainty.</summary>
    public SignalFit FitWith(PublishedReading reading, BackgroundScaling scaling) =>
        FitSetup.Build(Data, fit.With(reading) with { BackgroundScaling = scaling }, mixture);

    /// <summary>
    /// The same analysis of each published distribution in turn, all with one reading of the background's uncertainty: this one's,
    /// or the default where it needs the released matrix, which is of the score. Negative correlations of its errors, of which
    /// fewer bins can have more, are left out, and so is a distribution that the tables do not have.
    /// </summary>
    public IReadOnlyList<PublishedAnalysis> ByVariable()
    {
        FitSettings common = (fit.Covariance.Basis == PublishedErrors.Drawn ? fit : fit.With(PublishedReadings.Default)) with { Correlation = Math.Max(fit.Correlation, 0.0) };
        return [.. FitVariables.All.Where(variable => variable != FitVariable.Rate || Data.Counts is not null).Select(variable => new PublishedAnalysis(this, common with { Variable = variable }))];
    }

    /// <summary>The selected signal of a point in all published distributions, at the card's exposure.</summary>
    /// <param name="point">The model point.</param>
    /// <param name="cancellation">Stops between blocks of events.</param>
    public SelectedSignal Selected(DarkSectorParameters point, CancellationToken cancellation) => SignalSample.Select(point, Generation, Response, threads, cancellation).Signal;

    /// <summary>How each mixture reproduces the letter's example signal, the one that predicts first.</summary>
    /// <param name="model">Dark coupling and conventions.</param>
    /// <param name="progress">Told of every mixture.</param>
    /// <param name="cancellation">Stops between mixtures.</param>
    public IReadOnlyList<Closure> Closures(DarkSectorParameters model, IProgressStages progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        List<Closure> closures = [];
        IProgress<long> done = progress.Begin("response", "mixtures", Mixtures.Count);
        foreach (ReferenceMixture mixture in Mixtures)
        {
            cancellation.ThrowIfCancellationRequested();
            PublishedResponse candidate = closures.Count == 0 ? Response : builder.Build(mixture);
            closures.Add(Closure.Compute(model, Generation, mixture.Name, candidate, Data.Score.ExampleSignal.Sum(), threads, cancellation));
            done.Report(1);
        }

        return closures;
    }
}

using Umbriel.Core;
using Umbriel.Generation;
using Umbriel.Generation.Sites;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>What the comparisons of a model with MiniBooNE have in common, read once: beams, response, releases, predictions.</summary>
public sealed class MiniBooNEInputs
{
    private readonly Dictionary<BeamMode, MiniBooNEModePrediction> predictions;

    private MiniBooNEInputs(GenerationSettings generation, MiniBooNESettings settings, int statistics)
    {
        string data = UmbrielHome.DataPath();
        Settings = settings;
        Beams = MiniBooNEBeams.Of(DetectorSites.Read(MiniBooNEBeams.SiteName));
        Generation = generation with { Site = Beams.Site, Regimes = settings.Regimes };
        Releases = [.. settings.Releases.Select(r => MiniBooNERelease.Load(data, r))];
        Reconstruction = ElectronLikeReconstruction.Load(data, settings.Efficiency, settings.RingCut, settings.Clipped);
        Files = [.. Generation.Files, .. ElectronLikeReconstruction.FilesIn(data), .. settings.Releases.SelectMany(r => MiniBooNERelease.FilesIn(data, r))];
        MiniBooNEPrediction prediction = new(Beams, new ElectronLikeSelection(Reconstruction, Releases[0].EnergyEdges.ToArray(), generation.Seed), Generation);
        prediction = prediction with { Counts = prediction.Counts.Times(statistics) };
        string files = ContentHash.OfFiles(Files);
        predictions = new[] { BeamMode.Fhc, BeamMode.Rhc }.ToDictionary(mode => mode, mode => new MiniBooNEModePrediction(prediction, settings, files, mode));
        Analyses = [.. from release in Releases from mode in settings.Modes select new MiniBooNEAnalysis(Fit(data, release, mode), this)];
    }

    /// <summary>The assumptions.</summary>
    public MiniBooNESettings Settings { get; }

    /// <summary>Fluxes of both polarities.</summary>
    public MiniBooNEBeams Beams { get; }

    /// <summary>Resolution, efficiency and ring criterion.</summary>
    public ElectronLikeReconstruction Reconstruction { get; }

    /// <summary>The releases that the settings name, in their order.</summary>
    public IReadOnlyList<MiniBooNERelease> Releases { get; }

    /// <summary>Every file read.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>All data sets that the settings name, release by release.</summary>
    public IReadOnlyList<MiniBooNEAnalysis> Analyses { get; }

    /// <summary>The data set that is drawn and compared with other experiments.</summary>
    public MiniBooNEAnalysis Drawn => Analyses[0];

    /// <summary>How events are generated: as everywhere, but for site and regimes.</summary>
    public GenerationSettings Generation { get; }

    /// <summary>Reads all that is needed.</summary>
    /// <param name="generation">Geometry, seed and conventions.</param>
    /// <param name="settings">Data sets and assumptions.</param>
    /// <param name="statistics">Multiplies the number of pairs behind every prediction.</param>
    /// <exception cref="UserErrorException">A file is missing or damaged, or holds no covariance.</exception>
    public static MiniBooNEInputs Read(GenerationSettings generation, MiniBooNESettings settings, int statistics = 1)
    {
        ArgumentNullException.ThrowIfNull(generation);
        ArgumentNullException.ThrowIfNull(settings);
        return new MiniBooNEInputs(generation, settings, statistics);
    }

    private static MiniBooNEFit Fit(string data, MiniBooNERelease release, BeamMode mode)
    {
        try
        {
            return new MiniBooNEFit(release, mode);
        }
        catch (NumericalFailureException e)
        {
            // Without signal, nothing but the release's files comes in.
            throw new UserErrorException($"{MiniBooNERelease.FilesIn(data, release.Which)[0]}: mode {BeamModes.Name(mode)}: {e.Message}", e);
        }
    }

    internal MiniBooNEModePrediction Prediction(BeamMode mode) => predictions[mode];
}

using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Studies.Training;

/// <summary>The score of places where a particle may start, from all such places in events of <see cref="InteractionMixture"/>.</summary>
public sealed class StartTarget : ITrainingTarget
{
    /// <inheritdoc/>
    public string Name => ParticleModels.StartName;

    /// <inheritdoc/>
    public string Meaning => "1: within 1 cm of the start of a particle; 0: elsewhere";

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => StartFeatures.Names;

    /// <inheritdoc/>
    public BoostSettings Boost { get; } = new() { Rounds = 160, Depth = 5, Eta = 0.12, Gamma = 1.0, RowShare = 0.8, FeatureShare = 0.7, LeastChildWeight = 8.0 };

    /// <inheritdoc/>
    public int Events => 12_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Uses => [];

    /// <inheritdoc/>
    public IPrimarySource Source(DetectorCard card) => new InteractionMixture(card);

    /// <inheritdoc/>
    public Func<EventResult, IReadOnlyList<TrainingRow>> Sampler(DetectorResponse response, ReconstructionSettings settings, ModelFolder models)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        PointReconstructor reconstructor = new(response, settings);
        StartFinder finder = new(settings.Particles, null);
        return result =>
        {
            TrueStarts truth = new(result.Simulated, response.Card.ActiveVolume);
            List<TrainingRow> rows = [];
            PointCloud cloud = reconstructor.Find(result.Signals).Cloud;
            finder.Find(cloud, Fragment.All(cloud, cloud.Fragments), (hypothesis, features) => rows.Add(new TrainingRow([.. features], truth.At(hypothesis.Apex), InteractionMixture.Kind(result.Index), result.BeamGiven)));
            return rows;
        };
    }
}

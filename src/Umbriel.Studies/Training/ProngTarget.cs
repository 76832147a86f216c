using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Studies.Training;

/// <summary>The score of rays that are particles of their own, from all further rays of the starts that the start model chooses in events of <see cref="InteractionMixture"/>.</summary>
public sealed class ProngTarget : ITrainingTarget
{
    /// <summary>Largest angle between a ray and its particle, radians.</summary>
    private const double Angle = 0.35;

    /// <inheritdoc/>
    public string Name => ParticleModels.ProngName;

    /// <inheritdoc/>
    public string Meaning => "1: a particle that no ray before it is; 0: a branch of another";

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => ProngFeatures.Names;

    /// <inheritdoc/>
    public BoostSettings Boost { get; } = new() { Rounds = 120, Depth = 4, Eta = 0.1, Gamma = 1.0, RowShare = 0.8, FeatureShare = 0.7, LeastChildWeight = 5.0 };

    /// <inheritdoc/>
    public int Events => 12_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Uses => [ParticleModels.StartName];

    /// <inheritdoc/>
    public IPrimarySource Source(DetectorCard card) => new InteractionMixture(card);

    /// <inheritdoc/>
    public Func<EventResult, IReadOnlyList<TrainingRow>> Sampler(DetectorResponse response, ReconstructionSettings settings, ModelFolder models)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        PointReconstructor reconstructor = new(response, settings);
        ParticleFinder finder = new(settings.Particles, ParticleModels.LoadStart(models), null);
        double?[] features = new double?[ProngFeatures.Names.Count];
        return result =>
        {
            TrueStarts truth = new(result.Simulated, response.Card.ActiveVolume);
            List<TrainingRow> rows = [];
            PointCloud cloud = reconstructor.Find(result.Signals).Cloud;
            finder.Find(cloud, cloud.Fragments, (start, members) =>
            {
                HashSet<int?> seen = [];
                for (int k = 0; k < start.Rays.Count; k++)
                {
                    int? particle = truth.Along(start.Apex, start.Rays[k].Direction, Angle);
                    bool own = seen.Add(particle) && particle is not null;
                    if (k > 0)
                    {
                        ProngFeatures.Fill(start.Apex, start.Rays[0], start.Rays[k], cloud.Points, members, features);
                        rows.Add(new TrainingRow([.. features], own, InteractionMixture.Kind(result.Index), result.BeamGiven));
                    }
                }
            });
            return rows;
        };
    }
}

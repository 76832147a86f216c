using Umbriel.Learning;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Says how much a particle looks like a track: boosted trees over <see cref="ParticleFeatures"/>. Immutable; threads share it.</summary>
public sealed class TrackScorer
{
    /// <summary>Name of the classifier for <c>umbriel train</c>, and of its file.</summary>
    public const string Name = "track-score";

    private readonly BoostedTrees trees;

    /// <summary>Uses a model that was trained with <see cref="ParticleFeatures.Names"/>.</summary>
    public TrackScorer(BoostedTrees trees)
    {
        ArgumentNullException.ThrowIfNull(trees);
        if (!trees.Names.SequenceEqual(ParticleFeatures.Names))
        {
            throw new ArgumentException("The model was trained with other features.", nameof(trees));
        }

        this.trees = trees;
    }

    /// <summary>From 0 (shower) to 1 (track).</summary>
    /// <param name="particle">The particle.</param>
    /// <param name="points">The points that it refers to.</param>
    public double Score(Particle particle, IReadOnlyList<SpacePoint> points) => trees.Score(ParticleFeatures.Of(particle, points));
}

using Umbriel.Core;
using Umbriel.Learning;

namespace Umbriel.Reconstruction.Particles;

/// <summary>The trained models that the search for particles uses.</summary>
/// <param name="Start">Tells starts of particles from other places.</param>
/// <param name="Prong">Tells rays that are particles of their own from branches.</param>
public sealed record ParticleModels(BoostedTrees Start, BoostedTrees Prong)
{
    /// <summary>File of <see cref="Start"/>.</summary>
    public const string StartFile = "start.json";

    /// <summary>File of <see cref="Prong"/>.</summary>
    public const string ProngFile = "prong.json";

    /// <summary>Reads the models.</summary>
    /// <param name="folder">Where they are: data/reconstruction.</param>
    /// <exception cref="UserErrorException">One is missing, malformed or has other features.</exception>
    public static ParticleModels Load(string folder) => new(
        BoostedTrees.Load(Path.Combine(folder, StartFile), StartFeatures.Names),
        BoostedTrees.Load(Path.Combine(folder, ProngFile), ProngFeatures.Names));
}

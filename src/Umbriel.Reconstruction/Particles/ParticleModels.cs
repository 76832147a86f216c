using Umbriel.Core;
using Umbriel.Learning;

namespace Umbriel.Reconstruction.Particles;

/// <summary>The trained models that the search for particles uses.</summary>
/// <param name="Start">Tells starts of particles from other places.</param>
/// <param name="Prong">Tells rays that are particles of their own from branches.</param>
public sealed record ParticleModels(BoostedTrees Start, BoostedTrees Prong)
{
    /// <summary>Name of <see cref="Start"/> for <c>umbriel train</c>, and of its file.</summary>
    public const string StartName = "start";

    /// <summary>The same of <see cref="Prong"/>.</summary>
    public const string ProngName = "prong";

    /// <summary>The models that come with Umbriel: in <c>data/reconstruction</c>.</summary>
    /// <exception cref="UserErrorException">One is missing, malformed or has other features.</exception>
    public static ParticleModels Default() => new(DefaultStart(), BoostedTrees.Load(UmbrielHome.DataPath("reconstruction", $"{ProngName}.json"), ProngFeatures.Names));

    /// <summary>The first of them alone, with which the second is trained.</summary>
    /// <exception cref="UserErrorException">As <see cref="Default"/>.</exception>
    internal static BoostedTrees DefaultStart() => BoostedTrees.Load(UmbrielHome.DataPath("reconstruction", $"{StartName}.json"), StartFeatures.Names);
}

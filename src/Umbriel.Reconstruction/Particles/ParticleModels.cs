using Umbriel.Core;
using Umbriel.Learning;

namespace Umbriel.Reconstruction.Particles;

/// <summary>The trained models that the search for particles uses.</summary>
/// <param name="Start">Tells starts of particles from other places.</param>
/// <param name="Prong">Tells rays that are particles of their own from branches.</param>
/// <param name="Piece">Tells particles that are pieces of another; without it, as in its training, none is.</param>
public sealed record ParticleModels(BoostedTrees Start, BoostedTrees Prong, BoostedTrees? Piece)
{
    /// <summary>Name of <see cref="Start"/> for <c>umbriel train</c>, and of its file.</summary>
    public const string StartName = "start";

    /// <summary>The same of <see cref="Prong"/>.</summary>
    public const string ProngName = "prong";

    /// <summary>The same of <see cref="Piece"/>.</summary>
    public const string PieceName = "piece";

    /// <summary>All of a folder.</summary>
    /// <exception cref="UserErrorException">One is missing, malformed or has other features.</exception>
    public static ParticleModels Load(ModelFolder folder) => LoadWithoutPiece(folder) with { Piece = folder.Trees(PieceName, PieceFeatures.Names) };

    /// <summary>All but the last, with which that is trained.</summary>
    /// <exception cref="UserErrorException">As <see cref="Load"/>.</exception>
    internal static ParticleModels LoadWithoutPiece(ModelFolder folder) => new(LoadStart(folder), folder.Trees(ProngName, ProngFeatures.Names), null);

    /// <summary>The first of them alone, with which the second is trained.</summary>
    /// <exception cref="UserErrorException">As <see cref="Load"/>.</exception>
    internal static BoostedTrees LoadStart(ModelFolder folder) => folder.Trees(StartName, StartFeatures.Names);
}

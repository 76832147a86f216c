using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Connected points with their shape.</summary>
/// <param name="Members">The points.</param>
/// <param name="Shape">Their moments.</param>
internal sealed record Fragment(IReadOnlyList<int> Members, ChargeShape Shape)
{
    /// <summary>Works out the shape.</summary>
    public static Fragment Of(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> members) => new(members, ChargeShape.Of(points, members));
}

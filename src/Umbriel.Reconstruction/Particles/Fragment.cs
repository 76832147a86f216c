using Umbriel.Reconstruction.Clusters;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Connected points with their shape.</summary>
/// <param name="Members">The points.</param>
/// <param name="Shape">Their moments.</param>
internal sealed record Fragment(IReadOnlyList<int> Members, ChargeShape Shape)
{
    /// <summary>Points where a particle may start, once they were looked for.</summary>
    public IReadOnlyList<int>? Candidates { get; set; }

    /// <summary>Fragments with their shapes, of most charge first.</summary>
    public static List<Fragment> All(PointCloud cloud, IReadOnlyList<IReadOnlyList<int>> fragments)
    {
        List<Fragment> all = [.. fragments.Select(f => new Fragment(f, ChargeShape.Of(cloud.Points, f)))];
        all.Sort(static (a, b) => (-a.Shape.Charge, a.Members[0]).CompareTo((-b.Shape.Charge, b.Members[0])));
        return all;
    }
}

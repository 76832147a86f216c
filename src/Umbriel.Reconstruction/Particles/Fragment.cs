using Umbriel.Core;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Connected points with their shape.</summary>
/// <param name="Members">The points.</param>
/// <param name="Shape">Their moments.</param>
internal sealed record Fragment(IReadOnlyList<int> Members, ChargeShape Shape)
{
    /// <summary>Where a particle may start, once it was looked for.</summary>
    public IReadOnlyList<StartCandidate>? Candidates { get; set; }

    /// <summary>Forgets the rays that some points may be part of.</summary>
    /// <param name="points">All points.</param>
    /// <param name="taken">Those that are taken away.</param>
    /// <param name="reach">Length of rays, cm.</param>
    public void Forget(IReadOnlyList<SpacePoint> points, IReadOnlyList<int> taken, double reach)
    {
        foreach (StartCandidate candidate in Candidates ?? [])
        {
            foreach (int i in taken)
            {
                SpaceVector d = points[i].Place - candidate.Apex;
                if (d.Dot(d) < reach * reach)
                {
                    candidate.Rays = null;
                    break;
                }
            }
        }
    }

    /// <summary>Fragments with their shapes, of most charge first.</summary>
    public static List<Fragment> All(PointCloud cloud, IReadOnlyList<IReadOnlyList<int>> fragments)
    {
        List<Fragment> all = [.. fragments.Select(f => new Fragment(f, ChargeShape.Of(cloud.Points, f)))];
        all.Sort(static (a, b) => (-a.Shape.Charge, a.Members[0]).CompareTo((-b.Shape.Charge, b.Members[0])));
        return all;
    }
}

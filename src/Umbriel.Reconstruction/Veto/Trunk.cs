using Umbriel.Core;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// The connected part of a shower that holds most of its charge. The particle finder gathers what lies behind a shower within its cone, a
/// proton's stub too: it is told apart here.
/// </summary>
/// <param name="Points">Its points, in rising order.</param>
/// <param name="Start">Where it starts, cm.</param>
/// <param name="Direction">Where it goes, of length 1.</param>
public sealed record Trunk(IReadOnlyList<int> Points, SpaceVector Start, SpaceVector Direction)
{
    /// <summary>The trunk of a particle.</summary>
    /// <param name="points">All points.</param>
    /// <param name="particle">The particle.</param>
    /// <param name="link">Distance, cm, up to which points are connected.</param>
    public static Trunk Of(IReadOnlyList<SpacePoint> points, Particle particle, double link)
    {
        PointCloud cloud = new([.. particle.Points.Select(i => points[i])], link);
        int[] members = [.. cloud.Fragments[0].Select(k => particle.Points[k])];
        if (members.Any(i => points[i].Place == particle.Start))
        {
            return new Trunk(members, particle.Start, particle.Direction);
        }

        SpaceVector start = points[members.MinBy(i => points[i].Place.Dot(particle.Direction))].Place;
        SpaceVector sum = default;
        foreach (int i in members)
        {
            sum += (points[i].Place - start) * points[i].Charge;
        }

        return new Trunk(members, start, sum == default ? particle.Direction : sum.Unit());
    }
}

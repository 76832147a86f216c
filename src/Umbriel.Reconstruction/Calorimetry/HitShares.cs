using System.Runtime.InteropServices;
using Umbriel.Core;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>What a particle has of a hit.</summary>
/// <param name="Hit">Index of the hit.</param>
/// <param name="Charge">Electrons.</param>
/// <param name="Place">Charge-weighted middle of the particle's points on the hit, cm.</param>
public readonly record struct HitShare(int Hit, double Charge, SpaceVector Place);

/// <summary>
/// How the hits of an event are split: each point of a hit gets of its charge what it has of the charge of all points on the hit,
/// and a particle what its points get. Charge of points without a particle is nobody's, so that shares of a hit never sum to more
/// than its charge. Immutable once made.
/// </summary>
public sealed class HitShares
{
    private const int Planes = 3;

    private readonly HitShare[][] shares;
    private readonly double[] left;

    /// <summary>Splits.</summary>
    /// <param name="hits">Hits of the event.</param>
    /// <param name="points">Its points, none of which belongs to two particles.</param>
    /// <param name="particles">Its particles.</param>
    public HitShares(IReadOnlyList<Hit> hits, IReadOnlyList<SpacePoint> points, IReadOnlyList<Particle> particles)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(particles);
        double[] all = new double[hits.Count];
        foreach (SpacePoint point in points)
        {
            for (int plane = 0; plane < Planes; plane++)
            {
                if (point.Hit(plane) is >= 0 and var hit)
                {
                    all[hit] += point.Charge;
                }
            }
        }

        shares = [.. particles.Select(p => Split(hits, points, p, all))];
        left = [.. hits.Select(static h => h.Charge)];
        foreach (HitShare share in shares.SelectMany(static s => s))
        {
            left[share.Hit] -= share.Charge;
        }
    }

    /// <summary>Shares of a particle in order of hits, hence of plane, wire and time.</summary>
    public IReadOnlyList<HitShare> Of(int particle) => shares[particle];

    /// <summary>Electrons of a hit that no particle has.</summary>
    public double Left(int hit) => Math.Max(0.0, left[hit]);

    private static HitShare[] Split(IReadOnlyList<Hit> hits, IReadOnlyList<SpacePoint> points, Particle particle, double[] all)
    {
        Dictionary<int, (double Charge, SpaceVector Sum)> own = [];
        foreach (int i in particle.Points)
        {
            SpacePoint point = points[i];
            for (int plane = 0; plane < Planes; plane++)
            {
                if (point.Hit(plane) is >= 0 and var hit)
                {
                    ref (double Charge, SpaceVector Sum) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(own, hit, out _);
                    entry = (entry.Charge + point.Charge, entry.Sum + (point.Place * point.Charge));
                }
            }
        }

        HitShare[] result = [.. own.Where(static o => o.Value.Charge > 0.0).Select(o => new HitShare(o.Key, hits[o.Key].Charge * (o.Value.Charge / all[o.Key]), o.Value.Sum * (1.0 / o.Value.Charge)))];
        Array.Sort(result, static (a, b) => a.Hit.CompareTo(b.Hit));
        return result;
    }
}

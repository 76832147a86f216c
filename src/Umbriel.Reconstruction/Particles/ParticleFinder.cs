using Umbriel.Core;
using Umbriel.Learning;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>
/// Particles from fragments. Of all places where one may start, the one that a trained model likes best starts the first: its
/// fragment, and what lies ahead in a cone around its axis and not too far beyond. Rays from the same start that a second model
/// takes for particles of their own share the charge with the first by angle. Then the same with what is left; what has
/// too little charge stays free. At last, particles that a third model takes for pieces of another are joined to it. Holds buffers: one per thread.
/// </summary>
public sealed class ParticleFinder
{
    private readonly ParticleSettings settings;
    private readonly BoostedTrees? prongs;
    private readonly PieceJoiner? pieces;
    private readonly StartFinder starts;
    private readonly double?[] features = new double?[ProngFeatures.Names.Count];

    /// <summary>Prepares.</summary>
    public ParticleFinder(ParticleSettings settings, ParticleModels models)
        : this(settings, (models ?? throw new ArgumentNullException(nameof(models))).Start, models.Prong)
    {
        pieces = models.Piece is { } model ? new PieceJoiner(model, settings.PieceScore) : null;
    }

    /// <summary>As in training: without a model of prongs nothing is taken apart.</summary>
    internal ParticleFinder(ParticleSettings settings, BoostedTrees start, BoostedTrees? prongs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        this.prongs = prongs;
        starts = new StartFinder(settings, start);
    }

    /// <summary>The particles among all points, of most charge first.</summary>
    public IReadOnlyList<Particle> Find(PointCloud cloud)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        return Find(cloud, cloud.Fragments);
    }

    /// <summary>The particles among some fragments, of most charge first.</summary>
    /// <param name="cloud">The points.</param>
    /// <param name="fragments">Some of its fragments.</param>
    public IReadOnlyList<Particle> Find(PointCloud cloud, IReadOnlyList<IReadOnlyList<int>> fragments) => Find(cloud, fragments, null);

    /// <summary>The same.</summary>
    /// <param name="cloud">The points.</param>
    /// <param name="fragments">Some of its fragments.</param>
    /// <param name="gathered">Told of each start with the points that were gathered for it, before they are taken apart.</param>
    internal IReadOnlyList<Particle> Find(PointCloud cloud, IReadOnlyList<IReadOnlyList<int>> fragments, Action<StartHypothesis, IReadOnlyList<int>>? gathered)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(fragments);
        List<Particle> particles = [];
        List<Fragment> free = Fragment.All(cloud, fragments);
        while (Promising(free, particles) && starts.Find(cloud, free) is { Count: > 0 } hypotheses)
        {
            StartHypothesis best = hypotheses.MaxBy(static h => h.Score)!;
            List<int> members = Gather(cloud.Points, free, hypotheses, best);
            free.ForEach(f => f.Forget(cloud.Points, members, settings.Rays.Reach));
            if (members.Count >= settings.LeastPoints && members.Sum(i => cloud.Points[i].Charge) >= Least(particles))
            {
                gathered?.Invoke(best, members);
                particles.AddRange(TakeApart(cloud.Points, best, members));
            }
        }

        pieces?.Join(cloud.Points, particles);
        particles.Sort(static (a, b) => (-a.Charge, a.Points[0]).CompareTo((-b.Charge, b.Points[0])));
        return particles;
    }

    private bool Promising(List<Fragment> free, List<Particle> particles) =>
        free.Count > 0 && free.Sum(static f => f.Shape.Charge) >= Least(particles) && (particles.Count == 0 || free[0].Shape.Charge >= settings.FurtherShare * settings.FurtherCharge);

    private double Least(List<Particle> particles) => particles.Count == 0 ? settings.LeastCharge : settings.FurtherCharge;

    /// <summary>Takes the start's fragment and those that belong to it out of the free ones.</summary>
    private List<int> Gather(IReadOnlyList<SpacePoint> points, List<Fragment> free, List<StartHypothesis> hypotheses, StartHypothesis start)
    {
        HashSet<Fragment> independent = [.. hypotheses.Where(h => h.Score > settings.OwnStart).Select(h => free[h.Fragment])];
        List<int> members = [.. free[start.Fragment].Members];
        free.RemoveAt(start.Fragment);
        SpaceVector axis = ParticleShape.Direction(points, members, start.Apex);
        double end = ParticleShape.Extent(points, members, start.Apex, axis);
        bool grew = true;
        while (grew)
        {
            grew = false;
            for (int k = 0; k < free.Count; k++)
            {
                Fragment fragment = free[k];
                SpaceVector d = fragment.Shape.Centre - start.Apex;
                if (!(IsAhead(fragment, d, axis, end) || (start.Rays.Count > 1 && IsAhead(fragment, d, start.Rays[1].Direction, end)))
                    || (fragment.Shape.Charge > settings.OwnCharge && independent.Contains(fragment) && d.Dot(axis) < Math.Cos(settings.OwnAngle) * d.Length))
                {
                    continue;
                }

                members.AddRange(fragment.Members);
                end = Math.Max(end, ParticleShape.Extent(points, fragment.Members, start.Apex, axis));
                free.RemoveAt(k);
                k--;
                grew = true;
            }

            axis = ParticleShape.Direction(points, members, start.Apex);
        }

        return members;
    }

    private bool IsAhead(Fragment fragment, SpaceVector d, SpaceVector axis, double end)
    {
        double along = d.Dot(axis);
        double across = d.Across(axis);
        return along > 0.0 && along - (0.5 * fragment.Shape.Length) - end < settings.Gap && across < settings.Radius + (settings.Slope * along);
    }

    private IEnumerable<Particle> TakeApart(IReadOnlyList<SpacePoint> points, StartHypothesis start, List<int> members)
    {
        List<SpaceVector> directions = [];
        for (int k = 0; k < start.Rays.Count; k++)
        {
            if (k > 0)
            {
                ProngFeatures.Fill(start.Apex, start.Rays[0], start.Rays[k], points, members, features);
            }

            if (k == 0 || prongs?.Score(features) > settings.ProngScore)
            {
                directions.Add(start.Rays[k].Direction);
            }
        }

        if (directions.Count < 2)
        {
            return [ParticleShape.Describe(points, members, start.Apex)];
        }

        List<int>[] parts = [.. directions.Select(static _ => new List<int>())];
        foreach (int i in members)
        {
            SpaceVector d = points[i].Place - start.Apex;
            int best = 0;
            for (int k = 1; k < parts.Length; k++)
            {
                best = d.Dot(directions[k]) > d.Dot(directions[best]) ? k : best;
            }

            parts[best].Add(i);
        }

        return parts.Where(static p => p.Count > 0).Select(p => ParticleShape.Describe(points, p, start.Apex));
    }
}

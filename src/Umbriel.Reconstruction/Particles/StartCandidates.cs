using System.Runtime.InteropServices;
using Umbriel.Core;
using Umbriel.Reconstruction.Clusters;

namespace Umbriel.Reconstruction.Particles;

/// <summary>
/// Where a particle may start within a fragment: its tips, found by going to what is farthest (in steps between neighbours)
/// from all tips so far, and the bends between the first ones, where the way between two tips is farthest from their chord.
/// Holds buffers: one per thread.
/// </summary>
internal sealed class StartCandidates
{
    /// <summary>Least number of steps between tips beyond the first two, which even the shortest track has.</summary>
    private const int LeastSteps = 3;

    /// <summary>Least distance of a bend from the chord, cm.</summary>
    private const double LeastBend = 0.8;

    /// <summary>Tips between which bends are looked for.</summary>
    private const int BendTips = 3;

    private readonly Queue<int> open = new();
    private readonly List<int> neighbours = [];
    private (int First, int Count)[] links = [];
    private int[] steps = [];
    private int[] nearest = [];
    private int[] before = [];

    /// <summary>Adds the candidates of a fragment, as points.</summary>
    /// <param name="cloud">The points.</param>
    /// <param name="fragment">Its points.</param>
    /// <param name="mostTips">Most tips, at least 2.</param>
    /// <param name="found">Takes them.</param>
    public void Find(PointCloud cloud, IReadOnlyList<int> fragment, int mostTips, List<int> found)
    {
        if (steps.Length < cloud.Points.Count)
        {
            (steps, nearest, before, links) = (new int[cloud.Points.Count], new int[cloud.Points.Count], new int[cloud.Points.Count], new (int, int)[cloud.Points.Count]);
        }

        int first = found.Count;
        neighbours.Clear();
        foreach (int i in fragment)
        {
            nearest[i] = int.MaxValue;
            int own = neighbours.Count;
            cloud.Neighbours(i, neighbours);
            links[i] = (own, neighbours.Count - own);
        }

        Walk(fragment, fragment[0]);
        found.Add(Farthest(cloud, fragment, steps, cloud.Points[fragment[0]].Place));
        while (found.Count - first < mostTips)
        {
            int tip = found[^1];
            Walk(fragment, tip);
            foreach (int i in fragment)
            {
                nearest[i] = Math.Min(nearest[i], steps[i]);
            }

            int next = Farthest(cloud, fragment, nearest, cloud.Points[tip].Place);
            if (nearest[next] < (found.Count - first > 1 ? LeastSteps : 1))
            {
                break;
            }

            found.Add(next);
        }

        int tips = Math.Min(BendTips, found.Count - first);
        for (int a = first; a < first + tips; a++)
        {
            Walk(fragment, found[a]);
            for (int b = a + 1; b < first + tips; b++)
            {
                if (Bend(cloud, found[a], found[b]) is { } bend && !found.Skip(first).Contains(bend))
                {
                    found.Add(bend);
                }
            }
        }
    }

    /// <summary>Numbers of steps from a point to all others of its fragment, and the point before each on the way.</summary>
    private void Walk(IReadOnlyList<int> fragment, int from)
    {
        foreach (int i in fragment)
        {
            steps[i] = -1;
        }

        steps[from] = 0;
        before[from] = from;
        open.Enqueue(from);
        while (open.TryDequeue(out int i))
        {
            foreach (int j in CollectionsMarshal.AsSpan(neighbours).Slice(links[i].First, links[i].Count))
            {
                if (steps[j] < 0)
                {
                    steps[j] = steps[i] + 1;
                    before[j] = i;
                    open.Enqueue(j);
                }
            }
        }
    }

    /// <summary>Of the points with most steps or one fewer, the one farthest from a place.</summary>
    private static int Farthest(PointCloud cloud, IReadOnlyList<int> fragment, int[] distance, SpaceVector place)
    {
        int most = 0;
        foreach (int i in fragment)
        {
            most = Math.Max(most, distance[i]);
        }

        int best = fragment[0];
        double largest = -1.0;
        foreach (int i in fragment)
        {
            SpaceVector d = cloud.Points[i].Place - place;
            if (distance[i] >= most - 1 && d.Dot(d) > largest)
            {
                (best, largest) = (i, d.Dot(d));
            }
        }

        return best;
    }

    private int? Bend(PointCloud cloud, int from, int to)
    {
        SpaceVector origin = cloud.Points[from].Place;
        SpaceVector chord = cloud.Points[to].Place - origin;
        double length = chord.Length;
        if (length == 0.0)
        {
            return null;
        }

        chord *= 1.0 / length;
        int? farthest = null;
        double largest = LeastBend * LeastBend;
        for (int i = to; i != from; i = before[i])
        {
            SpaceVector d = cloud.Points[i].Place - origin;
            double along = d.Dot(chord);
            double square = d.Dot(d) - (along * along);
            if (square > largest)
            {
                (farthest, largest) = (i, square);
            }
        }

        return farthest;
    }
}

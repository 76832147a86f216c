using Umbriel.Core;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Clusters;

/// <summary>Space points and the fragments that chains of neighbours join. Immutable once made.</summary>
public sealed class PointCloud
{
    private readonly SpaceVector[] places;
    private readonly CellGrid grid;
    private readonly double square;

    /// <summary>Finds the fragments.</summary>
    /// <param name="points">The points.</param>
    /// <param name="link">Distance, cm, up to which points are neighbours.</param>
    public PointCloud(IReadOnlyList<SpacePoint> points, double link)
    {
        ArgumentNullException.ThrowIfNull(points);
        Points = points;
        places = [.. points.Select(static p => p.Place)];
        grid = new CellGrid(places, link);
        square = link * link;
        Fragments = Join();
    }

    /// <summary>The points.</summary>
    public IReadOnlyList<SpacePoint> Points { get; }

    /// <summary>Points that neighbours join, each list in rising order, the list of most charge first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Fragments { get; }

    /// <summary>Adds the neighbours of a point.</summary>
    public void Neighbours(int point, List<int> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        foreach (int cell in grid.Around(grid.Of(point)))
        {
            foreach (int other in grid.Members(cell))
            {
                if (other != point && IsNear(point, other))
                {
                    found.Add(other);
                }
            }
        }
    }

    private bool IsNear(int a, int b)
    {
        SpaceVector between = places[a] - places[b];
        return between.Dot(between) <= square;
    }

    private List<IReadOnlyList<int>> Join()
    {
        DisjointSets sets = new(places.Length);
        for (int i = 0; i < places.Length; i++)
        {
            int root = sets.Root(i);
            foreach (int cell in grid.Around(grid.Of(i)))
            {
                foreach (int j in grid.Members(cell))
                {
                    if (j > i && sets.Root(j) != root && IsNear(i, j))
                    {
                        sets.Join(i, j);
                        root = sets.Root(i);
                    }
                }
            }
        }

        List<(double Charge, List<int> Members)> found = [];
        int[] place = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int root = sets.Root(i);
            if (root == i)
            {
                place[i] = found.Count;
                found.Add((0.0, []));
            }

            (double charge, List<int> members) = found[place[root]];
            members.Add(i);
            found[place[root]] = (charge + Points[i].Charge, members);
        }

        found.Sort(static (a, b) => (-a.Charge, a.Members[0]).CompareTo((-b.Charge, b.Members[0])));
        return [.. found.Select(static f => f.Members)];
    }
}

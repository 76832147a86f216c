using Umbriel.Core;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Clusters;

/// <summary>Space points with their neighbours within a distance, and the fragments that these join. Immutable once made.</summary>
public sealed class PointCloud
{
    private readonly int[] firstNeighbour;
    private readonly int[] neighbours;

    /// <summary>Finds neighbours and fragments.</summary>
    /// <param name="points">The points.</param>
    /// <param name="link">Distance, cm, up to which points are neighbours.</param>
    public PointCloud(IReadOnlyList<SpacePoint> points, double link)
    {
        ArgumentNullException.ThrowIfNull(points);
        Points = points;
        Dictionary<(int, int, int), List<int>> cells = [];
        for (int i = 0; i < points.Count; i++)
        {
            (int, int, int) cell = Cell(points[i], link);
            if (!cells.TryGetValue(cell, out List<int>? inside))
            {
                cells[cell] = inside = [];
            }

            inside.Add(i);
        }

        firstNeighbour = new int[points.Count + 1];
        List<int> all = [];
        for (int i = 0; i < points.Count; i++)
        {
            SpacePoint p = points[i];
            (int x, int y, int z) = Cell(p, link);
            for (int n = 0; n < 27; n++)
            {
                if (cells.TryGetValue((x + (n % 3) - 1, y + (n / 3 % 3) - 1, z + (n / 9) - 1), out List<int>? inside))
                {
                    foreach (int j in inside)
                    {
                        if (j != i && SquaredDistance(p, points[j]) <= link * link)
                        {
                            all.Add(j);
                        }
                    }
                }
            }

            firstNeighbour[i + 1] = all.Count;
        }

        neighbours = [.. all];
        Fragments = Join();
    }

    /// <summary>The points.</summary>
    public IReadOnlyList<SpacePoint> Points { get; }

    /// <summary>Points that neighbours join, each list in rising order, the list of most charge first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Fragments { get; }

    /// <summary>Neighbours of a point.</summary>
    public ReadOnlySpan<int> Neighbours(int point) => neighbours.AsSpan(firstNeighbour[point]..firstNeighbour[point + 1]);

    private static double SquaredDistance(in SpacePoint a, in SpacePoint b)
    {
        SpaceVector between = a.Place - b.Place;
        return between.Dot(between);
    }

    private static (int X, int Y, int Z) Cell(in SpacePoint p, double size) => ((int)Math.Floor(p.X / size), (int)Math.Floor(p.Y / size), (int)Math.Floor(p.Z / size));

    private List<IReadOnlyList<int>> Join()
    {
        bool[] seen = new bool[Points.Count];
        List<(double Charge, List<int> Members)> found = [];
        Stack<int> open = [];
        for (int seed = 0; seed < seen.Length; seed++)
        {
            if (seen[seed])
            {
                continue;
            }

            List<int> members = [];
            double charge = 0.0;
            seen[seed] = true;
            open.Push(seed);
            while (open.TryPop(out int i))
            {
                members.Add(i);
                charge += Points[i].Charge;
                foreach (int j in Neighbours(i))
                {
                    if (!seen[j])
                    {
                        seen[j] = true;
                        open.Push(j);
                    }
                }
            }

            members.Sort();
            found.Add((charge, members));
        }

        found.Sort(static (a, b) => (-a.Charge, a.Members[0]).CompareTo((-b.Charge, b.Members[0])));
        return [.. found.Select(static f => f.Members)];
    }
}

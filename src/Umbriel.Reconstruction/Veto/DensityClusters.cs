namespace Umbriel.Reconstruction.Veto;

/// <summary>
/// Clusters of places with company (DBSCAN: M. Ester et al., Proc. KDD-96, 226): a place with at least so many places, itself among them,
/// within a distance is a core; cores within the distance of each other share a cluster, and any other place within the distance of a core
/// joins the cluster of the nearest one (of the first of equals). What is left is noise.
/// </summary>
public static class DensityClusters
{
    /// <summary>Members of each cluster, in rising order, clusters in order of their first core.</summary>
    /// <param name="places">The places.</param>
    /// <param name="distance">The distance, cm, above 0.</param>
    /// <param name="least">Places around a core, itself included.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<ViewPoint> places, double distance, int least)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distance);
        int[][] neighbours = Neighbours(places, distance);
        int[] cluster = new int[places.Count];
        Array.Fill(cluster, -1);
        List<List<int>> found = [];
        Stack<int> open = [];
        for (int seed = 0; seed < cluster.Length; seed++)
        {
            if (cluster[seed] >= 0 || neighbours[seed].Length < least)
            {
                continue;
            }

            cluster[seed] = found.Count;
            open.Push(seed);
            while (open.TryPop(out int i))
            {
                foreach (int j in neighbours[i])
                {
                    if (cluster[j] < 0 && neighbours[j].Length >= least)
                    {
                        cluster[j] = found.Count;
                        open.Push(j);
                    }
                }
            }

            found.Add([]);
        }

        for (int i = 0; i < cluster.Length; i++)
        {
            int core = neighbours[i].Length >= least ? i : NearestCore(places, neighbours, i, least);
            if (core >= 0)
            {
                found[cluster[core]].Add(i);
            }
        }

        return found;
    }

    private static int NearestCore(IReadOnlyList<ViewPoint> places, int[][] neighbours, int place, int least)
    {
        int nearest = -1;
        double smallest = double.PositiveInfinity;
        foreach (int j in neighbours[place])
        {
            double length = (places[j] - places[place]).Length;
            if (neighbours[j].Length >= least && length < smallest)
            {
                (nearest, smallest) = (j, length);
            }
        }

        return nearest;
    }

    /// <summary>Places within the distance, each its own neighbour, in rising order: by a sweep along the wires.</summary>
    private static int[][] Neighbours(IReadOnlyList<ViewPoint> places, double distance)
    {
        int[] order = [.. Enumerable.Range(0, places.Count).OrderBy(i => places[i].Wire)];
        List<int>[] lists = [.. Enumerable.Range(0, places.Count).Select(static i => new List<int> { i })];
        for (int a = 0; a < order.Length; a++)
        {
            ViewPoint one = places[order[a]];
            for (int b = a + 1; b < order.Length && places[order[b]].Wire - one.Wire <= distance; b++)
            {
                if ((places[order[b]] - one).Length <= distance)
                {
                    lists[order[a]].Add(order[b]);
                    lists[order[b]].Add(order[a]);
                }
            }
        }

        int[][] sorted = [.. lists.Select(static l => l.ToArray())];
        Array.ForEach(sorted, Array.Sort);
        return sorted;
    }
}

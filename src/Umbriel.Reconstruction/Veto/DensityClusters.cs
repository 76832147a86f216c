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
        ViewPoint[] all = [.. places];
        int[] order = [.. Enumerable.Range(0, all.Length).OrderBy(i => all[i].Wire)];
        List<(int One, int Two)> pairs = [];
        int[] counts = new int[all.Length];
        for (int a = 0; a < order.Length; a++)
        {
            ViewPoint one = all[order[a]];
            for (int b = a + 1; b < order.Length && all[order[b]].Wire - one.Wire <= distance; b++)
            {
                ViewPoint between = all[order[b]] - one;
                if (between.Dot(between) <= distance * distance)
                {
                    pairs.Add((order[a], order[b]));
                    counts[order[a]]++;
                    counts[order[b]]++;
                }
            }
        }

        int[][] neighbours = [.. counts.Select(static count => new int[count + 1])];
        int[] filled = new int[all.Length];
        int pair = 0;
        foreach (int i in order)
        {
            neighbours[i][filled[i]++] = i;
            for (; pair < pairs.Count && pairs[pair].One == i; pair++)
            {
                int j = pairs[pair].Two;
                neighbours[i][filled[i]++] = j;
                neighbours[j][filled[j]++] = i;
            }
        }

        // Hits come in order of wires, and so do then their neighbours.
        if (!order.SequenceEqual(Enumerable.Range(0, order.Length)))
        {
            Array.ForEach(neighbours, Array.Sort);
        }

        return neighbours;
    }
}

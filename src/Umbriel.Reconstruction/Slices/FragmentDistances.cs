using System.Runtime.InteropServices;
using Umbriel.Core;
using Umbriel.Reconstruction.Clusters;

namespace Umbriel.Reconstruction.Slices;

/// <summary>
/// Distances between fragments, from one point in each cube of 4 cm that a fragment touches: at most 4 cm·√3 too large on either side.
/// Time and memory grow with the number of pairs of such cubes within reach, not with that of points.
/// </summary>
internal static class FragmentDistances
{
    private const double Cube = 4.0;

    /// <summary>Pairs of fragments up to a distance, cm, in rising order of distance.</summary>
    public static List<(double Distance, int A, int B)> Within(PointCloud cloud, double reach)
    {
        List<(int Fragment, SpaceVector Place)> samples = [];
        HashSet<(int, int, int)> seen = [];
        for (int f = 0; f < cloud.Fragments.Count; f++)
        {
            seen.Clear();
            foreach (int i in cloud.Fragments[f])
            {
                SpaceVector p = cloud.Points[i].Place;
                if (seen.Add(Cell(p, Cube)))
                {
                    samples.Add((f, p));
                }
            }
        }

        Dictionary<(int, int, int), List<int>> cells = [];
        Dictionary<long, double> shortest = [];
        for (int s = 0; s < samples.Count; s++)
        {
            (int fragment, SpaceVector p) = samples[s];
            (int x, int y, int z) = Cell(p, reach);
            for (int n = 0; n < 27; n++)
            {
                if (!cells.TryGetValue((x + (n % 3) - 1, y + (n / 3 % 3) - 1, z + (n / 9) - 1), out List<int>? near))
                {
                    continue;
                }

                foreach (int t in near)
                {
                    SpaceVector d = samples[t].Place - p;
                    double square = d.Dot(d);
                    if (samples[t].Fragment != fragment && square <= reach * reach)
                    {
                        // Samples come in order of fragments: the other's number is lower.
                        ref double known = ref CollectionsMarshal.GetValueRefOrAddDefault(shortest, ((long)samples[t].Fragment << 32) | (uint)fragment, out bool exists);
                        known = exists ? Math.Min(known, square) : square;
                    }
                }
            }

            if (!cells.TryGetValue((x, y, z), out List<int>? own))
            {
                cells[(x, y, z)] = own = [];
            }

            own.Add(s);
        }

        List<(double Distance, int A, int B)> pairs = [.. shortest.Select(static p => (Math.Sqrt(p.Value), (int)(p.Key >> 32), (int)p.Key))];
        pairs.Sort();
        return pairs;
    }

    private static (int, int, int) Cell(SpaceVector p, double size) => ((int)Math.Floor(p.X / size), (int)Math.Floor(p.Y / size), (int)Math.Floor(p.Z / size));
}

using System.Diagnostics;

namespace Umbriel.Inference;

/// <summary>
/// Contours of values on a rectangular grid, linear between nodes. A cell with opposite corners above the level is
/// resolved by the mean of its corners.
/// </summary>
public static class MarchingSquares
{
    /// <summary>Traces a level.</summary>
    /// <param name="x">First coordinate of the columns, increasing.</param>
    /// <param name="y">Second coordinate of the rows, increasing.</param>
    /// <param name="value">Value at (column, row); only asked at corners of the cells given.</param>
    /// <param name="level">A node at or above it counts as above.</param>
    /// <param name="cells">Lower left corners (column, row) of the cells to visit; null for all.</param>
    /// <returns>Open pieces first, each list in a fixed order.</returns>
    public static IReadOnlyList<Contour> Trace(double[] x, double[] y, Func<int, int, double> value, double level, IEnumerable<(int Column, int Row)>? cells = null)
    {
        Debug.Assert(x.Length >= 2 && y.Length >= 2);
        // A segment runs from the edge it enters by to the edge it leaves by; edges are numbered by their lower left node.
        var segments = new SortedDictionary<int, int>();
        var ends = new HashSet<int>();
        Span<double> v = stackalloc double[4];
        Span<int> edges = stackalloc int[4];
        cells ??= from i in Enumerable.Range(0, x.Length - 1) from j in Enumerable.Range(0, y.Length - 1) select (i, j);
        foreach ((int i, int j) in cells)
        {
            v[0] = value(i, j);
            v[1] = value(i + 1, j);
            v[2] = value(i + 1, j + 1);
            v[3] = value(i, j + 1);
            edges[0] = Edge(i, j, 0);
            edges[1] = Edge(i + 1, j, 1);
            edges[2] = Edge(i, j + 1, 0);
            edges[3] = Edge(i, j, 1);
            bool centre = 0.25 * (v[0] + v[1] + v[2] + v[3]) >= level;
            for (int k = 0; k < 4; k++)
            {
                // Walking round the cell anticlockwise, the contour leaves the border where values fall below the level
                // and returns where they rise above it: forwards round a low corner, backwards round a high one.
                if (!(v[k] >= level) || v[(k + 1) & 3] >= level)
                {
                    continue;
                }

                bool saddle = v[(k + 2) & 3] >= level && !(v[(k + 3) & 3] >= level);
                int step = saddle && !centre ? 3 : 1;
                int m = (k + step) & 3;
                while (v[m] >= level || !(v[(m + 1) & 3] >= level))
                {
                    m = (m + step) & 3;
                }

                segments.Add(edges[k], edges[m]);
                ends.Add(edges[m]);
            }
        }

        var contours = new List<Contour>();
        foreach (int start in segments.Keys.Where(s => !ends.Contains(s)).ToList())
        {
            contours.Add(Chain(start));
        }

        while (segments.Count > 0)
        {
            contours.Add(Chain(segments.First().Key));
        }

        return contours;

        int Edge(int i, int j, int direction) => (((i * y.Length) + j) * 2) + direction;

        Contour Chain(int start)
        {
            var px = new List<double>();
            var py = new List<double>();
            int edge = start;
            Add(edge);
            while (segments.Remove(edge, out int next))
            {
                edge = next;
                Add(edge);
            }

            return new Contour([.. px], [.. py], edge == start);

            void Add(int e)
            {
                int node = e / 2;
                int i = node / y.Length;
                int j = node % y.Length;
                bool upwards = (e & 1) == 1;
                double a = value(i, j);
                double b = upwards ? value(i, j + 1) : value(i + 1, j);
                double t = (level - a) / (b - a);
                px.Add(upwards ? x[i] : x[i] + (t * (x[i + 1] - x[i])));
                py.Add(upwards ? y[j] + (t * (y[j + 1] - y[j])) : y[j]);
            }
        }
    }
}

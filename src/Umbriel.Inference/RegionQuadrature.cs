namespace Umbriel.Inference;

/// <summary>
/// Integrals over a refined region and over the part of it that a second experiment excludes, in d ln m d ln |U|². Each
/// fine cell is four triangles round its centre, on which both experiments' <see cref="RefinedRegion.Scale"/> and Δχ²
/// are linear; each triangle is clipped exactly. The error falls with the square of the fine step.
/// </summary>
internal static class RegionQuadrature
{
    /// <summary>The integrals.</summary>
    /// <param name="Area">Of the region, in ln².</param>
    /// <param name="ExcludedArea">Of its excluded part.</param>
    /// <param name="Weight">∫ exp(-Δχ²/2) over the region.</param>
    /// <param name="ExcludedWeight">The same over its excluded part.</param>
    public readonly record struct Sums(double Area, double ExcludedArea, double Weight, double ExcludedWeight);

    private readonly record struct Vertex(double X, double Y, double Inside, double Excluded, double Delta)
    {
        public static Vertex Between(in Vertex a, in Vertex b, double t) => new(
            a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y)), a.Inside + (t * (b.Inside - a.Inside)), a.Excluded + (t * (b.Excluded - a.Excluded)), a.Delta + (t * (b.Delta - a.Delta)));
    }

    /// <summary>Integrates.</summary>
    /// <param name="region">The region.</param>
    /// <param name="excluding">Δχ² of the second experiment at the fine nodes of every fine cell that the region touches.</param>
    /// <param name="excludedFrom">Excluded at or above.</param>
    /// <param name="stride">1 for the fine nodes; 2 for every other one, to see the error.</param>
    public static Sums Integrate(RefinedRegion region, double[] excluding, double excludedFrom, int stride)
    {
        double area = 0.0;
        double excludedArea = 0.0;
        double weight = 0.0;
        double excludedWeight = 0.0;
        Span<Vertex> corners = stackalloc Vertex[4];
        Span<Vertex> inside = stackalloc Vertex[8];
        Span<Vertex> excluded = stackalloc Vertex[8];
        foreach ((int i, int j) in TouchedCells(region, stride))
        {
            Corner(i, j, out corners[0]);
            Corner(i + stride, j, out corners[1]);
            Corner(i + stride, j + stride, out corners[2]);
            Corner(i, j + stride, out corners[3]);
            Vertex centre = Vertex.Between(Vertex.Between(corners[0], corners[2], 0.5), Vertex.Between(corners[1], corners[3], 0.5), 0.5);
            for (int k = 0; k < 4; k++)
            {
                (inside[0], inside[1], inside[2]) = (corners[k], corners[(k + 1) & 3], centre);
                int count = Clip(inside, 3, excluded, v => -v.Inside);
                excluded[..count].CopyTo(inside);
                Add(inside[..count], ref area, ref weight);
                count = Clip(inside, count, excluded, v => v.Excluded);
                Add(excluded[..count], ref excludedArea, ref excludedWeight);
            }
        }

        return new Sums(area, excludedArea, weight, excludedWeight);

        void Corner(int i, int j, out Vertex corner)
        {
            int node = region.Node(i, j);
            corner = new Vertex(
                region.Masses.Logs[i], region.Couplings.Logs[j], RefinedRegion.Scale(region.Delta[node], region.Threshold), RefinedRegion.Scale(excluding[node], excludedFrom), region.Delta[node]);
        }
    }

    /// <summary>Lower left nodes of the fine cells with a corner in the region, in order.</summary>
    public static IEnumerable<(int I, int J)> TouchedCells(RefinedRegion region, int stride)
    {
        foreach ((int column, int row) in region.Blocks)
        {
            for (int i = column * RefinedRegion.Parts; i < (column + 1) * RefinedRegion.Parts; i += stride)
            {
                for (int j = row * RefinedRegion.Parts; j < (row + 1) * RefinedRegion.Parts; j += stride)
                {
                    if (In(i, j) || In(i + stride, j) || In(i, j + stride) || In(i + stride, j + stride))
                    {
                        yield return (i, j);
                    }
                }
            }
        }

        bool In(int i, int j) => region.Delta[region.Node(i, j)] < region.Threshold;
    }

    /// <summary>The part of a convex polygon where a linear function is not negative (Sutherland and Hodgman, 1974).</summary>
    private static int Clip(ReadOnlySpan<Vertex> polygon, int count, Span<Vertex> result, Func<Vertex, double> side)
    {
        int kept = 0;
        for (int k = 0; k < count; k++)
        {
            Vertex a = polygon[k];
            Vertex b = polygon[(k + 1) % count];
            double fa = side(a);
            double fb = side(b);
            if (fa >= 0.0)
            {
                result[kept++] = a;
            }

            if (fa >= 0.0 != fb >= 0.0)
            {
                result[kept++] = Vertex.Between(a, b, fa / (fa - fb));
            }
        }

        return kept;
    }

    /// <summary>Area, and weight by the rule of the edges' midpoints, of a convex polygon as a fan of triangles.</summary>
    private static void Add(ReadOnlySpan<Vertex> polygon, ref double area, ref double weight)
    {
        for (int k = 2; k < polygon.Length; k++)
        {
            Vertex a = polygon[0];
            Vertex b = polygon[k - 1];
            Vertex c = polygon[k];
            double size = 0.5 * Math.Abs(((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y)));
            area += size;
            weight += size / 3.0 * (Weight(a, b) + Weight(b, c) + Weight(c, a));
        }
    }

    private static double Weight(in Vertex a, in Vertex b) => Math.Exp(-0.25 * (a.Delta + b.Delta));
}

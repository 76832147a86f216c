using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>
/// The allowed region of a plane at one threshold on nodes finer than the plane's own, in blocks of 4 x 4 fine cells.
/// Only blocks that the region touches are evaluated, with the function itself. They are found from the intervals of
/// every row and column of the plane, which see valleys narrower than a step, and then wherever a block shows the region
/// to leave through a side.
/// </summary>
internal sealed class RefinedRegion
{
    /// <summary>Fine cells along a side of a block; even, so that every other node makes a coarser grid for comparison.</summary>
    public const int Parts = 4;

    private const int MostBlocks = 16;

    /// <summary>Fine steps that should fit in the median width of the region.</summary>
    private const double StepsAcross = 8.0;

    /// <summary>Nodes of the whole fine grid, at most: 8 bytes each.</summary>
    private const long MostNodes = 4_000_000;

    private readonly bool[] active;
    private readonly int columns;
    private readonly int rows;

    /// <summary>From axes whose steps are the blocks.</summary>
    private RefinedRegion(ScanAxis masses, ScanAxis couplings, double threshold)
    {
        columns = masses.Count - 1;
        rows = couplings.Count - 1;
        Threshold = threshold;
        Masses = masses.Subdivided(Parts);
        Couplings = couplings.Subdivided(Parts);
        active = new bool[columns * rows];
        Delta = new double[Masses.Count * Couplings.Count];
        Array.Fill(Delta, double.NaN);
    }

    /// <summary>Δχ² that bounds the region.</summary>
    public double Threshold { get; }

    /// <summary>Fine axis of masses.</summary>
    public ScanAxis Masses { get; }

    /// <summary>Fine axis of couplings.</summary>
    public ScanAxis Couplings { get; }

    /// <summary>Δχ² of the fine nodes, mass by mass; not a number where nothing was evaluated.</summary>
    public double[] Delta { get; }

    /// <summary>Blocks (column, row) that the region touches, in order; their lower left node is at Parts times these.</summary>
    public IReadOnlyList<(int Column, int Row)> Blocks { get; private set; } = [];

    /// <summary>Borders of the plane with a fine node inside the region.</summary>
    public PlaneEdges Edges => PlaneEdgeNames.Of(
        AnyInside(Couplings.Count, j => Node(0, j)),
        AnyInside(Couplings.Count, j => Node(Masses.Count - 1, j)),
        AnyInside(Masses.Count, i => Node(i, 0)),
        AnyInside(Masses.Count, i => Node(i, Couplings.Count - 1)));

    /// <summary>Index of a fine node.</summary>
    public int Node(int i, int j) => (i * Couplings.Count) + j;

    /// <summary>The scale on which Δχ² is taken as linear within a fine cell: √Δχ² in units of its limit, zero there.</summary>
    public static double Scale(double delta, double threshold) => Math.Sqrt(Math.Max(delta, 0.0) / threshold) - 1.0;

    public static RefinedRegion Find(ChiSquarePlane plane, double threshold, ParallelOptions options)
    {
        RegionSeeds seeds = RegionSeeds.Find(plane, threshold, options);
        int massBlocks = BlocksPerStep(plane.Masses, seeds.MassWidth);
        int couplingBlocks = BlocksPerStep(plane.Couplings, seeds.CouplingWidth);
        while ((long)plane.Masses.Count * massBlocks * plane.Couplings.Count * couplingBlocks * Parts * Parts > MostNodes && massBlocks * couplingBlocks > 1)
        {
            (massBlocks, couplingBlocks) = massBlocks > couplingBlocks ? (massBlocks - 1, couplingBlocks) : (massBlocks, couplingBlocks - 1);
        }

        ScanAxis masses = plane.Masses.Subdivided(massBlocks);
        ScanAxis couplings = plane.Couplings.Subdivided(couplingBlocks);
        var region = new RefinedRegion(masses, couplings, threshold);
        region.CopyNodes(plane, massBlocks * Parts, couplingBlocks * Parts);
        List<(int Column, int Row)> front = [.. seeds.Cells(masses, couplings, massBlocks, couplingBlocks).Where(c => region.Activate(c.Column, c.Row))];
        while (front.Count > 0)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            region.Evaluate(front, plane, options);
            front = region.Next(front);
        }

        region.Blocks = [.. from c in Enumerable.Range(0, region.columns) from r in Enumerable.Range(0, region.rows) where region.active[(c * region.rows) + r] select (c, r)];
        return region;
    }

    // Not a number, where nothing was evaluated, is not inside.
    private bool AnyInside(int count, Func<int, int> node) => Enumerable.Range(0, count).Any(k => Delta[node(k)] < Threshold);

    private static int BlocksPerStep(ScanAxis axis, double width)
    {
        double step = (axis.Logs[^1] - axis.Logs[0]) / (axis.Count - 1);
        return (int)Math.Clamp(Math.Ceiling(step * StepsAcross / (width * Parts)), 1.0, MostBlocks);
    }

    private void CopyNodes(ChiSquarePlane plane, int massParts, int couplingParts)
    {
        for (int i = 0; i < plane.Masses.Count; i++)
        {
            for (int j = 0; j < plane.Couplings.Count; j++)
            {
                Delta[Node(i * massParts, j * couplingParts)] = plane[i, j] - plane.BestFit.ChiSquare;
            }
        }
    }

    private bool Activate(int column, int row)
    {
        if (column < 0 || row < 0 || column >= columns || row >= rows || active[(column * rows) + row])
        {
            return false;
        }

        return active[(column * rows) + row] = true;
    }

    private void Evaluate(List<(int Column, int Row)> cells, ChiSquarePlane plane, ParallelOptions options)
    {
        var nodes = new List<int>();
        foreach ((int column, int row) in cells)
        {
            for (int i = column * Parts; i <= (column + 1) * Parts; i++)
            {
                for (int j = row * Parts; j <= (row + 1) * Parts; j++)
                {
                    if (double.IsNaN(Delta[Node(i, j)]))
                    {
                        Delta[Node(i, j)] = 0.0;
                        nodes.Add(Node(i, j));
                    }
                }
            }
        }

        ParallelLoop.For(nodes.Count, options, k => Delta[nodes[k]] =
            plane.At(Masses.Values[nodes[k] / Couplings.Count], Couplings.Values[nodes[k] % Couplings.Count]) - plane.BestFit.ChiSquare);
    }

    /// <summary>Neighbours into which the region continues.</summary>
    private List<(int Column, int Row)> Next(List<(int Column, int Row)> cells)
    {
        var next = new List<(int Column, int Row)>();
        foreach ((int column, int row) in cells)
        {
            for (int i = 0; i <= Parts; i++)
            {
                for (int j = 0; j <= Parts; j++)
                {
                    int right = i == 0 ? -1 : i == Parts ? 1 : 0;
                    int up = j == 0 ? -1 : j == Parts ? 1 : 0;
                    if ((right != 0 || up != 0) && Delta[Node((column * Parts) + i, (row * Parts) + j)] < Threshold)
                    {
                        Try(column + right, row);
                        Try(column, row + up);
                        Try(column + right, row + up);
                    }
                }
            }
        }

        return next;

        void Try(int column, int row)
        {
            if (Activate(column, row))
            {
                next.Add((column, row));
            }
        }
    }
}

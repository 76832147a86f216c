namespace Umbriel.Inference;

/// <summary>
/// Finds every finest cell that a level of a sampled function crosses, without sampling the whole plane. Coarse cells
/// that are crossed, or nearly so, are split down to single steps; from each crossed finest cell the contour is then
/// followed across shared edges to its end. What is found is therefore identical to marching squares on the full grid,
/// unless a whole contour hides inside coarse cells that look quiet.
/// </summary>
internal static class ContourRefinement
{
    private readonly record struct Cell(int I0, int I1, int J0, int J1)
    {
        public bool IsFinest => I1 - I0 == 1 && J1 - J0 == 1;
    }

    /// <summary>Crossed finest cells (mass index, coupling index), ordered.</summary>
    public static List<(int I, int J)> Find(ScanGrid grid, double[] values, double level, ScanSettings settings)
    {
        int[] masses = grid.Masses.Coarse(settings.MassStride);
        int[] couplings = grid.Couplings.Coarse(settings.CouplingStride);
        var cells = new List<Cell>();
        for (int i = 1; i < masses.Length; i++)
        {
            for (int j = 1; j < couplings.Length; j++)
            {
                cells.Add(new Cell(masses[i - 1], masses[i], couplings[j - 1], couplings[j]));
            }
        }

        var seeds = new List<(int I, int J)>();
        while (cells.Count > 0)
        {
            grid.Require(cells.SelectMany(c => Corners(grid, c)));
            var next = new List<Cell>();
            foreach (Cell cell in cells)
            {
                if (cell.IsFinest)
                {
                    if (Crossed(grid, values, level, cell, 0.0))
                    {
                        seeds.Add((cell.I0, cell.J0));
                    }
                }
                else if (Crossed(grid, values, level, cell, settings.Caution))
                {
                    Split(cell, next);
                }
            }

            cells = next;
        }

        return Follow(grid, values, level, seeds);
    }

    private static List<(int I, int J)> Follow(ScanGrid grid, double[] values, double level, List<(int I, int J)> seeds)
    {
        var seen = new HashSet<(int I, int J)>(seeds);
        var found = new List<(int I, int J)>();
        List<(int I, int J)> front = seeds;
        while (front.Count > 0)
        {
            grid.Require(front.SelectMany(c => Corners(grid, Unit(c.I, c.J))));
            var next = new List<(int I, int J)>();
            foreach ((int i, int j) in front)
            {
                if (!Crossed(grid, values, level, Unit(i, j), 0.0))
                {
                    continue;
                }

                found.Add((i, j));
                bool a = values[grid.Node(i, j)] >= level;
                bool b = values[grid.Node(i + 1, j)] >= level;
                bool c = values[grid.Node(i + 1, j + 1)] >= level;
                bool d = values[grid.Node(i, j + 1)] >= level;
                Step(a != b, i, j - 1);
                Step(b != c, i + 1, j);
                Step(c != d, i, j + 1);
                Step(d != a, i - 1, j);
            }

            front = next;

            void Step(bool crossed, int i, int j)
            {
                if (crossed && i >= 0 && j >= 0 && i < grid.Masses.Count - 1 && j < grid.Couplings.Count - 1 && seen.Add((i, j)))
                {
                    next.Add((i, j));
                }
            }
        }

        found.Sort();
        return found;
    }

    private static Cell Unit(int i, int j) => new(i, i + 1, j, j + 1);

    private static int[] Corners(ScanGrid grid, Cell c) =>
        [grid.Node(c.I0, c.J0), grid.Node(c.I1, c.J0), grid.Node(c.I1, c.J1), grid.Node(c.I0, c.J1)];

    private static bool Crossed(ScanGrid grid, double[] values, double level, Cell cell, double caution)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (int node in Corners(grid, cell))
        {
            low = Math.Min(low, values[node]);
            high = Math.Max(high, values[node]);
        }

        double margin = caution * (high - low);
        return low - margin < level && high + margin >= level;
    }

    private static void Split(Cell c, List<Cell> into)
    {
        int im = (c.I0 + c.I1) / 2;
        int jm = (c.J0 + c.J1) / 2;
        foreach ((int i0, int i1) in Halves(c.I0, im, c.I1))
        {
            foreach ((int j0, int j1) in Halves(c.J0, jm, c.J1))
            {
                into.Add(new Cell(i0, i1, j0, j1));
            }
        }
    }

    private static (int Low, int High)[] Halves(int low, int middle, int high) =>
        high - low == 1 ? [(low, high)] : [(low, middle), (middle, high)];
}

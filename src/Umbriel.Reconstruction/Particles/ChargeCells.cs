using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>The points of a particle summed up in cubes, in order of their first point.</summary>
internal sealed class ChargeCells
{
    private readonly Dictionary<(int X, int Y, int Z), int> index = [];
    private readonly List<(int X, int Y, int Z)> places = [];
    private readonly List<PointMoments> cells = [];
    private readonly double size;
    private readonly List<int> around = [];
    private int[] firstAround = [];

    /// <summary>No cells.</summary>
    /// <param name="size">Edge of a cube, cm.</param>
    public ChargeCells(double size) => this.size = size;

    /// <summary>Number of cubes with charge.</summary>
    public int Count => cells.Count;

    /// <summary>Charge of a cube.</summary>
    public double Charge(int cell) => cells[cell].Charge;

    /// <summary>Centre of charge of a cube.</summary>
    public SpaceVector Centre(int cell) => cells[cell].Centre;

    /// <summary>Adds a point and says in which cube.</summary>
    public int Add(SpaceVector place, double charge)
    {
        (int, int, int) key = ((int)Math.Floor(place.X / size), (int)Math.Floor(place.Y / size), (int)Math.Floor(place.Z / size));
        if (!index.TryGetValue(key, out int cell))
        {
            index[key] = cell = cells.Count;
            places.Add(key);
            cells.Add(new PointMoments());
        }

        cells[cell].Add(place, charge);
        return cell;
    }

    /// <summary>Linearity of what is in a cube and the 26 around it.</summary>
    public double? Linearity(int cell)
    {
        PointMoments sums = new();
        sums.Add(cells[cell]);
        foreach (int other in Around(cell))
        {
            sums.Add(cells[other]);
        }

        return sums.Linearity();
    }

    /// <summary>Length of the shortest way to each cube over adjoining ones, through their centres of charge, cm; infinite where there is none (E. W. Dijkstra, Numer. Math. 1 (1959) 269).</summary>
    /// <param name="from">Where ways begin.</param>
    public double[] Ways(int from)
    {
        double[] ways = new double[Count];
        Array.Fill(ways, double.PositiveInfinity);
        PriorityQueue<int, (double, int)> open = new();
        ways[from] = 0.0;
        open.Enqueue(from, (0.0, from));
        while (open.TryDequeue(out int cell, out (double Way, int) at))
        {
            if (at.Way > ways[cell])
            {
                continue;
            }

            SpaceVector centre = cells[cell].Centre;
            foreach (int other in Around(cell))
            {
                double way = at.Way + (cells[other].Centre - centre).Length;
                if (way < ways[other])
                {
                    ways[other] = way;
                    open.Enqueue(other, (way, other));
                }
            }
        }

        return ways;
    }

    /// <summary>The group of adjoining cubes that each cube belongs to, counted from 0.</summary>
    public int[] Pieces(out int count)
    {
        int[] pieces = new int[Count];
        Array.Fill(pieces, -1);
        Stack<int> open = [];
        count = 0;
        for (int seed = 0; seed < pieces.Length; seed++)
        {
            if (pieces[seed] >= 0)
            {
                continue;
            }

            pieces[seed] = count;
            open.Push(seed);
            while (open.TryPop(out int cell))
            {
                foreach (int other in Around(cell))
                {
                    if (pieces[other] < 0)
                    {
                        pieces[other] = count;
                        open.Push(other);
                    }
                }
            }

            count++;
        }

        return pieces;
    }

    /// <summary>The cube of a group whose centre of charge is nearest to a place.</summary>
    public int Nearest(SpaceVector place, int[] pieces, int piece)
    {
        int best = -1;
        double distance = double.PositiveInfinity;
        for (int i = 0; i < cells.Count; i++)
        {
            double own = pieces[i] == piece ? (cells[i].Centre - place).Length : double.PositiveInfinity;
            if (own < distance)
            {
                (best, distance) = (i, own);
            }
        }

        return best;
    }

    /// <summary>The cubes with charge among the 26 around one.</summary>
    private ReadOnlySpan<int> Around(int cell)
    {
        if (firstAround.Length != Count + 1)
        {
            FindAround();
        }

        return CollectionsMarshal.AsSpan(around)[firstAround[cell]..firstAround[cell + 1]];
    }

    private void FindAround()
    {
        around.Clear();
        firstAround = new int[Count + 1];
        for (int cell = 0; cell < Count; cell++)
        {
            (int x, int y, int z) = places[cell];
            for (int n = 0; n < 27; n++)
            {
                if (n != 13 && index.TryGetValue((x + (n % 3) - 1, y + (n / 3 % 3) - 1, z + (n / 9) - 1), out int other))
                {
                    around.Add(other);
                }
            }

            firstAround[cell + 1] = around.Count;
        }
    }
}

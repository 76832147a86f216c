using Umbriel.Core;

namespace Umbriel.Reconstruction.Points;

/// <summary>
/// Places sorted into the cubes of a lattice, and which occupied cubes adjoin. Cubes are numbered in order of x, y and z, so that
/// those of neighbouring columns come in the same order and one sweep finds all that adjoin. Immutable once made.
/// </summary>
internal sealed class CellGrid
{
    /// <summary>Bits of a coordinate in a key; coordinates are shifted to be positive.</summary>
    private const int Bits = 21;
    private const long Shift = 1L << (Bits - 1);
    private const long StepX = 1L << (2 * Bits);
    private const long StepY = 1L << Bits;

    /// <summary>From a cube to the first of three in each later column that adjoins.</summary>
    private static readonly long[] Columns = [StepY - 1, StepX - StepY - 1, StepX - 1, StepX + StepY - 1];

    private readonly int[] cellOf;
    private readonly int[] firstMember;
    private readonly int[] members;
    private readonly int[] firstAround;
    private readonly int[] around;

    /// <summary>Sorts places into cubes.</summary>
    /// <param name="places">The places, cm; less than 10⁶ cubes from the origin.</param>
    /// <param name="size">Edge of a cube, cm.</param>
    public CellGrid(ReadOnlySpan<SpaceVector> places, double size)
    {
        Dictionary<long, int> seen = new(places.Length / 2);
        List<long> found = new(places.Length / 2);
        cellOf = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            long key = Key(places[i], size);
            if (!seen.TryGetValue(key, out int cell))
            {
                cell = found.Count;
                seen.Add(key, cell);
                found.Add(key);
            }

            cellOf[i] = cell;
        }

        long[] keys = [.. found];
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        int[] rank = new int[keys.Length];
        for (int k = 0; k < order.Length; k++)
        {
            rank[order[k]] = k;
        }

        for (int i = 0; i < cellOf.Length; i++)
        {
            cellOf[i] = rank[cellOf[i]];
        }

        (firstMember, members) = Members(cellOf, keys.Length);
        (firstAround, around) = Around(keys);
    }

    /// <summary>Number of occupied cubes.</summary>
    public int Count => firstMember.Length - 1;

    /// <summary>Cube of a place.</summary>
    public int Of(int place) => cellOf[place];

    /// <summary>Places in a cube, in rising order.</summary>
    public ReadOnlySpan<int> Members(int cell) => members.AsSpan(firstMember[cell]..firstMember[cell + 1]);

    /// <summary>Cubes that share a corner with one, itself included, in rising order.</summary>
    public ReadOnlySpan<int> Around(int cell) => around.AsSpan(firstAround[cell]..firstAround[cell + 1]);

    private static long Key(SpaceVector p, double size) =>
        (((long)Math.Floor(p.X / size) + Shift) << (2 * Bits)) + (((long)Math.Floor(p.Y / size) + Shift) << Bits) + (long)Math.Floor(p.Z / size) + Shift;

    private static (int[] First, int[] Members) Members(int[] cellOf, int cells)
    {
        int[] first = new int[cells + 1];
        foreach (int cell in cellOf)
        {
            first[cell + 1]++;
        }

        Accumulate(first);
        int[] next = first[..^1];
        int[] members = new int[cellOf.Length];
        for (int i = 0; i < cellOf.Length; i++)
        {
            members[next[cellOf[i]]++] = i;
        }

        return (first, members);
    }

    private static (int[] First, int[] Around) Around(long[] keys)
    {
        List<(int Low, int High)> pairs = new(8 * keys.Length);
        Span<int> next = stackalloc int[Columns.Length];
        next.Clear();
        for (int a = 0; a < keys.Length; a++)
        {
            if (a + 1 < keys.Length && keys[a + 1] == keys[a] + 1)
            {
                pairs.Add((a, a + 1));
            }

            for (int column = 0; column < Columns.Length; column++)
            {
                long from = keys[a] + Columns[column];
                int b = next[column];
                while (b < keys.Length && keys[b] < from)
                {
                    b++;
                }

                next[column] = b;
                for (; b < keys.Length && keys[b] <= from + 2; b++)
                {
                    pairs.Add((a, b));
                }
            }
        }

        int[] first = new int[keys.Length + 1];
        foreach ((int low, int high) in pairs)
        {
            first[low + 1]++;
            first[high + 1]++;
        }

        for (int cell = 0; cell < keys.Length; cell++)
        {
            first[cell + 1]++;
        }

        // Pairs come in order of their lower cube: a cube has got all lower ones when its own turn comes.
        Accumulate(first);
        int[] at = first[..^1];
        int[] around = new int[first[^1]];
        int pair = 0;
        for (int cell = 0; cell < keys.Length; cell++)
        {
            around[at[cell]++] = cell;
            for (; pair < pairs.Count && pairs[pair].Low == cell; pair++)
            {
                around[at[cell]++] = pairs[pair].High;
                around[at[pairs[pair].High]++] = cell;
            }
        }

        return (first, around);
    }

    private static void Accumulate(int[] counts)
    {
        for (int i = 1; i < counts.Length; i++)
        {
            counts[i] += counts[i - 1];
        }
    }
}

namespace Umbriel.Detector.Readout;

/// <summary>
/// Charge per wire and sample of one plane, in pages of 64 samples that exist only where there is charge. Sums are whole
/// numbers of 1/65536 electron, so that they do not depend on the order of deposits. Not thread-safe.
/// </summary>
internal sealed class ChargeGrid
{
    public const double Unit = 65536.0;
    private const int PageBits = 6;
    private const int PageSize = 1 << PageBits;

    private readonly int wires;
    private readonly int ticks;
    private readonly int pagesPerWire;
    private readonly int[] map;
    private readonly List<int> touched = [];
    private long[] pool = new long[256 * PageSize];

    public ChargeGrid(int wires, int ticks)
    {
        this.wires = wires;
        this.ticks = ticks;
        pagesPerWire = (ticks + PageSize - 1) >> PageBits;
        map = new int[checked(wires * pagesPerWire)];
    }

    /// <summary>Adds electrons times a share to each sample from <paramref name="first"/>; what lies outside is dropped.</summary>
    public void Add(int wire, int first, ReadOnlySpan<double> shares, double electrons)
    {
        if ((uint)wire >= (uint)wires)
        {
            return;
        }

        double scale = electrons * Unit;
        int begin = Math.Max(0, first);
        int end = Math.Min(ticks, first + shares.Length);
        while (begin < end)
        {
            int stop = Math.Min(end, ((begin >> PageBits) + 1) << PageBits);
            Span<long> page = Page((wire * pagesPerWire) + (begin >> PageBits)).Slice(begin & (PageSize - 1), stop - begin);
            ReadOnlySpan<double> part = shares.Slice(begin - first, page.Length);
            for (int i = 0; i < page.Length; i++)
            {
                page[i] += (long)((part[i] * scale) + 0.5);
            }

            begin = stop;
        }
    }

    /// <summary>Puts the pages in order of wire and time; returns their number.</summary>
    public int Sort()
    {
        touched.Sort();
        return touched.Count;
    }

    /// <summary>After <see cref="Sort"/>: wire, first sample and contents of a page.</summary>
    public ReadOnlySpan<long> Page(int rank, out int wire, out int firstTick)
    {
        int key = touched[rank];
        wire = key / pagesPerWire;
        firstTick = (key - (wire * pagesPerWire)) << PageBits;
        return pool.AsSpan((map[key] - 1) << PageBits, PageSize);
    }

    /// <summary>Empties the grid.</summary>
    public void Clear()
    {
        pool.AsSpan(0, touched.Count << PageBits).Clear();
        foreach (int key in touched)
        {
            map[key] = 0;
        }

        touched.Clear();
    }

    private Span<long> Page(int key)
    {
        int page = map[key];
        if (page == 0)
        {
            touched.Add(key);
            page = map[key] = touched.Count;
            if (page << PageBits > pool.Length)
            {
                Array.Resize(ref pool, 2 * pool.Length);
            }
        }

        return pool.AsSpan((page - 1) << PageBits, PageSize);
    }
}

using System.Runtime.Intrinsics;

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
            Accumulate(shares.Slice(begin - first, page.Length), scale, page);
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

    /// <summary>
    /// Adds round(share × scale). Adding 1.5 × 2⁵² leaves the nearest whole number in the low bits of a double, for sizes
    /// below 2⁵¹ (3e10 electrons); vectors and the scalar rest round alike.
    /// </summary>
    private static void Accumulate(ReadOnlySpan<double> shares, double scale, Span<long> page)
    {
        const double Magic = 6755399441055744.0;
        Vector256<double> magic = Vector256.Create(Magic);
        int i = 0;
        for (; i <= shares.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> rounded = (Vector256.Create(shares[i..]) * scale) + magic;
            Span<long> part = page[i..];
            (Vector256.Create((ReadOnlySpan<long>)part) + (rounded.AsInt64() - magic.AsInt64())).CopyTo(part);
        }

        for (; i < shares.Length; i++)
        {
            page[i] += BitConverter.DoubleToInt64Bits((shares[i] * scale) + Magic) - BitConverter.DoubleToInt64Bits(Magic);
        }
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

using System.Runtime.InteropServices;
using Umbriel.Core;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Points;

/// <summary>
/// How the charge of hits is shared between the combinations that they are part of. Every combination starts with a share of each
/// of its hits, larger where times and wires agree, and rounds of w ← w · mean over planes of (hit's charge / sum over its
/// combinations) make the sums agree with all hits at once (the expectation-maximisation of L. A. Shepp and Y. Vardi, IEEE Trans.
/// Med. Imaging 1 (1982) 113). Between rounds each is weighted with the charge around it relative to that around its best rival for
/// the same hits, and what has no charge left is dropped. Holds buffers: one per thread.
/// </summary>
internal sealed class ChargeSharing(SpacePointSettings settings)
{
    private const int Planes = 3;

    /// <summary>Edge of the cubes in which charge is company, cm.</summary>
    private const double Company = 1.0;

    private double[] charges = [];
    private int[] origins = [];
    private int[] links = [];
    private int[] cells = [];
    private double[] wanted = [];
    private double[] sums = [];
    private double[] best = [];
    private int count;

    /// <summary>Shares; what stays of the combinations are space points.</summary>
    /// <param name="hits">Hits of the event.</param>
    /// <param name="candidates">The combinations, with weights for how well they agree as charge; leaves those that keep some, with their charge.</param>
    public void Share(ReadOnlySpan<Hit> hits, List<SpacePoint> candidates)
    {
        Span<SpacePoint> all = CollectionsMarshal.AsSpan(candidates);
        CellGrid grid = Prepare(hits, all);
        double[] density = new double[grid.Count];
        double[] around = new double[grid.Count];
        Start(hits.Length);
        for (int stage = 0; stage < settings.Stages; stage++)
        {
            for (int round = 0; round < settings.Rounds; round++)
            {
                Balance(hits.Length);
            }

            Favour(grid, density, around);
            Keep();
        }

        for (int round = 0; round < settings.Rounds; round++)
        {
            Balance(hits.Length);
        }

        for (int i = 0; i < count; i++)
        {
            all[i] = all[origins[i]] with { Charge = charges[i] };
        }

        candidates.RemoveRange(count, candidates.Count - count);
    }

    /// <summary>Fills the buffers. Where a combination has no hit it has one more, of no charge, that all such share.</summary>
    private CellGrid Prepare(ReadOnlySpan<Hit> hits, ReadOnlySpan<SpacePoint> all)
    {
        count = all.Length;
        if (charges.Length < count)
        {
            charges = new double[2 * count];
            origins = new int[2 * count];
            cells = new int[2 * count];
            links = new int[2 * count * Planes];
        }

        if (wanted.Length < hits.Length + 1)
        {
            wanted = new double[2 * (hits.Length + 1)];
            sums = new double[wanted.Length];
            best = new double[wanted.Length];
        }

        for (int i = 0; i < hits.Length; i++)
        {
            wanted[i] = hits[i].Charge;
        }

        wanted[hits.Length] = 0.0;
        SpaceVector[] places = new SpaceVector[count];
        for (int i = 0; i < count; i++)
        {
            places[i] = all[i].Place;
            charges[i] = all[i].Charge;
            origins[i] = i;
            for (int plane = 0; plane < Planes; plane++)
            {
                links[(Planes * i) + plane] = all[i].Hit(plane) is >= 0 and var hit ? hit : hits.Length;
            }
        }

        CellGrid grid = new(places, Company);
        for (int i = 0; i < count; i++)
        {
            cells[i] = grid.Of(i);
        }

        return grid;
    }

    /// <summary>Each hit's charge in parts to its combinations; the least that any plane gives.</summary>
    private void Start(int none)
    {
        Sum(none);
        for (int i = 0; i < count; i++)
        {
            double share = double.PositiveInfinity;
            for (int plane = 0; plane < Planes; plane++)
            {
                int hit = links[(Planes * i) + plane];
                share = hit < none ? Math.Min(share, wanted[hit] / sums[hit]) : share;
            }

            charges[i] *= share;
        }
    }

    private void Balance(int none)
    {
        Sum(none);
        Span<double> ratios = sums;
        for (int hit = 0; hit < none; hit++)
        {
            ratios[hit] = wanted[hit] / ratios[hit];
        }

        ratios[none] = 0.0;
        ReadOnlySpan<int> link = links.AsSpan(0, Planes * count);
        for (int i = 0; i < count; i++)
        {
            (int a, int b, int c) = (link[Planes * i], link[(Planes * i) + 1], link[(Planes * i) + 2]);
            int planes = Planes - (a == none ? 1 : 0) - (b == none ? 1 : 0) - (c == none ? 1 : 0);
            charges[i] *= (ratios[a] + ratios[b] + ratios[c]) / planes;
        }
    }

    private void Sum(int none)
    {
        Span<double> sum = sums.AsSpan(0, none + 1);
        sum.Clear();
        ReadOnlySpan<int> link = links.AsSpan(0, Planes * count);
        for (int i = 0; i < count; i++)
        {
            double charge = charges[i];
            sum[link[Planes * i]] += charge;
            sum[link[(Planes * i) + 1]] += charge;
            sum[link[(Planes * i) + 2]] += charge;
        }
    }

    /// <summary>Charge favours company: each combination is weighted with the charge around it relative to its best rival's.</summary>
    private void Favour(CellGrid grid, double[] density, double[] around)
    {
        density.AsSpan().Clear();
        for (int i = 0; i < count; i++)
        {
            density[cells[i]] += charges[i];
        }

        for (int cell = 0; cell < around.Length; cell++)
        {
            double sum = 0.0;
            foreach (int near in grid.Around(cell))
            {
                sum += density[near];
            }

            around[cell] = sum;
        }

        best.AsSpan().Clear();
        for (int i = 0; i < count; i++)
        {
            double sum = around[cells[i]];
            for (int plane = 0; plane < Planes; plane++)
            {
                int hit = links[(Planes * i) + plane];
                best[hit] = Math.Max(best[hit], sum);
            }
        }

        for (int i = 0; i < count; i++)
        {
            double rival = 0.0;
            for (int plane = 0; plane < Planes; plane++)
            {
                int hit = links[(Planes * i) + plane];
                rival = wanted[hit] > 0.0 ? Math.Max(rival, best[hit]) : rival;
            }

            charges[i] *= around[cells[i]] / rival;
        }
    }

    /// <summary>Moves combinations that hold a share of at least one hit to the front.</summary>
    private void Keep()
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            double share = 0.0;
            for (int plane = 0; plane < Planes; plane++)
            {
                double whole = wanted[links[(Planes * i) + plane]];
                share = whole > 0.0 ? Math.Max(share, charges[i] / whole) : share;
            }

            if (share >= settings.LeastShare)
            {
                (charges[kept], origins[kept], cells[kept]) = (charges[i], origins[i], cells[i]);
                links.AsSpan(Planes * i, Planes).CopyTo(links.AsSpan(Planes * kept));
                kept++;
            }
        }

        count = kept;
    }
}

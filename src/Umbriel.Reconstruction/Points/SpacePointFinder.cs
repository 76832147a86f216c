using System.Runtime.InteropServices;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Points;

/// <summary>
/// Space points from hits: wires of two planes that cross, at the same time, near a hit wire of the third, or a dead one.
/// Wrong combinations are many; charge and company tell them apart. Every point starts with a share of each of its hits,
/// larger where times and wires agree, and rounds of w ← w · mean over planes of (hit's charge / sum over its points) make
/// the sums agree with all hits at once (the expectation-maximisation of L. A. Shepp and Y. Vardi, IEEE Trans. Med. Imaging
/// 1 (1982) 113). Between rounds each point is weighted with the charge around it relative to that around its best rival
/// for the same hits, and what has no charge left is dropped. Ambiguous to the end: a track at one time along a wire's
/// direction or through all three views. An event with too many combinations, one full of muons, is combined again without the
/// hits that have the most of them, so that time and memory are bounded. Holds buffers: one per thread.
/// </summary>
public sealed class SpacePointFinder
{
    private const int Planes = 3;
    private static readonly (int A, int B, int C)[] Pairs = [(2, 0, 1), (2, 1, 0), (0, 1, 2)];

    private readonly DetectorResponse response;
    private readonly SpacePointSettings settings;
    private readonly int[][] byTime = new int[Planes][];
    private readonly int[][] wireStart;
    private readonly bool[] anyDead;
    private readonly List<SpacePoint> candidates = [];
    private readonly double ticksToCm;
    private readonly double preSample;
    private readonly Dictionary<long, double> density = [];
    private readonly Dictionary<long, double> sumAround = [];
    private double[] sums = [];
    private double[] best = [];
    private double[] around = [];
    private int count;

    /// <summary>Prepares for a detector with three planes.</summary>
    public SpacePointFinder(DetectorResponse response, SpacePointSettings settings)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNotEqual(response.Planes.Count, Planes);
        this.response = response;
        this.settings = settings;
        wireStart = [.. response.Planes.Select(static p => new int[p.Wires + 1])];
        anyDead = [.. response.Planes.Select((p, plane) => Enumerable.Range(0, p.Wires).Any(wire => response.IsDead(plane, wire)))];
        ticksToCm = response.Drift.Speed * response.Card.Readout.TickNs;
        preSample = response.Card.Readout.PreSample * 1e6 / response.Card.Readout.TickNs;
    }

    /// <summary>Adds the points of an event.</summary>
    /// <param name="hits">Hits in order of plane, wire and time.</param>
    /// <param name="points">Takes the points.</param>
    public void Find(IReadOnlyList<Hit> hits, List<SpacePoint> points)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(points);
        Hit[] all = [.. hits];
        Index(all);
        int most = int.MaxValue;
        while (!TryCombine(all, most))
        {
            most = Math.Min(most / 4, settings.MostOfHit);
        }

        Share(all);
        points.AddRange(candidates);
    }

    private void Index(Hit[] hits)
    {
        count = hits.Length;
        for (int plane = 0; plane < Planes; plane++)
        {
            int[] starts = wireStart[plane];
            Array.Fill(starts, -1);
            int wire = 0;
            List<int> own = [];
            for (int i = 0; i < count; i++)
            {
                if (hits[i].Plane == plane)
                {
                    own.Add(i);
                    for (; wire <= hits[i].Wire; wire++)
                    {
                        starts[wire] = i;
                    }
                }
            }

            int end = own.Count > 0 ? own[^1] + 1 : 0;
            for (; wire < starts.Length; wire++)
            {
                starts[wire] = end;
            }

            byTime[plane] = [.. own];
            Array.Sort(byTime[plane], (i, j) => (hits[i].Time, i).CompareTo((hits[j].Time, j)));
        }
    }

    /// <summary>Finds all candidates, without those of hits that have more than a number; false if there are too many.</summary>
    private bool TryCombine(Hit[] hits, int mostOfHit)
    {
        candidates.Clear();
        return Array.TrueForAll(Pairs, pair => Combine(hits, pair.A, pair.B, pair.C, mostOfHit));
    }

    /// <summary>Pairs of hits of two planes with a hit of the third; where the third is the first of a pair's order or present, only dead wires are left to find. False if there are too many.</summary>
    private bool Combine(Hit[] hits, int a, int b, int c, int mostOfHit)
    {
        bool complete = (a, b) == (Pairs[0].A, Pairs[0].B);
        if (!complete && !anyDead[c])
        {
            return true;
        }

        WirePlane planeA = response.Planes[a];
        WirePlane planeB = response.Planes[b];
        WirePlane planeC = response.Planes[c];
        int[] others = byTime[b];
        double window = settings.TimeTolerance * settings.WidestHit;
        int first = 0;
        foreach (int i in byTime[a])
        {
            ref readonly Hit one = ref hits[i];
            while (first < others.Length && hits[others[first]].Time < one.Time - window)
            {
                first++;
            }

            int before = candidates.Count;
            for (int k = first; k < others.Length && hits[others[k]].Time <= one.Time + window && candidates.Count - before <= Math.Min(mostOfHit, settings.MostCandidates); k++)
            {
                ref readonly Hit two = ref hits[others[k]];
                if (!Together(one, two) || !planeA.TryCross(one.Wire, planeB, two.Wire, out double y, out double z))
                {
                    continue;
                }

                double number = planeC.WireNumber(y, z);
                int nearest = (int)Math.Floor(number + 0.5);
                if (nearest >= 0 && nearest < planeC.Wires && response.IsDead(c, nearest))
                {
                    Add(hits, a, i, b, others[k], c, -1);
                }
                else if (complete)
                {
                    Third(hits, (a, i), (b, others[k]), c, number);
                }
            }

            if (candidates.Count - before > mostOfHit)
            {
                candidates.RemoveRange(before, candidates.Count - before);
            }

            if (candidates.Count > settings.MostCandidates)
            {
                return false;
            }
        }

        return true;
    }

    private void Third(Hit[] hits, (int Plane, int Hit) a, (int Plane, int Hit) b, int c, double number)
    {
        int low = Math.Max(0, (int)Math.Ceiling(number - settings.WireTolerance));
        int high = Math.Min(response.Planes[c].Wires - 1, (int)Math.Floor(number + settings.WireTolerance));
        if (low > high)
        {
            return;
        }

        for (int j = wireStart[c][low]; j < wireStart[c][high + 1]; j++)
        {
            if (Together(hits[a.Hit], hits[j]) && Together(hits[b.Hit], hits[j]))
            {
                Add(hits, a.Plane, a.Hit, b.Plane, b.Hit, c, j);
            }
        }
    }

    private void Add(Hit[] hits, int a, int hitA, int b, int hitB, int c, int hitC)
    {
        Span<int> all = stackalloc int[Planes];
        (all[a], all[b], all[c]) = (hitA, hitB, hitC);
        candidates.Add(Place(hits, all));
    }

    private bool Together(in Hit one, in Hit two) =>
        Math.Abs(one.Time - two.Time) < Math.Max(settings.LeastTolerance, settings.TimeTolerance * 0.5 * (Math.Min(one.Width, settings.WidestHit) + Math.Min(two.Width, settings.WidestHit)));

    private void Share(Hit[] hits)
    {
        Span<SpacePoint> all = CollectionsMarshal.AsSpan(candidates);
        Start(hits, all);
        for (int stage = 0; stage < settings.Stages; stage++)
        {
            for (int round = 0; round < settings.Rounds; round++)
            {
                Balance(hits, all);
            }

            Favour(all);
            all = all[..Keep(hits, all)];
        }

        for (int round = 0; round < settings.Rounds; round++)
        {
            Balance(hits, all);
        }

        candidates.RemoveRange(all.Length, candidates.Count - all.Length);
    }

    private void Balance(Hit[] hits, Span<SpacePoint> all)
    {
        Sum(all);
        foreach (ref SpacePoint candidate in all)
        {
            double ratio = 0.0;
            int planes = 0;
            for (int plane = 0; plane < Planes; plane++)
            {
                if (candidate.Hit(plane) is >= 0 and var hit)
                {
                    ratio += hits[hit].Charge / sums[hit];
                    planes++;
                }
            }

            candidate = candidate with { Charge = candidate.Charge * (ratio / planes) };
        }
    }

    /// <summary>Charge favours company: each candidate is weighted with the charge around it relative to its best rival's.</summary>
    private void Favour(Span<SpacePoint> all)
    {
        density.Clear();
        sumAround.Clear();
        foreach (ref SpacePoint candidate in all)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(density, Cell(candidate, 0, 0, 0), out _) += candidate.Charge;
        }

        if (around.Length < all.Length)
        {
            around = new double[2 * all.Length];
        }

        best.AsSpan(0, count).Clear();
        for (int i = 0; i < all.Length; i++)
        {
            ref double sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sumAround, Cell(all[i], 0, 0, 0), out bool known);
            for (int n = 0; n < 27 && !known; n++)
            {
                sum += density.GetValueOrDefault(Cell(all[i], (n % 3) - 1, (n / 3 % 3) - 1, (n / 9) - 1));
            }

            around[i] = sum;
            for (int plane = 0; plane < Planes; plane++)
            {
                if (all[i].Hit(plane) is >= 0 and var hit)
                {
                    best[hit] = Math.Max(best[hit], sum);
                }
            }
        }

        for (int i = 0; i < all.Length; i++)
        {
            double rival = 0.0;
            for (int plane = 0; plane < Planes; plane++)
            {
                rival = all[i].Hit(plane) is >= 0 and var hit ? Math.Max(rival, best[hit]) : rival;
            }

            all[i] = all[i] with { Charge = all[i].Charge * (around[i] / rival) };
        }
    }

    private static long Cell(in SpacePoint candidate, int i, int j, int k)
    {
        const double size = 1.0;
        long x = (long)Math.Floor(candidate.X / size) + i;
        long y = (long)Math.Floor(candidate.Y / size) + j;
        long z = (long)Math.Floor(candidate.Z / size) + k;
        return ((x & 0x1FFFFF) << 42) | ((y & 0x1FFFFF) << 21) | (z & 0x1FFFFF);
    }

    /// <summary>Moves candidates that hold a share of at least one hit to the front; returns how many.</summary>
    private int Keep(Hit[] hits, Span<SpacePoint> all)
    {
        int kept = 0;
        for (int i = 0; i < all.Length; i++)
        {
            double share = 0.0;
            for (int plane = 0; plane < Planes; plane++)
            {
                share = all[i].Hit(plane) is >= 0 and var hit ? Math.Max(share, all[i].Charge / hits[hit].Charge) : share;
            }

            if (share >= settings.LeastShare)
            {
                all[kept++] = all[i];
            }
        }

        return kept;
    }

    /// <summary>Each hit's charge in equal parts to its points, averaged over planes.</summary>
    private void Start(Hit[] hits, Span<SpacePoint> all)
    {
        if (sums.Length < count)
        {
            sums = new double[2 * count];
            best = new double[2 * count];
        }

        Sum(all);
        foreach (ref SpacePoint candidate in all)
        {
            double share = double.PositiveInfinity;
            for (int plane = 0; plane < Planes; plane++)
            {
                share = candidate.Hit(plane) is >= 0 and var hit ? Math.Min(share, hits[hit].Charge / sums[hit]) : share;
            }

            candidate = candidate with { Charge = candidate.Charge * share };
        }
    }

    private void Sum(Span<SpacePoint> all)
    {
        sums.AsSpan(0, count).Clear();
        foreach (ref SpacePoint candidate in all)
        {
            for (int plane = 0; plane < Planes; plane++)
            {
                if (candidate.Hit(plane) is >= 0 and var hit)
                {
                    sums[hit] += candidate.Charge;
                }
            }
        }
    }

    /// <summary>The place nearest to all of its wires (least squares), at the mean time, weighted with how well wires and times agree.</summary>
    private SpacePoint Place(Hit[] hits, ReadOnlySpan<int> chosen)
    {
        double time = 0.0;
        double square = 0.0;
        double yy = 0.0, yz = 0.0, zz = 0.0, y = 0.0, z = 0.0, ww = 0.0;
        int planes = 0;
        for (int plane = 0; plane < Planes; plane++)
        {
            if (chosen[plane] >= 0)
            {
                WirePlane wires = response.Planes[plane];
                Hit hit = hits[chosen[plane]];
                double w = wires.First + (hit.Wire * wires.Pitch);
                time += hit.Time;
                square += hit.Time * hit.Time;
                yy += wires.Sin * wires.Sin;
                yz -= wires.Sin * wires.Cos;
                zz += wires.Cos * wires.Cos;
                y -= wires.Sin * w;
                z += wires.Cos * w;
                ww += w * w;
                planes++;
            }
        }

        double determinant = (yy * zz) - (yz * yz);
        double placeY = ((y * zz) - (z * yz)) / determinant;
        double placeZ = ((z * yy) - (y * yz)) / determinant;
        double misfit = Math.Max(0.0, ww - (placeY * y) - (placeZ * z)) / (settings.WireWidth * settings.WireWidth);
        double spread = Math.Max(0.0, square - (time * time / planes)) / (settings.TimeWidth * settings.TimeWidth);
        double x = response.Drift.X(((time / planes) - preSample) * ticksToCm);
        return new SpacePoint(x, placeY, placeZ, Math.Exp(-0.5 * (misfit + spread)), chosen[0], chosen[1], chosen[2]);
    }
}

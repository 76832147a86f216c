using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Points;

/// <summary>
/// Space points from hits: wires of two planes that cross, at the same time, near a hit wire of the third, or a dead one.
/// Wrong combinations are many; charge and company tell them apart (<see cref="ChargeSharing"/>). Ambiguous to the end: a
/// track at one time along a wire's direction or through all three views. An event with too many combinations, one full of muons, is combined again without the
/// hits that have the most of them, so that time and memory are bounded. Holds buffers: one per thread.
/// </summary>
public sealed class SpacePointFinder
{
    private const int Planes = 3;
    private static readonly (int A, int B, int C)[] Pairs = [(2, 0, 1), (2, 1, 0), (0, 1, 2)];

    private readonly DetectorResponse response;
    private readonly SpacePointSettings settings;
    private readonly TimeOrder[] byTime = [new(), new(), new()];
    private readonly int[][] wireStart;
    private readonly bool[][] dead;
    private readonly List<SpacePoint> candidates = [];
    private readonly double ticksToCm;
    private readonly double preSample;
    private readonly ChargeSharing sharing;
    private double[] times = [];
    private double[] reaches = [];
    private Region region = Region.All;

    /// <summary>Prepares for a detector with three planes.</summary>
    public SpacePointFinder(DetectorResponse response, SpacePointSettings settings)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNotEqual(response.Planes.Count, Planes);
        this.response = response;
        this.settings = settings;
        sharing = new ChargeSharing(settings);
        wireStart = [.. response.Planes.Select(static p => new int[p.Wires + 1])];
        dead = [.. response.Planes.Select((p, plane) => Enumerable.Range(0, p.Wires).Select(wire => response.IsDead(plane, wire)).ToArray())];
        ticksToCm = response.Drift.Speed * response.Card.Readout.TickNs;
        preSample = response.Card.Readout.PreSample * 1e6 / response.Card.Readout.TickNs;
    }

    /// <summary>Adds the points of an event.</summary>
    /// <param name="hits">Hits in order of plane, wire and time.</param>
    /// <param name="points">Takes the points.</param>
    /// <param name="within">Where points are looked for; everywhere if not given.</param>
    /// <param name="outside">Takes hits without a point that may be of charge elsewhere: on two planes whose wires cross there.</param>
    public void Find(IReadOnlyList<Hit> hits, List<SpacePoint> points, Region? within = null, List<int>? outside = null)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(points);
        region = within ?? Region.All;
        Hit[] all = [.. hits];
        Index(all);
        int most = int.MaxValue;
        while (!TryCombine(all, most))
        {
            most = Math.Min(most / 4, settings.MostOfHit);
        }

        sharing.Share(all, candidates);
        points.AddRange(candidates);
        if (outside is not null && region != Region.All)
        {
            Outside(all.Length, outside);
        }
    }

    /// <summary>Hits without a point whose wire crosses another plane's hit wire at the same time outside of the region.</summary>
    private void Outside(int hits, List<int> outside)
    {
        bool[] pointed = new bool[hits];
        foreach (SpacePoint point in candidates)
        {
            for (int plane = 0; plane < Planes; plane++)
            {
                if (point.Hit(plane) is >= 0 and var hit)
                {
                    pointed[hit] = true;
                }
            }
        }

        for (int plane = 0; plane < Planes; plane++)
        {
            TimeOrder own = byTime[plane];
            for (int i = 0; i < own.Count; i++)
            {
                if (!pointed[own.Hits[i]] && Enumerable.Range(1, Planes - 1).Any(step => CrossesOutside(own, i, plane, (plane + step) % Planes)))
                {
                    outside.Add(own.Hits[i]);
                }
            }
        }

        outside.Sort();
    }

    private bool CrossesOutside(TimeOrder own, int i, int plane, int otherPlane)
    {
        WireCrossing crossing = new(response.Planes[plane], response.Planes[otherPlane]);
        TimeOrder others = byTime[otherPlane];
        double window = settings.TimeTolerance * settings.WidestHit;
        for (int k = others.FirstFrom(own.Times[i] - window); k < others.Count && others.Times[k] <= own.Times[i] + window; k++)
        {
            if (Together(others.Times[k] - own.Times[i], own.Reaches[i] + others.Reaches[k]) && crossing.TryAt(own.Coordinates[i], others.Coordinates[k], out _, out double z) && !region.Contains(z))
            {
                return true;
            }
        }

        return false;
    }

    private void Index(Hit[] hits)
    {
        if (times.Length < hits.Length)
        {
            times = new double[2 * hits.Length];
            reaches = new double[2 * hits.Length];
        }

        for (int i = 0; i < hits.Length; i++)
        {
            times[i] = hits[i].Time;
            reaches[i] = 0.5 * settings.TimeTolerance * Math.Min(hits[i].Width, settings.WidestHit);
        }

        int end = 0;
        for (int plane = 0; plane < Planes; plane++)
        {
            int begin = end;
            int[] starts = wireStart[plane];
            for (int wire = 0; wire < starts.Length; wire++)
            {
                starts[wire] = end;
                while (end < hits.Length && hits[end].Plane == plane && hits[end].Wire == wire)
                {
                    end++;
                }
            }

            byTime[plane].Fill(hits.AsSpan(begin..end), begin, reaches.AsSpan(begin), response.Planes[plane]);
        }
    }

    /// <summary>Finds all candidates, without those of hits that have more than a number; false if there are too many.</summary>
    private bool TryCombine(Hit[] hits, int mostOfHit)
    {
        candidates.Clear();
        return Array.TrueForAll(Pairs, pair => Combine(hits, pair.A, pair.B, pair.C, mostOfHit));
    }

    /// <summary>Pairs of hits of two planes with a hit of the third; for all but the first pair of planes only dead wires of the third are left to find. False if there are too many.</summary>
    private bool Combine(Hit[] hits, int a, int b, int c, int mostOfHit)
    {
        bool complete = (a, b) == (Pairs[0].A, Pairs[0].B);
        bool[] deadC = dead[c];
        if (!complete && !Array.Exists(deadC, static d => d))
        {
            return true;
        }

        WirePlane planeC = response.Planes[c];
        WireCrossing crossing = new(response.Planes[a], response.Planes[b]);
        TimeOrder ones = byTime[a];
        TimeOrder twos = byTime[b];
        double window = settings.TimeTolerance * settings.WidestHit;
        int first = 0;
        for (int i = 0; i < ones.Count; i++)
        {
            double time = ones.Times[i];
            while (first < twos.Count && twos.Times[first] < time - window)
            {
                first++;
            }

            int before = candidates.Count;
            for (int k = first; k < twos.Count && twos.Times[k] <= time + window && candidates.Count - before <= Math.Min(mostOfHit, settings.MostCandidates); k++)
            {
                if (!Together(twos.Times[k] - time, ones.Reaches[i] + twos.Reaches[k]) || !crossing.TryAt(ones.Coordinates[i], twos.Coordinates[k], out double y, out double z) || !region.Contains(z))
                {
                    continue;
                }

                double number = planeC.WireNumber(y, z);
                int nearest = (int)Math.Floor(number + 0.5);
                if ((uint)nearest < (uint)planeC.Wires && deadC[nearest])
                {
                    Add(hits, a, ones.Hits[i], b, twos.Hits[k], c, -1);
                }
                else if (complete)
                {
                    Third(hits, (a, ones.Hits[i]), (b, twos.Hits[k]), c, number);
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
            if (Together(times[j] - times[a.Hit], reaches[j] + reaches[a.Hit]) && Together(times[j] - times[b.Hit], reaches[j] + reaches[b.Hit]))
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

    private bool Together(double difference, double reach) => Math.Abs(difference) < Math.Max(settings.LeastTolerance, reach);

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
                double w = wires.Coordinate(hit.Wire);
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

    /// <summary>Hits of a plane in order of time.</summary>
    private sealed class TimeOrder
    {
        public int Count { get; private set; }

        public double[] Times { get; private set; } = [];

        public int[] Hits { get; private set; } = [];

        /// <summary>What each adds to the largest difference of times.</summary>
        public double[] Reaches { get; private set; } = [];

        /// <summary>Pitch coordinates of their wires, cm.</summary>
        public double[] Coordinates { get; private set; } = [];

        /// <summary>First place in the order from a time on.</summary>
        public int FirstFrom(double time)
        {
            int found = Array.BinarySearch(Times, 0, Count, time);
            int first = found < 0 ? ~found : found;
            while (first > 0 && Times[first - 1] >= time)
            {
                first--;
            }

            return first;
        }

        public void Fill(ReadOnlySpan<Hit> hits, int first, ReadOnlySpan<double> reaches, WirePlane wires)
        {
            Count = hits.Length;
            if (Times.Length < Count)
            {
                (Times, Hits, Reaches, Coordinates) = (new double[2 * Count], new int[2 * Count], new double[2 * Count], new double[2 * Count]);
            }

            for (int i = 0; i < Count; i++)
            {
                (Times[i], Hits[i]) = (hits[i].Time, first + i);
            }

            Array.Sort(Times, Hits, 0, Count);
            for (int i = 0; i < Count; i++)
            {
                int own = Hits[i] - first;
                (Reaches[i], Coordinates[i]) = (reaches[own], wires.Coordinate(hits[own].Wire));
            }
        }
    }
}

using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Truth;

/// <summary>
/// Works out which true particles made the charge of each hit: every deposit is drifted as in the readout's simulation, and
/// its charge on a wire goes to the hits of the pulses about its time of arrival, shared by their Gaussians. The
/// response's reach over neighbouring wires and the wire-response knobs are left out: they change hits' charge, not
/// whose it is. Holds buffers: one per thread.
/// </summary>
public sealed class TruthMatcher
{
    /// <summary>A pulse takes charge up to this many widths of its hit before its first and after its last sample.</summary>
    private const double Margin = 2.0;

    /// <summary>A hit is noise if less than this share of its charge is true.</summary>
    private const double LeastTrue = 0.1;

    private readonly DetectorResponse response;
    private readonly ChargeDrift drift;
    private readonly int[][] wireStart;
    private int[] byWire = [];
    private double[] weights = [];

    /// <summary>Prepares for a detector.</summary>
    public TruthMatcher(DetectorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        this.response = response;
        drift = new ChargeDrift(response);
        wireStart = [.. response.Planes.Select(static p => new int[p.Wires + 1])];
    }

    /// <summary>Matches an event.</summary>
    /// <param name="particles">Its particles, parents before children.</param>
    /// <param name="deposits">Its deposits.</param>
    /// <param name="beamParticles">Particles of the beam event, which are the first; the others belong to cosmic muons.</param>
    /// <param name="hits">Hits found in it.</param>
    /// <param name="owners">To which particle the charge of each counts, itself or an earlier one; <see cref="TrueOwners.Of"/> if not given.</param>
    public EventTruth Match(IReadOnlyList<SimulatedParticle> particles, IReadOnlyList<Deposit> deposits, int beamParticles, IReadOnlyList<Hit> hits, int[]? owners = null)
    {
        ArgumentNullException.ThrowIfNull(deposits);
        ArgumentNullException.ThrowIfNull(hits);
        owners ??= TrueOwners.Of(particles);
        Hit[] found = [.. hits];
        Index(found);
        double[] arrived = new double[owners.Length];
        double[] collected = new double[owners.Length];
        List<(int Owner, double Charge)>[] inHit = [.. found.Select(static _ => new List<(int, double)>(2))];
        for (int i = 0; i < deposits.Count; i++)
        {
            Deposit deposit = deposits[i];
            int owner = owners[deposit.Particle];
            foreach (ref readonly ChargePiece piece in drift.Pieces(deposit, particles[deposit.Particle].Start.Kind))
            {
                Share(piece, owner, found, inHit, ref arrived[owner], ref collected[owner]);
            }
        }

        int[] objectOf = new int[owners.Length];
        List<TrueObject> objects = [];
        for (int i = 0; i < owners.Length; i++)
        {
            // Owners come first: a particle's owner is itself or earlier.
            objectOf[i] = owners[i] < i ? objectOf[owners[i]] : arrived[i] > 0.0 ? objects.Count : -1;
            if (owners[i] == i && arrived[i] > 0.0)
            {
                objects.Add(new TrueObject(i, particles[i].Start.Kind, i >= beamParticles, arrived[i] / response.Planes.Count, collected[i] / response.Planes.Count));
            }
        }

        return new EventTruth(objects, Table(found, inHit, objects, objectOf), [.. inHit.Select(static own => own.Sum(static s => s.Charge))]);
    }

    private static TruthTable Table(Hit[] hits, List<(int Owner, double Charge)>[] inHit, List<TrueObject> objects, int[] objectOf)
    {
        double[] charges = new double[hits.Length];
        int[] first = new int[hits.Length + 1];
        List<(int Object, double Share)> shares = [];
        for (int h = 0; h < hits.Length; h++)
        {
            charges[h] = hits[h].Charge;
            double all = inHit[h].Sum(static s => s.Charge);
            if (all > 0.0 && all >= LeastTrue * charges[h])
            {
                shares.AddRange(inHit[h].Select(s => (objectOf[s.Owner], s.Charge / all)));
            }

            first[h + 1] = shares.Count;
        }

        return new TruthTable(objects, charges, first, [.. shares]);
    }

    private void Share(in ChargePiece piece, int owner, Hit[] hits, List<(int Owner, double Charge)>[] inHit, ref double arrived, ref double collected)
    {
        if (piece.Time < 0.0 || piece.Time >= response.Card.Readout.Ticks)
        {
            return;
        }

        for (int plane = 0; plane < wireStart.Length; plane++)
        {
            ReadOnlySpan<double> onWires = drift.OnWires(piece, plane, out int firstWire);
            for (int w = 0; w < onWires.Length; w++)
            {
                int wire = firstWire + w;
                if ((uint)wire >= (uint)response.Planes[plane].Wires)
                {
                    continue;
                }

                double charge = piece.Electrons * onWires[w];
                arrived += charge;
                if (Weigh(byWire.AsSpan(wireStart[plane][wire]..wireStart[plane][wire + 1]), hits, piece.Time) is > 0.0 and var sum)
                {
                    collected += charge;
                    GiveOut(byWire.AsSpan(wireStart[plane][wire]..wireStart[plane][wire + 1]), owner, charge / sum, inHit);
                }
            }
        }
    }

    /// <summary>How much each hit of a wire has of the charge at a time; returns the sum.</summary>
    private double Weigh(ReadOnlySpan<int> onWire, Hit[] hits, double time)
    {
        double sum = 0.0;
        for (int i = 0; i < onWire.Length; i++)
        {
            ref readonly Hit hit = ref hits[onWire[i]];
            double margin = Margin * hit.Width;
            double z = (time - hit.Time) / hit.Width;
            weights[i] = time >= hit.Start - margin && time <= hit.End + 1.0 + margin ? hit.Charge / hit.Width * Math.Exp(-0.5 * Math.Min(z * z, 1000.0)) : 0.0;
            sum += weights[i];
        }

        return sum;
    }

    private void GiveOut(ReadOnlySpan<int> onWire, int owner, double scale, List<(int Owner, double Charge)>[] inHit)
    {
        for (int i = 0; i < onWire.Length; i++)
        {
            if (weights[i] <= 0.0)
            {
                continue;
            }

            List<(int Owner, double Charge)> to = inHit[onWire[i]];
            int at = to.Count - 1;
            while (at >= 0 && to[at].Owner != owner)
            {
                at--;
            }

            if (at < 0)
            {
                to.Add((owner, scale * weights[i]));
            }
            else
            {
                to[at] = (owner, to[at].Charge + (scale * weights[i]));
            }
        }
    }

    /// <summary>Lists the hits of each wire.</summary>
    private void Index(Hit[] hits)
    {
        int most = 0;
        int before = 0;
        Array.ForEach(wireStart, static start => Array.Clear(start));
        foreach (Hit hit in hits)
        {
            wireStart[hit.Plane][hit.Wire + 1]++;
        }

        foreach (int[] start in wireStart)
        {
            start[0] = before;
            for (int wire = 1; wire < start.Length; wire++)
            {
                most = Math.Max(most, start[wire]);
                start[wire] += start[wire - 1];
            }

            before = start[^1];
        }

        byWire = new int[hits.Length];
        weights = new double[most];
        int[][] next = [.. wireStart.Select(static start => start.ToArray())];
        for (int h = 0; h < hits.Length; h++)
        {
            byWire[next[hits[h].Plane][hits[h].Wire]++] = h;
        }
    }
}

using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Truth;

/// <summary>Which true particles made the charge of an event's hits. Immutable.</summary>
public sealed class EventTruth
{
    internal EventTruth(IReadOnlyList<TrueObject> objects, TruthTable hits, double[] electrons) => (Objects, Hits, Electrons) = (objects, hits, electrons);

    /// <summary>True particles of which charge reaches the wires, in the event's order.</summary>
    public IReadOnlyList<TrueObject> Objects { get; }

    /// <summary>The hits' charge by true particle.</summary>
    public TruthTable Hits { get; }

    /// <summary>True charge of each hit, electrons: what its own charge measures.</summary>
    public IReadOnlyList<double> Electrons { get; }

    /// <summary>
    /// The space points' charge by true particle. A point's shares are what its hits have in common: for each true particle the
    /// least of its shares in them, so that a wire that two particles share does not mix their points. Where nothing is
    /// common, a point is a wrong combination, and its shares are the mean of its hits'.
    /// </summary>
    /// <param name="points">All points of the event.</param>
    public TruthTable At(IReadOnlyList<SpacePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[] charges = new double[points.Count];
        int[] first = new int[points.Count + 1];
        List<(int Object, double Share)> shares = [];
        for (int i = 0; i < points.Count; i++)
        {
            charges[i] = points[i].Charge;
            List<(int Object, double Least, double Sum)> found = Gather(points[i], out int planes);
            double common = found.Sum(static f => f.Least);
            double all = found.Sum(static f => f.Sum);
            foreach ((int k, double least, double sum) in found)
            {
                double share = common > 0.0 ? least / common : sum / Math.Max(all, planes);
                if (share > 0.0)
                {
                    shares.Add((k, share));
                }
            }

            first[i + 1] = shares.Count;
        }

        return new TruthTable(Objects, charges, first, [.. shares]);
    }

    private List<(int Object, double Least, double Sum)> Gather(in SpacePoint point, out int planes)
    {
        List<(int Object, double Least, double Sum)> found = [];
        planes = 0;
        for (int plane = 0; plane < 3; plane++)
        {
            if (point.Hit(plane) is not (>= 0 and var hit))
            {
                continue;
            }

            ReadOnlySpan<(int Object, double Share)> own = Hits.Of(hit);
            for (int f = 0; f < found.Count; f++)
            {
                found[f] = found[f] with { Least = Math.Min(found[f].Least, ShareOf(own, found[f].Object)) };
            }

            foreach ((int k, double share) in own)
            {
                int at = found.FindIndex(f => f.Object == k);
                if (at < 0)
                {
                    found.Add((k, planes == 0 ? share : 0.0, share));
                }
                else
                {
                    found[at] = found[at] with { Sum = found[at].Sum + share };
                }
            }

            planes++;
        }

        return found;
    }

    private static double ShareOf(ReadOnlySpan<(int Object, double Share)> shares, int wanted)
    {
        foreach ((int k, double share) in shares)
        {
            if (k == wanted)
            {
                return share;
            }
        }

        return 0.0;
    }
}

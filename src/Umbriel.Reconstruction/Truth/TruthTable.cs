namespace Umbriel.Reconstruction.Truth;

/// <summary>The charge of hits, or of space points, by true particle. Immutable; threads share it.</summary>
public sealed class TruthTable
{
    private readonly IReadOnlyList<TrueObject> objects;
    private readonly double[] charges;
    private readonly int[] first;
    private readonly (int Object, double Share)[] shares;
    private readonly double[] sums;

    /// <summary>Sums up.</summary>
    /// <param name="objects">The event's true particles.</param>
    /// <param name="charges">Charge of each item.</param>
    /// <param name="first">Where the shares of each item begin; one more than items.</param>
    /// <param name="shares">Shares of the items' charge by object, at most 1 in sum for an item.</param>
    internal TruthTable(IReadOnlyList<TrueObject> objects, double[] charges, int[] first, (int Object, double Share)[] shares)
    {
        (this.objects, this.charges, this.first, this.shares) = (objects, charges, first, shares);
        sums = new double[objects.Count];
        for (int item = 0; item < charges.Length; item++)
        {
            Add(item, sums);
        }
    }

    /// <summary>Number of hits or points.</summary>
    public int Count => charges.Length;

    /// <summary>What a set is; one without charge is nothing.</summary>
    /// <param name="items">Hits or points, each once.</param>
    public TruthMatch Match(IReadOnlyList<int> items)
    {
        double[] found = Sum(items, out double all);
        int best = -1;
        double overlay = 0.0;
        for (int k = 0; k < found.Length; k++)
        {
            best = found[k] > (best < 0 ? 0.0 : found[best]) ? k : best;
            overlay += objects[k].IsOverlay ? found[k] : 0.0;
        }

        return best < 0 ? default : new TruthMatch(objects[best].Particle, found[best] / all, found[best] / sums[best], overlay / all);
    }

    /// <summary>Shares of the true particles in a set, the largest first.</summary>
    /// <param name="items">Hits or points, each once.</param>
    public IReadOnlyList<TruthShare> Shares(IReadOnlyList<int> items)
    {
        double[] found = Sum(items, out double all);
        List<TruthShare> result = [];
        for (int k = 0; k < found.Length; k++)
        {
            if (found[k] > 0.0)
            {
                result.Add(new TruthShare(objects[k].Particle, found[k] / all));
            }
        }

        result.Sort(static (a, b) => (-a.Share, a.TrueParticle).CompareTo((-b.Share, b.TrueParticle)));
        return result;
    }

    /// <summary>Shares of one item by object; their sum is 1, or they are none.</summary>
    internal ReadOnlySpan<(int Object, double Share)> Of(int item) => shares.AsSpan(first[item]..first[item + 1]);

    private double[] Sum(IReadOnlyList<int> items, out double all)
    {
        ArgumentNullException.ThrowIfNull(items);
        double[] found = new double[objects.Count];
        all = 0.0;
        for (int i = 0; i < items.Count; i++)
        {
            all += charges[items[i]];
            Add(items[i], found);
        }

        return found;
    }

    private void Add(int item, double[] to)
    {
        foreach ((int k, double share) in Of(item))
        {
            to[k] += share * charges[item];
        }
    }
}

namespace Umbriel.Reconstruction.Clusters;

/// <summary>Numbers 0, 1, … in sets that are joined; the root of each set is its lowest number.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    /// <summary>Every number is a set.</summary>
    public DisjointSets(int count) => parent = [.. Enumerable.Range(0, count)];

    /// <summary>Root of a number's set.</summary>
    public int Root(int number)
    {
        while (parent[number] != number)
        {
            parent[number] = parent[parent[number]];
            number = parent[number];
        }

        return number;
    }

    /// <summary>Makes two sets one.</summary>
    public void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}

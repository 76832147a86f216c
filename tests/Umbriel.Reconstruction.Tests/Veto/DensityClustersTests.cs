using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction.Tests.Veto;

public sealed class DensityClustersTests
{
    [Theory]
    [InlineData(1, 1.0, 1)]
    [InlineData(2, 1.0, 3)]
    [InlineData(3, 2.5, 5)]
    [InlineData(4, 4.0, 8)]
    public void Clusters_are_those_of_the_definition(int seed, double distance, int least)
    {
        Random random = new(seed);
        ViewPoint[] places = [.. Enumerable.Range(0, 250).Select(_ => new ViewPoint(40.0 * random.NextDouble(), 40.0 * random.NextDouble()))];
        IReadOnlyList<IReadOnlyList<int>> found = DensityClusters.Find(places, distance, least);
        found.Select(Text).ShouldBe(Slow(places, distance, least).Select(Text));
        found.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Two_groups_and_a_lonely_place()
    {
        ViewPoint[] places = [new(0, 0), new(1, 0), new(2, 0), new(50, 0), new(50, 1), new(50, 2), new(20, 20)];
        DensityClusters.Find(places, 1.5, 2).Select(Text).ShouldBe(["0 1 2", "3 4 5"]);
        DensityClusters.Find(places, 1.5, 1).Count.ShouldBe(3);
        DensityClusters.Find([], 1.5, 1).ShouldBeEmpty();
    }

    /// <summary>Cores joined until nothing changes; every other place to its nearest core.</summary>
    private static IEnumerable<IReadOnlyList<int>> Slow(ViewPoint[] places, double distance, int least)
    {
        int[] all = [.. Enumerable.Range(0, places.Length)];
        bool Near(int i, int j) => (places[i] - places[j]).Length <= distance;
        int[] cores = [.. all.Where(i => all.Count(j => Near(i, j)) >= least)];
        int[] label = [.. all];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (int i in cores)
            {
                foreach (int j in cores.Where(j => Near(i, j) && label[j] < label[i]))
                {
                    label[i] = label[j];
                    changed = true;
                }
            }
        }

        foreach (int i in all.Except(cores))
        {
            label[i] = cores.Where(j => Near(i, j)).OrderBy(j => (places[i] - places[j]).Length).Select(j => label[j]).FirstOrDefault(-1);
        }

        return cores.Select(i => label[i]).Distinct().Order().Select(l => (IReadOnlyList<int>)[.. all.Where(i => label[i] == l)]);
    }

    private static string Text(IReadOnlyList<int> members) => string.Join(' ', members);
}

namespace Umbriel.Learning.Tests;

public sealed class AreaUnderCurveTests
{
    [Fact]
    public void It_is_the_share_of_pairs_in_order()
    {
        Random random = new(5);
        for (int trial = 0; trial < 200; trial++)
        {
            float[] wanted = [.. Enumerable.Range(0, 1 + random.Next(30)).Select(_ => (float)random.Next(trial % 2 == 0 ? 8 : 1000))];
            float[] others = [.. Enumerable.Range(0, 1 + random.Next(30)).Select(_ => (float)random.Next(trial % 2 == 0 ? 8 : 1000))];
            double slow = wanted.Average(w => others.Average(o => w > o ? 1.0 : w == o ? 0.5 : 0.0));
            AreaUnderCurve.Of(wanted, others).ShouldBe(slow, 1e-12);
        }
    }

    [Fact]
    public void Limits()
    {
        AreaUnderCurve.Of([2.0f, 3.0f], [0.0f, 1.0f]).ShouldBe(1.0);
        AreaUnderCurve.Of([0.0f], [1.0f]).ShouldBe(0.0);
        AreaUnderCurve.Of([1.0f, 1.0f], [1.0f]).ShouldBe(0.5);
        Should.Throw<ArgumentException>(() => AreaUnderCurve.Of([], [1.0f]));
    }
}

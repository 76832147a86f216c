using Umbriel.Cli.Search;

namespace Umbriel.EndToEnd.Tests;

public sealed class PointCacheTests : IDisposable
{
    private static readonly double[] Values = [0.1, -0.0, double.Epsilon, double.MaxValue, 1.0 / 3];

    private readonly TemporaryFolder folder = new();
    private readonly string key = PointCache.Key("card", "point", "data", "code");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void GivesBackTheSameBits()
    {
        PointCache cache = new(folder["c"]);
        cache.Read(key).ShouldBeNull();
        cache.Write(key, Values);
        new PointCache(folder["c"]).Read(key)!.Select(BitConverter.DoubleToInt64Bits).ShouldBe(Values.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void EveryIngredientChangesTheName()
    {
        string[] names =
        [
            key, PointCache.Key("card2", "point", "data", "code"), PointCache.Key("card", "point2", "data", "code"),
            PointCache.Key("card", "point", "data2", "code"), PointCache.Key("card", "point", "data", "code2"),
        ];
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(71)]
    public void ADamagedEntryIsNoEntry(int length)
    {
        PointCache cache = new(folder["c"]);
        cache.Write(key, Values);
        string file = Directory.GetFiles(folder["c"], "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        byte[] bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..length]);
        cache.Read(key).ShouldBeNull();

        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        cache.Read(key).ShouldBeNull();

        cache.Write(key, Values);
        cache.Read(key).ShouldBe(Values);
    }

    [Fact]
    public void NoneKeepsNothing()
    {
        PointCache.None.Write(key, Values);
        PointCache.None.Read(key).ShouldBeNull();
    }

    [Fact]
    public void ACacheThatCannotBeWrittenIsNoError()
    {
        PointCache cache = new(folder.Write("file", "x"));
        cache.Write(key, Values);
        cache.Read(key).ShouldBeNull();
    }
}

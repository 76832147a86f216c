using System.Reflection;
using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Scan.Tests;

public sealed class PointCacheTests : IDisposable
{
    private static readonly double[] Values = [0.1, -0.0, double.Epsilon, double.MaxValue, 1.0 / 3];

    private static readonly DarkSectorParameters Point = new() { Scenario = Scenario.Single, M4 = 0.1, MZPrime = 0.03, Umu4 = 1e-4, Epsilon = 8e-4 };

    private readonly TemporaryFolder folder = new();
    private readonly string key = PointCache.Key("prediction", Point, 1e-12, 1.0);

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
            key, PointCache.Key("another", Point, 1e-12, 1.0), PointCache.Key("prediction", Point with { Epsilon = 7e-4 }, 1e-12, 1.0),
            PointCache.Key("prediction", Point, 1e-11, 1.0), PointCache.Key("prediction", Point, 1e-12, 0.5),
        ];
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Length);
    }

    /// <summary>Entries belong to the rooms that shape them: a change of another, as of a figure's colour, keeps them, and one of these does not.</summary>
    [Fact]
    public void TheCodeIsThatOfTheRoomsOnTheRoad()
    {
        string[] rooms = ["Beam", "Cards", "Core", "DarkSector", "Experiments", "Formats", "Generation", "Inference", "Nuclei", "Response", "Scan", "Systematics"];
        string identity = ContentHash.OfParts(rooms.Select(room => $"Umbriel.{room}").Select(static name => KeyValuePair.Create(name, Assembly.Load(name).ManifestModule.ModuleVersionId.ToString("N"))));
        PointCache.CodeFolder.ShouldBe(identity[..PointCache.CodeDigits]);
    }

    [Fact]
    public void TheMixingOfThePointIsLeftOpen() => PointCache.Key("prediction", Point with { Umu4 = 1e-3 }, 1e-12, 1.0).ShouldBe(key);

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

using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Scan.Tests;

public sealed class CacheFolderTests : IDisposable
{
    private static readonly DarkSectorParameters Point = new() { Scenario = Scenario.Single, M4 = 0.1, MZPrime = 0.03, Umu4 = 1e-4, Epsilon = 8e-4 };

    private readonly TemporaryFolder folder = new();
    private readonly string[] keys = [PointCache.Key("one", Point, 1e-12, 1.0), PointCache.Key("two", Point, 1e-12, 1.0)];

    /// <summary>Two entries of this code of 32 + 8 bytes, one of another code, one of the layout before, and a file of somebody else.</summary>
    public CacheFolderTests()
    {
        foreach (string key in keys)
        {
            new PointCache(folder.Path).Write(key, [1.0]);
        }

        foreach (string file in new[] { "0123456789abcdef/ab/cd", "ab/cdef", "notes/ab/mine.txt" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.WriteAllText(folder[file], "12345");
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Entries_are_told_by_the_code_that_made_them()
    {
        CacheFolder cache = new(folder.Path);
        cache.Own().ShouldBe(new CacheContent(2, 80));
        cache.Others().ShouldBe(new CacheContent(2, 10));
        Directory.Exists(folder[CodeVersion.IdentityOf(typeof(PointCache).Assembly)[..16]]).ShouldBeTrue();
    }

    [Fact]
    public void Pruned_it_keeps_what_this_code_can_use()
    {
        CacheFolder cache = new(folder.Path);
        cache.Prune().ShouldBe(new CacheContent(2, 10));
        cache.Own().ShouldBe(new CacheContent(2, 80));
        cache.Others().ShouldBe(default);
        new PointCache(folder.Path).Read(keys[1]).ShouldBe([1.0]);
        File.Exists(folder["notes/ab/mine.txt"]).ShouldBeTrue();
    }

    [Fact]
    public void Cleared_it_is_empty_and_takes_new_entries()
    {
        CacheFolder cache = new(folder.Path);
        cache.Clear().ShouldBe(new CacheContent(4, 90));
        (cache.Own(), cache.Others()).ShouldBe((default, default));
        File.Exists(folder["notes/ab/mine.txt"]).ShouldBeTrue();
        PointCache again = new(folder.Path);
        again.Read(keys[0]).ShouldBeNull();
        again.Write(keys[0], [2.0]);
        again.Read(keys[0]).ShouldBe([2.0]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_empty()
    {
        CacheFolder cache = new(folder["nowhere"]);
        (cache.Own(), cache.Others(), cache.Prune(), cache.Clear()).ShouldBe((default, default, default, default));
    }
}

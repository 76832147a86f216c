using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class ContentHashTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void MatchesTheStandardsExample()
    {
        // FIPS 180-4 example, SHA-256 of "abc".
        const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        ContentHash.OfText("abc").ShouldBe(Abc);
        ContentHash.OfBytes("abc"u8).ShouldBe(Abc);
        File.WriteAllText(folder["abc"], "abc");
        ContentHash.OfFile(folder["abc"]).ShouldBe(Abc);
    }

    [Fact]
    public void WhatCannotBeReadIsTheUsersError()
    {
        Should.Throw<UserErrorException>(() => ContentHash.OfFile(folder["missing"])).Message.ShouldBe($"{folder["missing"]}: cannot be read (No such file or directory)");
        Should.Throw<UserErrorException>(() => ContentHash.OfFile(folder.Path)).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public void ALockIsNotMinded()
    {
        File.WriteAllText(folder["abc"], "abc");
        using FileStream holder = new(folder["abc"], FileMode.Open, FileAccess.Read, FileShare.None);
        Should.Throw<IOException>(() => File.ReadAllText(folder["abc"])); // the lock is held
        ContentHash.OfFile(folder["abc"]).ShouldBe(ContentHash.OfText("abc"));
    }

    [Fact]
    public void PartsCannotRunIntoEachOther()
    {
        string Hash(params (string Name, string Content)[] parts) => ContentHash.OfParts(parts.Select(p => KeyValuePair.Create(p.Name, p.Content)));
        string[] hashes =
        [
            Hash(("a", "bc")), Hash(("ab", "c")), Hash(("a", "b"), ("c", "")), Hash(("a", ""), ("b", "c")), Hash(("1", "1:a")), Hash(("11:", "a")), Hash(),
        ];
        hashes.Distinct(StringComparer.Ordinal).Count().ShouldBe(hashes.Length);
    }
}

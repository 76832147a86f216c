using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WritesWholeFilesAndNothingElse()
    {
        AtomicFile.WriteText(folder["a.txt"], "σ\n");
        File.ReadAllBytes(folder["a.txt"]).ShouldBe([0xCF, 0x83, 0x0A]);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["a.txt"]]);
    }

    [Fact]
    public void KeepsTheOldFileWhenTheWriterFails()
    {
        AtomicFile.WriteText(folder["a.txt"], "old");
        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(folder["a.txt"], stream =>
        {
            stream.Write("new"u8);
            throw new InvalidOperationException("in the middle");
        }));
        File.ReadAllText(folder["a.txt"]).ShouldBe("old");
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["a.txt"]]);
    }

    [Fact]
    public void AMissingFolderIsTheUsersError() =>
        Should.Throw<UserErrorException>(() => AtomicFile.WriteText(folder["missing/a.txt"], "x"))
            .Message.ShouldStartWith($"{folder["missing/a.txt"]}: cannot be written");

    [Fact]
    public void AFullDiskIsTheUsersError()
    {
        // /dev/full accepts the open and refuses every byte with ENOSPC.
        Assert.SkipUnless(File.Exists("/dev/full"), "needs Linux's /dev/full");
        Should.Throw<UserErrorException>(() => AtomicFile.WriteVia(folder["a.txt"], _ =>
        {
            using FileStream stream = new("/dev/full", FileMode.Open, FileAccess.Write);
            stream.Write("x"u8);
            stream.Flush();
        })).Message.ShouldContain("cannot be written");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }
}

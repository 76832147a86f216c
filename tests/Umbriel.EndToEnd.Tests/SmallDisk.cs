namespace Umbriel.EndToEnd.Tests;

/// <summary>A file system of 64 KiB in memory; skips the test where it cannot be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly bool mounted;

    public SmallDisk()
    {
        mounted = Shell.Bash($"mount -t tmpfs -o size=64k tmpfs '{folder.Path}'").ExitCode == 0;
        if (!mounted)
        {
            Dispose();
            Assert.Skip("a small file system cannot be mounted here");
        }
    }

    public string Path => folder.Path;

    public void Dispose()
    {
        if (mounted)
        {
            Shell.Bash($"umount '{folder.Path}'").ExitCode.ShouldBe(0);
        }

        folder.Dispose();
    }
}

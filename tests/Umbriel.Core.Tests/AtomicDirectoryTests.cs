using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class AtomicDirectoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NothingIsThereBeforeTheCommitAndAllOfItAfter()
    {
        using (AtomicDirectory output = new(folder["deep/out"]))
        {
            File.WriteAllText(Path.Combine(output.StagingPath, "a"), "1");
            Directory.Exists(folder["deep/out"]).ShouldBeFalse();
            output.Commit();
        }

        File.ReadAllText(folder["deep/out/a"]).ShouldBe("1");
        Directory.GetFileSystemEntries(folder["deep"]).ShouldBe([folder["deep/out"]]);
    }

    [Fact]
    public void AnAbandonedRunLeavesNothing()
    {
        using (AtomicDirectory output = new(folder["out"]))
        {
            File.WriteAllText(Path.Combine(output.StagingPath, "a"), "1");
        }

        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void ReplacesAnEarlierResultAsAWhole()
    {
        Write("old", AtomicDirectory.MarkerFile);
        Write("new", "other");
        Directory.GetFileSystemEntries(folder["out"]).ShouldBe([folder["out/other"]]);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["out"]]);

        void Write(string content, string name)
        {
            using AtomicDirectory output = new(folder["out"] + "/");
            File.WriteAllText(Path.Combine(output.StagingPath, name), content);
            output.Commit();
        }
    }

    [Fact]
    public void RefusesAFolderWithSomebodyElsesFiles()
    {
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/thesis.tex"], "years of work");
        Should.Throw<UserErrorException>(() => new AtomicDirectory(folder["out"])).Message.ShouldContain("a folder with other files");
        File.ReadAllText(folder["out/thesis.tex"]).ShouldBe("years of work");
    }

    [Fact]
    public void RefusesAFile()
    {
        File.WriteAllText(folder["out"], "x");
        Should.Throw<UserErrorException>(() => new AtomicDirectory(folder["out"])).Message.ShouldContain("found a file");
    }

    [Fact]
    public void RefusesAPlaceBelowAFile()
    {
        File.WriteAllText(folder["plain"], "x");
        Should.Throw<UserErrorException>(() => new AtomicDirectory(folder["plain/out"])).Message.ShouldContain("cannot be written");
    }
}

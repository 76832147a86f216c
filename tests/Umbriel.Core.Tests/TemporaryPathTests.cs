using Umbriel.Core;

namespace Umbriel.Core.Tests;

/// <summary>What killed processes left is cleared by the next run that writes to the folder, and nothing else is.</summary>
public sealed class TemporaryPathTests : IDisposable
{
    // No process has this number: Linux's largest is 4194304.
    private const string Dead = "99999999";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatAKilledRunLeftIsClearedByTheNext()
    {
        string file = LeftBy(Dead, "e.h5");
        string directory = LeftBy(Dead, "out");
        string alive = LeftBy($"{Environment.ProcessId}", "other.h5");
        string elsewhere = LeftBy(Dead, "far.h5").Replace(Machine(), "0123abcd", StringComparison.Ordinal);
        string mine = folder[".notes.tmp"];
        foreach (string path in new[] { file, alive, elsewhere, mine })
        {
            File.WriteAllText(path, "x");
        }

        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "part"), "x");

        AtomicFile.WriteText(folder["e.h5"], "whole");

        Directory.GetFileSystemEntries(folder.Path).Order(StringComparer.Ordinal).ShouldBe(new[] { alive, elsewhere, mine, folder["e.h5"] }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnEarlierResultComesBackIfTheKillFellBetweenTheTwoRenames()
    {
        string retired = Path.ChangeExtension(LeftBy(Dead, "out"), "old");
        Directory.CreateDirectory(retired);
        File.WriteAllText(Path.Combine(retired, AtomicDirectory.MarkerFile), "earlier");
        using (AtomicDirectory next = new(folder["next"]))
        {
            File.ReadAllText(folder[$"out/{AtomicDirectory.MarkerFile}"]).ShouldBe("earlier");
        }

        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["out"]]);
    }

    private string LeftBy(string process, string target)
    {
        using TemporaryFolder other = new();
        string name = Path.GetFileName(TemporaryPath.Beside(other[target]));
        return folder[name.Replace($".{Environment.ProcessId}.", $".{process}.", StringComparison.Ordinal)];
    }

    private static string Machine()
    {
        using TemporaryFolder other = new();
        return TemporaryPath.Beside(other["x"]).Split('.')[^2];
    }
}

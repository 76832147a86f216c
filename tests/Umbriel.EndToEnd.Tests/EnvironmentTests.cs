using System.Diagnostics;

namespace Umbriel.EndToEnd.Tests;

/// <summary>An output that cannot be written is the user's environment: one line and exit code 2, never a "defect"; and what a killed run leaves is cleared.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private readonly Sandbox sandbox = new();
    private readonly string cache;

    public EnvironmentTests(SmallSearch search)
    {
        cache = search.Cache;
        sandbox.Write("card.yaml", Sandbox.SmallCard);
    }

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("version --json")]
    [InlineData("list")]
    [InlineData("cite")]
    [InlineData("cache")]
    [InlineData("width card.yaml")]
    [InlineData("xsec card.yaml --json")]
    [InlineData("generate card.yaml -n 10 -o e.h5 --json --quiet")]
    public void AFullStandardOutputIsSaid(string command)
    {
        Outcome outcome = sandbox.Bash($"umbriel {command} >/dev/full || exit $?");
        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Error.ShouldMatch(@"\Aumbriel: the system refused to read or write \([^\n]+\)\n\z");
    }

    [Fact]
    public void AFullOrClosedStandardErrorLosesWordsAlone()
    {
        foreach (string error in new[] { "2>/dev/full", "2>&-" })
        {
            sandbox.Bash($"umbriel serch {error} || exit $?").ExitCode.ShouldBe(2, error);
            sandbox.Bash($"umbriel generate card.yaml -n 10 -o e.h5 {error}").ExitCode.ShouldBe(0, error);
        }
    }

    [Theory]
    [InlineData("generate card.yaml -n 10 -o locked/e.h5")]
    [InlineData("generate card.yaml -n 10 -o locked/e.hepmc3")]
    [InlineData("simulate --site microboone --particle e- --energy 20 -n 1 -o locked/e.h5")]
    [InlineData("reconstruct --site microboone --particle e- --energy 20 -n 1 -o locked/e.h5")]
    [InlineData("search card.yaml -o locked/out")]
    [InlineData("miniboone card.yaml -o locked/out")]
    public void AFolderWithoutPermissionIsSaid(string command)
    {
        Outcome outcome = sandbox.Bash($$"""
            mkdir locked; chmod 555 locked; chmod 755 .
            as=""; [[ $(id -u) != 0 ]] || as="setpriv --reuid=65534 --regid=65534 --clear-groups"
            [[ -z $as ]] || $as true || exit 77
            export UMBRIEL_NO_BUILD=1
            $as '{{Shell.Launcher()}}' {{command}} --quiet || exit $?
            """);
        Assert.SkipWhen(outcome.ExitCode == 77, "there is no other user to be");
        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]*locked/[^\n]*cannot be (written|created)[^\n]*\n\z");
    }

    [Theory]
    [InlineData("search no/such/card.yaml -o out")]
    [InlineData("display no/such/e.h5 --svg e.svg")]
    [InlineData("reconstruct no/such/e.h5 -o e.h5")]
    [InlineData("simulate --events-from no/such/e.hepmc3 --site microboone -o e.h5")]
    [InlineData("generate card.yaml -n 10 -o no/such/e.h5")]
    [InlineData("simulate card.yaml -n 1 -o no/such/e.h5")]
    [InlineData("reconstruct card.yaml -n 1 -o no/such/e.h5")]
    [InlineData("train track-score --detector d.yaml -o no/such/m.json")]
    [InlineData("display e.h5 --svg no/such/e.svg")]
    public void AMissingFolderIsNamed(string command)
    {
        Outcome outcome = sandbox.Umbriel(command.Split(' '));
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
        outcome.Error.ShouldContain($"there is no folder {sandbox["no/such"]}");
    }

    [Fact]
    public void WhatAKilledRunLeftIsClearedByTheNext()
    {
        using (Process process = sandbox.Start("generate", "card.yaml", "-n", "1000000000", "-o", "e.h5", "--quiet"))
        {
            Wait(process);
            Shell.Bash($"kill -KILL -- -{process.Id}").ExitCode.ShouldBe(0);
            process.WaitForExit();
        }

        sandbox.Entries().ShouldContain(entry => entry.EndsWith(".tmp", StringComparison.Ordinal));
        sandbox.Umbriel("generate", "card.yaml", "-n", "10", "-o", "other.h5").ExitCode.ShouldBe(0);
        sandbox.Entries().ShouldBe(["card.yaml", "other.h5"]);
    }

    [Fact]
    public void ATerminalThatClosesInterrupts()
    {
        using Process process = sandbox.Start("generate", "card.yaml", "-n", "1000000000", "-o", "e.h5", "--quiet");
        Wait(process);
        Shell.Bash($"kill -HUP {process.Id}").ExitCode.ShouldBe(0);
        process.WaitForExit();
        process.ExitCode.ShouldBe(130);
        sandbox.Entries().ShouldBe(["card.yaml"]);
    }

    [Fact]
    public void NohupIsRespected()
    {
        Outcome outcome = sandbox.Bash("""
            trap '' HUP
            umbriel generate card.yaml -n 2e6 -o e.h5 --quiet & process=$!
            for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; kill -HUP $process || true; done
            wait $process
            """);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        File.Exists(sandbox["e.h5"]).ShouldBeTrue();
    }

    [Fact]
    public void WithoutGnuplotASearchKeepsAllElse()
    {
        Outcome outcome = sandbox.Bash($"""
            mkdir bin
            for program in bash env sed find sort xargs sha256sum readlink; do ln -s "$(command -v $program)" bin; done
            XDG_CACHE_HOME='{cache}' PATH=$PWD/bin umbriel search card.yaml -o out --quiet --json
            """);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldMatch(@"\Aumbriel: gnuplot is not installed, so that the \d+ figures are not drawn [^\n]*\n\z");
        foreach (string file in new[] { "limits.csv", "verdict.csv", "report.html", "manifest.json", "figures/limits_single.gp", "figures/limits_single.csv" })
        {
            File.Exists(sandbox[$"out/{file}"]).ShouldBeTrue(file);
        }

        // The record names no picture, since there is none.
        HepDataLayout.Check(sandbox["out/hepdata"]).ShouldNotBeEmpty();
        File.ReadAllText(sandbox["out/hepdata/submission.yaml"]).ShouldNotContain("additional_resources");
        sandbox.Umbriel("verify", "out", "--hashes-only").ExitCode.ShouldBe(0);
        sandbox.Umbriel("figure", "out/figures").ExitCode.ShouldBe(0);
        File.Exists(sandbox["out/figures/limits_single.pdf"]).ShouldBeTrue();
    }

    private void Wait(Process process)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!sandbox.Entries().Any(entry => entry.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            process.HasExited.ShouldBeFalse();
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            Thread.Sleep(5);
        }
    }
}

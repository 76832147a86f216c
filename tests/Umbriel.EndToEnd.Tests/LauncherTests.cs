namespace Umbriel.EndToEnd.Tests;

public sealed class LauncherTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("umbriel-launcher-").FullName;

    public LauncherTests()
    {
        // A clone in miniature: the launcher, sources that mean nothing, and a dotnet that only pretends to build.
        File.Copy(Repository.PathOf("umbriel"), PathOf("umbriel"));
        Directory.CreateDirectory(PathOf("src/Umbriel.Cli"));
        Directory.CreateDirectory(PathOf("bin"));
        File.WriteAllText(PathOf("src/Umbriel.Cli/Program.cs"), "one");
        foreach (string name in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json" })
        {
            File.WriteAllText(PathOf(name), string.Empty);
        }

        Script("bin/dotnet", """
            #!/bin/bash
            set -e
            echo build >>"$BUILDS"
            sleep 0.3
            [[ ! -e "$BUILDS.fail" ]] || { echo "x.cs(1,1): error CS0001: broken"; exit 1; }
            [[ ! -e "$BUILDS.no-npm" ]] || printf 'x.targets(1,1): warning UMBRIEL1: %s is built without its browser bundles\n' Figures Display
            while [[ $1 != -o ]]; do shift; done
            mkdir -p "$2"
            printf '#!/bin/bash\necho "ran $*"\nexit ${STATUS:-0}\n' >"$2/umbriel-cli"
            chmod +x "$2/umbriel-cli"
            """);
    }

    private int Builds => File.Exists(PathOf("builds")) ? File.ReadAllLines(PathOf("builds")).Length : 0;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void BuildsOnceAndAgainOnlyWhenASourceChanged()
    {
        Launch("./umbriel a 'b c'").Output.ShouldBe("ran a b c\n");
        Launch("./umbriel").Error.ShouldBeEmpty();
        Builds.ShouldBe(1);

        File.WriteAllText(PathOf("src/Umbriel.Cli/Program.cs"), "other");
        Launch("./umbriel").Error.ShouldContain("building");
        Builds.ShouldBe(2);

        File.WriteAllText(PathOf("src/Umbriel.Cli/New.cs"), "new");
        Launch("./umbriel");
        Builds.ShouldBe(3);

        File.Delete(PathOf("src/Umbriel.Cli/New.cs"));
        Launch("./umbriel");
        Builds.ShouldBe(4);

        Directory.CreateDirectory(PathOf("src/Umbriel.Cli/obj"));
        File.WriteAllText(PathOf("src/Umbriel.Cli/obj/made-by-a-build"), "x");
        Launch("./umbriel");
        Builds.ShouldBe(4);
    }

    [Fact]
    public void TimesDoNotCountAndACopyDoesNotBuild()
    {
        Launch("./umbriel");
        Launch("touch -d '2001-01-01' src/Umbriel.Cli/Program.cs; ./umbriel x").Output.ShouldBe("ran x\n");
        Launch("mkdir copy; cp -r umbriel src Directory.Build.props Directory.Packages.props global.json artifacts copy; cd copy; ./umbriel y; ./umbriel z").Output.ShouldBe("ran y\nran z\n");
        Builds.ShouldBe(1);
    }

    [Fact]
    public void ClosedStreamsAreTheUsersAffair()
    {
        Launch("./umbriel");
        Outcome closed = Launch("./umbriel x >&- || echo \"exit code $?\"");
        closed.Output.ShouldBe("exit code 2\n");
        closed.Error.ShouldBe("umbriel: standard output is closed\n");
        Launch("./umbriel x 2>&- <&-").Output.ShouldBe("ran x\n");
    }

    [Fact]
    public void ConcurrentFirstUsesBuildOnce()
    {
        Outcome outcome = Launch("for i in 1 2 3 4 5; do ./umbriel $i & done; wait");
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(["ran 1", "ran 2", "ran 3", "ran 4", "ran 5"]);
        Builds.ShouldBe(1);
    }

    [Fact]
    public void AFailedBuildIsSaidAndRunsNothing()
    {
        File.WriteAllText(PathOf("builds.fail"), string.Empty);
        Outcome outcome = Launch("./umbriel");
        outcome.ExitCode.ShouldBe(70);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain("error CS0001: broken");
    }

    [Fact]
    public void ABuildWithoutNpmIsSaidOnceInOneLine()
    {
        File.WriteAllText(PathOf("builds.no-npm"), string.Empty);
        Outcome outcome = Launch("./umbriel x");
        outcome.Output.ShouldBe("ran x\n");
        outcome.Error.ShouldMatch(@"\Aumbriel: building[^\n]*\numbriel: npm [^\n]*'display'[^\n]*\n\z");
        Launch("./umbriel x").Error.ShouldBeEmpty();
    }

    [Fact]
    public void AFailedRebuildLeavesTheOldProgram()
    {
        Launch("./umbriel");
        File.WriteAllText(PathOf("builds.fail"), string.Empty);
        File.WriteAllText(PathOf("src/Umbriel.Cli/Program.cs"), "broken");
        Launch("./umbriel").ExitCode.ShouldBe(70);
        Launch("UMBRIEL_NO_BUILD=1 ./umbriel x").Output.ShouldBe("ran x\n");
    }

    [Fact]
    public void PassesTheExitCodeOn() => Launch("STATUS=37 ./umbriel").ExitCode.ShouldBe(37);

    [Fact]
    public void WithoutABuildThereIsNothingToRun()
    {
        Outcome outcome = Launch("UMBRIEL_NO_BUILD=1 ./umbriel");
        outcome.ExitCode.ShouldBe(2);
        Builds.ShouldBe(0);
    }

    [Fact]
    public void WorksFromAnywhereAndThroughALink()
    {
        Launch("mkdir d; ln -s ../umbriel d/u; cd d; ./u x; ../umbriel y; PATH=..:$PATH umbriel z").Output.ShouldBe("ran x\nran y\nran z\n");
        Builds.ShouldBe(1);
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private Outcome Launch(string script) =>
        Shell.Bash(script, folder, ("PATH", $"{PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}"), ("BUILDS", PathOf("builds")), ("UMBRIEL_HOME", string.Empty));

    private void Script(string name, string text)
    {
        File.WriteAllText(PathOf(name), text.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

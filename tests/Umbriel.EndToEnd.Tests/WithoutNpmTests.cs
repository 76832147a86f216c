namespace Umbriel.EndToEnd.Tests;

/// <summary>A clone on a machine without npm builds, and only what needs web code misses it.</summary>
[Trait("Category", "Validation")]
public sealed class WithoutNpmTests
{
    [Fact]
    public void Limits_and_searches_work_and_the_display_says_what_is_missing()
    {
        using Sandbox sandbox = new();
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        Directory.CreateDirectory(sandbox["bin"]);
        sandbox.Write("bin/npm", "#!/bin/sh\nexit 127\n");
        sandbox.Bash($"""
            chmod +x bin/npm
            mkdir clone
            cd '{Repository.Root}'
            find umbriel src data cards Directory.Build.props Directory.Packages.props global.json \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -print0 | tar -c --null -T - | tar -x -C '{sandbox["clone"]}'
            """).ExitCode.ShouldBe(0);

        // CI's own build insists on the bundles; a user's does not.
        Outcome built = Run("version");
        built.ExitCode.ShouldBe(0, built.Error);
        built.Error.ShouldMatch(@"\Aumbriel: building[^\n]*\numbriel: npm [^\n]*\n\z");
        Run("limit card.yaml").Error.ShouldBeEmpty();
        Outcome searched = Run("search card.yaml -o out --quiet");
        searched.ExitCode.ShouldBe(0, searched.Error);
        searched.Error.ShouldMatch(@"\Aumbriel: reports have no interactive figures: [^\n]*npm[^\n]*\n\z");
        Run("simulate --detector clone/cards/detectors/microboone.yaml --particle electron --energy 100 -n 1 -o e.h5").ExitCode.ShouldBe(0);
        Outcome shown = Run("display e.h5");
        (shown.ExitCode, shown.Output).ShouldBe((2, ""));
        shown.Error.ShouldMatch(@"\Aumbriel: [^\n]*install nodejs and npm[^\n]*\n\z");
        Run("display e.h5 --svg e.svg").ExitCode.ShouldBe(0);

        Outcome Run(string arguments) => sandbox.Bash($"CI= UMBRIEL_HOME= PATH='{sandbox["bin"]}':$PATH clone/umbriel {arguments}");
    }
}

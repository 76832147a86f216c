using Umbriel.Core;

namespace Umbriel.Core.Tests;

/// <summary>An input is never an output, under whatever name it goes.</summary>
public sealed class InputProtectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InputProtectionTests()
    {
        Directory.CreateDirectory(folder["results/inner"]);
        Directory.CreateDirectory(folder["other"]);
        folder.Write("results/inner/card.yaml", "m4: 0.1\n");
        folder.Write("other/card.yaml", "m4: 0.1\n");
        File.CreateSymbolicLink(folder["link.yaml"], folder["results/inner/card.yaml"]);
        File.CreateSymbolicLink(folder["chain.yaml"], folder["link.yaml"]);
        File.CreateSymbolicLink(folder["results/out.yaml"], folder["other/card.yaml"]);
        File.CreateSymbolicLink(folder["through.yaml"], folder["results/out.yaml"]);
        Directory.CreateSymbolicLink(folder["alias"], folder["results"]);
        HardLink("results/inner/card.yaml", "hard.yaml");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("results/inner/card.yaml", "results/inner/card.yaml")]
    [InlineData("results/inner/../inner/./card.yaml", "results/inner/card.yaml")]
    [InlineData("alias/inner/card.yaml", "results/inner/card.yaml")]
    [InlineData("link.yaml", "results/inner/card.yaml")]
    [InlineData("chain.yaml", "alias/inner/card.yaml")]
    [InlineData("hard.yaml", "results/inner/card.yaml")]
    [InlineData("results/inner/card.yaml", "hard.yaml")]
    [InlineData("results", "results")]
    [InlineData("results/", "alias")]
    [InlineData("results", "results/inner/card.yaml")]
    [InlineData("alias", "results/inner/card.yaml")]
    [InlineData("results", "alias/inner/card.yaml")]
    [InlineData("results", "chain.yaml")]
    [InlineData("results", "through.yaml")]
    [InlineData("results", "results/inner")]
    public void TheInputIsRefused(string output, string input)
    {
        string message = Should.Throw<UserErrorException>(() => InputProtection.Refuse("--output", folder[output], [folder["other"], folder[input]])).Message;
        message.ShouldStartWith($"--output: found {folder[output]}, which ");
        message.ShouldContain($"the input {folder[input]}");
    }

    [Theory]
    [InlineData("new.yaml", "results/inner/card.yaml")]
    [InlineData("other/card.yaml", "results/inner/card.yaml")]
    [InlineData("other", "results/inner/card.yaml")]
    [InlineData("results", "other/card.yaml")]
    [InlineData("results", "hard.yaml")]
    [InlineData("results/inner/card.yaml", "results")]
    [InlineData("results", "missing/card.yaml")]
    [InlineData("missing", "missing/card.yaml")]
    public void AnotherPlaceIsNot(string output, string input) =>
        Should.NotThrow(() => InputProtection.Refuse("--output", folder[output], [folder[input]]));

    [Fact]
    public void WhereCaseDoesNotCountItIsTheSameFile()
    {
        Assert.SkipUnless(File.Exists(folder["RESULTS/inner/card.yaml"]), "this file system tells cases apart");
        Should.Throw<UserErrorException>(() => InputProtection.Refuse("--output", folder["RESULTS"], [folder["results/inner/card.yaml"]]));
    }

    private void HardLink(string from, string to)
    {
        using System.Diagnostics.Process link = System.Diagnostics.Process.Start("ln", [folder[from], folder[to]])!;
        link.WaitForExit();
        link.ExitCode.ShouldBe(0);
    }
}

using System.Text.RegularExpressions;

namespace Umbriel.Figures.Tests;

/// <summary>pdflatex and bibtex, as a paper runs them, over all references.</summary>
[Trait("Category", "Validation")]
public sealed class LatexTests : IDisposable
{
    private const string Document = """
        \documentclass{article}
        \begin{document}
        \nocite{*}
        \bibliographystyle{STYLE}
        \bibliography{references}
        \end{document}

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("plain")] // changes the letters of titles
    [InlineData("unsrt")]
    [InlineData("alpha")] // makes labels of authors
    public void References_compile(string style)
    {
        Assert.SkipUnless(Tool.Exists("/usr/bin/pdflatex") && Tool.Exists("/usr/bin/bibtex"), "texlive-latex-base is not installed");
        folder.Write("references.bib", Bibliography.BibTeX(Bibliography.Keys));
        folder.Write("paper.tex", Document.Replace("STYLE", style, StringComparison.Ordinal));
        const string Latex = "pdflatex -interaction=nonstopmode -halt-on-error paper.tex";
        (int code, string output, string error) = Tool.Run("/bin/bash", "-euc", $"cd '{folder.Path}'; {Latex}; bibtex paper; {Latex}; {Latex}");
        code.ShouldBe(0, output + error);
        string bibtex = File.ReadAllText(folder["paper.blg"]);
        bibtex.ShouldNotContain("Warning--");
        bibtex.ShouldNotContain("error message");
        string log = File.ReadAllText(folder["paper.log"]);
        Regex.Matches(log, "^(?:! .*|LaTeX Warning: .*|Missing character: .*)$", RegexOptions.Multiline).ShouldBeEmpty();
        Regex.Count(File.ReadAllText(folder["paper.bbl"]), @"^\\bibitem", RegexOptions.Multiline).ShouldBe(Bibliography.Keys.Count);
    }
}

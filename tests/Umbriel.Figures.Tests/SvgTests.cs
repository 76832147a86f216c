using System.Text.RegularExpressions;

namespace Umbriel.Figures.Tests;

/// <summary>The figures as other programs see them: librsvg and the fonts in a PDF.</summary>
public class SvgTests
{
    private const string Renderer = "/usr/bin/rsvg-convert";
    private const string ToText = "/usr/bin/pdftotext";
    private const string Fonts = "/usr/bin/pdffonts";

    [Fact]
    public void Librsvg_draws_every_figure_and_keeps_the_spaces_of_its_labels()
    {
        Assert.SkipUnless(Tool.Exists(Renderer) && Tool.Exists(ToText), "install the Debian packages librsvg2-bin and poppler-utils to run this test");
        string directory = Samples.NewDirectory("librsvg");
        foreach (FigureFiles files in GnuplotFigure.RenderAll(GnuplotFigureTests.AllDescriptions(), directory, cancellation: TestContext.Current.CancellationToken))
        {
            string pdf = Path.Combine(directory, "again.pdf");
            (int code, string _, string error) = Tool.Run(Renderer, "-f", "pdf", "-o", pdf, files.Svg);
            (code, error).ShouldBe((0, ""), files.Svg);
            (_, string text, _) = Tool.Run(ToText, "-layout", pdf, "-");
            text = Regex.Replace(text, @"[\s\u00A0]+", " ");
            string name = Path.GetFileNameWithoutExtension(files.Svg);
            string expected = name.StartsWith("limits", StringComparison.Ordinal) ? "ark neutrino" + (name == "limits-dual" ? ", Δ = 1, ε = 8×10" : ", ε = 8×10")
                : name.StartsWith("spectrum", StringComparison.Ordinal) ? "m4 = 106 MeV, mZ′ = 30 MeV"
                : name.StartsWith("stack", StringComparison.Ordinal) ? "MiniBooNE ν mode, 18.75"
                : "this work, folded";
            text.ShouldContain(expected, customMessage: name);
        }
    }

    [Fact]
    public void Letters_are_of_the_fonts_that_the_style_names()
    {
        Assert.SkipUnless(Tool.Exists(Fonts), "install the Debian package poppler-utils to run this test");
        FigureFiles files = GnuplotFigure.Render(LimitFigure.Describe(Samples.Limits("fonts", dual: false)), Samples.NewDirectory("fonts"));
        (int code, string output, _) = Tool.Run(Fonts, files.Pdf);
        code.ShouldBe(0);
        string[] fonts = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(row => row.Split(' ')[0].Split('+')[^1])];
        fonts.ShouldContain("LiberationSans");
        fonts.ShouldAllBe(font => font.StartsWith("LiberationSans") || font == "DejaVuSans", $"found {string.Join(", ", fonts)}: are the Debian packages fonts-liberation and fonts-dejavu-core installed?");
    }
}

using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Figures.Tests;

public class GnuplotFigureTests
{
    public static FigureDescription[] AllDescriptions() =>
    [
        .. Samples.AllEfficiencies().Select(EfficiencyFigure.Describe),
        .. Samples.AllSpectra().Select(SpectrumFigure.Describe),
        LimitFigure.Describe(Samples.Limits("limits-single", dual: false)),
        LimitFigure.Describe(Samples.Limits("limits-dual", dual: true)),
        LimitFigure.Describe(Samples.LimitsOnly("limits-only")),
    ];

    [Fact]
    public void Every_figure_is_drawn_in_three_formats_beside_its_script_and_data()
    {
        string directory = Samples.NewDirectory("all");
        FigureDescription[] figures = AllDescriptions();
        IReadOnlyList<FigureFiles> files = GnuplotFigure.RenderAll(figures, directory);
        for (int i = 0; i < figures.Length; i++)
        {
            File.ReadAllBytes(files[i].Pdf)[..5].ShouldBe("%PDF-"u8.ToArray());
            File.ReadAllBytes(files[i].Png)[..4].ShouldBe(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' });
            File.ReadAllText(files[i].Svg).ShouldContain("</svg>");
            File.ReadAllText(files[i].Csv).ShouldBe(figures[i].Csv);
        }

        Directory.GetFileSystemEntries(directory).Length.ShouldBe(5 * figures.Length); // no scratch left
    }
}

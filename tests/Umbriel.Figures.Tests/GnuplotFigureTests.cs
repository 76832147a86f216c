using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Figures.Tests;

public class GnuplotFigureTests
{
    public static FigureDescription[] AllDescriptions() =>
    [
        .. Samples.AllEfficiencies().Select(EfficiencyFigure.Describe),
        .. Samples.AllSpectra().Select(SpectrumFigure.Describe),
        StackedSpectrumFigure.Describe(Samples.Stack("stack-energy")),
        StackedSpectrumFigure.Describe(Samples.Stack("stack-cosine", cosine: true)),
        StackedSpectrumFigure.Describe(Samples.Stack("stack-plain") with { Signal = null, TotalError = null }),
        LimitFigure.Describe(Samples.Limits("limits-single", dual: false)),
        LimitFigure.Describe(Samples.Limits("limits-dual", dual: true)),
        LimitFigure.Describe(Samples.LimitsOnly("limits-only")),
    ];

    [Fact]
    public void Every_figure_is_drawn_in_three_formats_beside_its_script_and_data()
    {
        string directory = Samples.NewDirectory("all");
        FigureDescription[] figures = AllDescriptions();
        IReadOnlyList<FigureFiles> files = GnuplotFigure.RenderAll(figures, directory, cancellation: TestContext.Current.CancellationToken);
        for (int i = 0; i < figures.Length; i++)
        {
            File.ReadAllBytes(files[i].Pdf)[..5].ShouldBe("%PDF-"u8.ToArray());
            File.ReadAllBytes(files[i].Png)[..4].ShouldBe(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' });
            File.ReadAllText(files[i].Svg).ShouldContain("</svg>");
            File.ReadAllText(files[i].Csv).ShouldBe(figures[i].Csv);
        }

        Directory.GetFileSystemEntries(directory).Length.ShouldBe((5 * figures.Length) + 1); // the style; no scratch left
    }

    [Fact]
    public void The_same_data_give_the_same_bytes()
    {
        FigureDescription figure = LimitFigure.Describe(Samples.Limits("limits", dual: false));
        FigureFiles first = GnuplotFigure.Render(figure, Samples.NewDirectory("same-1"));
        FigureFiles second = GnuplotFigure.Render(figure, Samples.NewDirectory("same-2"));
        File.ReadAllBytes(first.Pdf).ShouldBe(File.ReadAllBytes(second.Pdf));
        File.ReadAllBytes(first.Svg).ShouldBe(File.ReadAllBytes(second.Svg));
        File.ReadAllBytes(first.Png).ShouldBe(File.ReadAllBytes(second.Png));
    }

    [Fact]
    public void The_script_runs_by_itself_and_follows_an_edited_table()
    {
        FigureFiles files = GnuplotFigure.Render(SpectrumFigure.Describe(Samples.AllSpectra()[0]), Samples.NewDirectory("edited"));
        byte[] before = File.ReadAllBytes(files.Svg);
        File.Delete(files.Pdf);
        string csv = File.ReadAllText(files.Csv);
        File.WriteAllText(files.Csv, csv.Replace("\n200,400,33,", "\n200,400,44,", StringComparison.Ordinal));
        File.ReadAllText(files.Csv).ShouldNotBe(csv);
        using Process gnuplot = Process.Start(new ProcessStartInfo("gnuplot", [Path.GetFileName(files.Gp)]) { WorkingDirectory = Path.GetDirectoryName(files.Gp) })!;
        gnuplot.WaitForExit();
        gnuplot.ExitCode.ShouldBe(0);
        File.Exists(files.Pdf).ShouldBeTrue();
        File.ReadAllBytes(files.Svg).ShouldNotBe(before);
    }

    [Fact]
    public void A_figure_without_any_curve_is_an_empty_frame()
    {
        LimitFigureData data = new("empty", "*m*_{4} [GeV]", "|*U*|^{2}", [new LimitCurve(0.03, [], [])]);
        GnuplotFigure.Render(LimitFigure.Describe(data), Samples.NewDirectory("empty"));
    }

    [Fact]
    public void Missing_gnuplot_names_the_package_and_leaves_nothing()
    {
        string directory = Samples.NewDirectory("missing");
        UserErrorException error = Should.Throw<UserErrorException>(() => GnuplotFigure.Render(AllDescriptions()[0], directory, "gnuplot-that-is-not-there"));
        error.Message.ShouldContain("gnuplot-nox");
        Directory.GetFileSystemEntries(directory).ShouldBeEmpty();
    }

    [Fact]
    public void A_failing_script_is_one_line_and_leaves_nothing()
    {
        string directory = Samples.NewDirectory("failing");
        FigureDescription figure = new("failing", 90, 70, "x\n1\n", "set nonsense", "plot 1");
        UserErrorException error = Should.Throw<UserErrorException>(() => GnuplotFigure.Render(figure, directory));
        error.Message.ShouldContain("failing");
        error.Message.ShouldContain("nonsense");
        error.Message.ShouldNotContain("\n");
        Directory.GetFileSystemEntries(directory).ShouldBeEmpty();
    }

    [Fact]
    public void A_label_cannot_run_a_command()
    {
        string directory = Samples.NewDirectory("label");
        EfficiencyFigureData data = Samples.AllEfficiencies()[0] with { Name = "label", Note = "a `touch pwned.txt` \"b\" \\ {c} @d ~e &f %g _h ^i" };
        FigureFiles files = GnuplotFigure.Render(EfficiencyFigure.Describe(data), directory);
        Directory.GetFileSystemEntries(directory).Length.ShouldBe(6);
        File.ReadAllText(files.Svg).ShouldContain("touch pwned.txt");
    }

    [Fact]
    public void An_output_that_is_a_file_is_refused()
    {
        string file = Path.Combine(Samples.NewDirectory("blocked"), "out");
        File.WriteAllText(file, "");
        Should.Throw<UserErrorException>(() => GnuplotFigure.Render(AllDescriptions()[0], file)).Message.ShouldContain("cannot be written");
    }

    [Fact]
    public void Cancelling_leaves_nothing()
    {
        string directory = Samples.NewDirectory("cancelled");
        using CancellationTokenSource source = new();
        source.CancelAfter(TimeSpan.FromMilliseconds(200));
        FigureDescription endless = new("endless", 90, 70, "x\n1\n", "pause 60", "plot 1");
        Should.Throw<OperationCanceledException>(() => GnuplotFigure.Render(endless, directory, cancellation: source.Token));
        Directory.GetFileSystemEntries(directory).ShouldBeEmpty();
    }
}

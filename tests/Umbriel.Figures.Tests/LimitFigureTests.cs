using System.Globalization;
using System.Text.RegularExpressions;

namespace Umbriel.Figures.Tests;

public class LimitFigureTests
{
    // Curves of N Z' masses above one another.
    private static LimitFigureData Many(int count) => new(
        "many", "*m*_{4} [GeV]", "|*U*_{*μ*4}|^{2}",
        [.. Enumerable.Range(0, count).Select(i => new LimitCurve(0.02 * (i + 1), [Line(1e-10 * Math.Pow(3, i))], [Line(0.8e-10 * Math.Pow(3, i))]))],
        MassRangeGeV: (0.05, 0.4));

    private static Curve Line(double u2) => new([0.05, 0.1, 0.2, 0.4], [u2, u2, u2, u2]);

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(16)]
    public void Any_number_of_masses_is_told_apart(int count)
    {
        LimitFigureData data = Many(count);
        FigureDescription figure = LimitFigure.Describe(data);
        string[] colours = [.. data.Limits.Select(l => LimitFigure.Colour(data, l.ZPrimeMassGeV))];
        colours.Distinct().Count().ShouldBe(count);
        string list = Regex.Match(figure.Settings, "MassColours = '?(?<list>[^'\n]*)", RegexOptions.ExplicitCapture).Groups["list"].Value;
        list.ShouldBe(count <= 9 ? "Series" : string.Join(' ', colours));

        // Legend entry of each mass: its colour and its mark. Alike in mark, they differ by 20 or more in CIELAB (2.3 can be seen);
        // alike in neither, by 10.
        string[] marks = [.. data.Limits.Select(l => Regex.Match(figure.Plot, $"keyentry (?<style>with \\S+).*?(?<mark>pt \\d+)?[^\n]*title \"{Regex.Escape(MarkedNumber.Mass(l.ZPrimeMassGeV))}\"", RegexOptions.ExplicitCapture))
            .Select(m => m.Success ? Regex.Match(m.Value, "pt \\d+").Value : throw new InvalidOperationException("no legend"))];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Distance(colours[i], colours[j]).ShouldBeGreaterThan(count <= 9 ? 15 : marks[i] == marks[j] ? 20 : 6, $"{count}: {i} and {j}");
            }
        }

        for (int i = 1; i < count && count > 9; i++)
        {
            marks[i].ShouldNotBe(marks[i - 1]);
        }
    }

    [Fact]
    public void A_block_of_the_table_is_picked_by_a_name_that_no_other_begins_with()
    {
        LimitFigureData data = Samples.Limits("l", dual: false) with { Limits = [.. Samples.Limits("l", dual: false).Limits, new LimitCurve(0.035, [Line(1e-9)], [])], CardPoint = new PlanePoint(0.2, 1e-8) };
        FigureDescription figure = LimitFigure.Describe(data);
        string[] names = [.. Regex.Matches(figure.Csv, "(?<=^# ).*$", RegexOptions.Multiline).Select(m => m.Value)];
        string[] picked = [.. Regex.Matches(figure.Plot, "(?<=index ')[^']*").Select(m => m.Value).Distinct()];
        picked.Order(StringComparer.Ordinal).ShouldBe(names.Order(StringComparer.Ordinal));
        names.ShouldAllBe(name => names.Count(other => other.StartsWith(name, StringComparison.Ordinal)) == 1);

        // Two blank lines end a block, one ends a piece; every row is in the block of its layer and mass.
        string[] blocks = figure.Csv[(figure.Csv.IndexOf('\n') + 1)..].Split("\n\n\n", StringSplitOptions.RemoveEmptyEntries);
        blocks.Length.ShouldBe(names.Length);
        foreach (string block in blocks)
        {
            string[] lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines[1..].ShouldAllBe(row => lines[0] == $"# [{row.Split(',', 3)[0]} {row.Split(',', 3)[1]}]");
        }

        // No filter on every row of the table, and the table is read once for the three formats.
        figure.Plot.ShouldNotContain("? $3");
        string script = GnuplotFigure.Script(figure);
        Regex.Count(script, "^plot ", RegexOptions.Multiline).ShouldBe(1);
        Regex.Count(script, "^refresh$", RegexOptions.Multiline).ShouldBe(2);
        script.ShouldNotContain("replot");
    }

    [Fact]
    public void The_legend_names_the_experiments_and_tells_a_region_from_a_limit()
    {
        string plot = LimitFigure.Describe(Samples.Limits("l", dual: false)).Plot;
        plot.ShouldContain("\"MicroBooNE, 95% C.L.\"");
        plot.ShouldContain("\"MiniBooNE, 95% C.L.\"");
        plot.ShouldMatch(@"index '\[region 0\.03\]' using 3:4 with lines ls RegionLine ");
        plot.ShouldMatch(@"index '\[observed 0\.03\]' using 3:4 with lines ls ObservedLine ");
        StyleFile.Text.ShouldMatch(@"set style line RegionLine [^\n]*dt \(");
        StyleFile.Text.ShouldMatch(@"set style line ObservedLine [^\n]*dt solid");
    }

    [Fact]
    public void The_legend_shows_what_is_drawn_and_fits()
    {
        LimitFigureData data = Samples.Limits("l", dual: false);
        LimitFigure.Describe(data with { CouplingRange = (1e-14, 1e-12) }).Plot.ShouldNotContain("previous limits");
        LimitFigureData half = data with { Limits = [data.Limits[0] with { Observed = [], Expected = [] }, .. data.Limits.Skip(1)], Regions = null };
        string plot = LimitFigure.Describe(half).Plot;
        plot.ShouldNotContain("title \"30 MeV\"");
        plot.ShouldContain("title \"100 MeV\"");

        // Its colour stays the second.
        plot.ShouldContain("lc rgb colour(MassColours, 2) title \"100 MeV\"");
        double spacing = double.Parse(Regex.Match(LimitFigure.Describe(Many(16)).Settings, @"(?<=spacing )\S+").Value, CultureInfo.InvariantCulture);
        (spacing * LimitFigurePlot.LegendRows(Many(16))).ShouldBeLessThan(26.01); // 20 lines at 1.3 fill the frame's height
    }

    [Fact]
    public void The_axis_ends_where_the_scan_does()
    {
        LimitFigureData data = new("l", "m", "u", [new LimitCurve(0.03, [new Curve([0.02, 0.5], [1e-8, 0.0625])], [])], Scanned: (1e-8, 0.0625));
        LimitFigure.CouplingRange(data).ShouldBe((1e-8, 0.0625));

        // One point alone is shown on two decades.
        (double low, double high) = LimitFigure.CouplingRange(new LimitFigureData("l", "m", "u", [], CardPoint: new PlanePoint(0.1, 2e-10)));
        (high / low).ShouldBe(100, 1e-6);
    }

    [Fact]
    public void A_long_note_has_two_lines()
    {
        string note = "single dark neutrino, *ε* = 8 × 10^{−4}, *α*_{D} = 0.318; no limit at *m*_{*Z*′} = 500 MeV, 800 MeV, 1.25 GeV; MiniBooNE: no preference at *m*_{*Z*′} = 1.25 GeV";
        FigureDescription figure = LimitFigure.Describe(Samples.LimitsOnly("l") with { Note = note });
        figure.Settings.ShouldContain("set label 1 \"MiniBooNE: no preference at");
        figure.Settings.ShouldContain("set label 2 \"single dark neutrino");
        figure.HeightMillimetres.ShouldBe(LimitFigure.Describe(Samples.LimitsOnly("l")).HeightMillimetres + 4);
    }

    // Euclidean distance in CIELAB under D65 of two sRGB colours (CIE 15; IEC 61966-2-1).
    private static double Distance(string a, string b)
    {
        (double L, double A, double B) x = Lab(a), y = Lab(b);
        return Math.Sqrt(Math.Pow(x.L - y.L, 2) + Math.Pow(x.A - y.A, 2) + Math.Pow(x.B - y.B, 2));
    }

    private static (double L, double A, double B) Lab(string colour)
    {
        double[] c = [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4))];
        double x = F(((0.4124 * c[0]) + (0.3576 * c[1]) + (0.1805 * c[2])) / 0.9505);
        double y = F((0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2]));
        double z = F(((0.0193 * c[0]) + (0.1192 * c[1]) + (0.9505 * c[2])) / 1.089);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
    }
}

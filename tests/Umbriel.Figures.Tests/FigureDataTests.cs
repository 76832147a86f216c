using System.Text.Json;
using Umbriel.Core;

namespace Umbriel.Figures.Tests;

public class FigureDataTests
{
    [Fact]
    public void Numbers_that_cannot_be_drawn_are_refused_by_name()
    {
        SpectrumFigureData spectrum = Samples.AllSpectra()[0];
        double[] bad = [.. spectrum.Background];
        bad[2] = double.NaN;
        Message(() => SpectrumFigure.Describe(spectrum with { Background = bad })).ShouldBe("figure spectrum-energy: background: found NaN; expected a finite number");
        Message(() => SpectrumFigure.Describe(spectrum with { PredictedSignal = [1, 2] })).ShouldBe("figure spectrum-energy: predicted signal: found 2 values; expected 6");
        Message(() => SpectrumFigure.Describe(spectrum with { Data = [15, 33, -1, 9, 5, 6] })).ShouldContain("expected at least 0");
        Message(() => EfficiencyFigure.Describe(Samples.AllEfficiencies()[0] with { Edges = [0, 1, 1] })).ShouldContain("bin edges");
        Message(() => EfficiencyFigure.Describe(Samples.AllEfficiencies()[0] with { Name = "../up" })).ShouldContain("'../up'");
        Message(() => LimitFigure.Describe(Samples.LimitsOnly("l") with { ExamplePoint = new PlanePoint(0.1, 0) })).ShouldContain("logarithmic");
        Message(() => LimitFigure.Describe(Samples.LimitsOnly("l") with { CardPoint = new PlanePoint(0, 1e-9) })).ShouldContain("card's point");
        Message(() => LimitFigure.Describe(Samples.LimitsOnly("l") with { Limits = [new LimitCurve(0.03, [new Curve([1, 2], [1])], [])] })).ShouldContain("observed limit");
        Message(() => EfficiencyFigure.Describe(Samples.AllEfficiencies()[0] with { Curves = [] })).ShouldContain("curves");

        static string Message(Action draw) => Should.Throw<UserErrorException>(draw).Message;
    }

    [Fact]
    public void The_coupling_axis_spans_whole_decades_around_the_curves()
    {
        LimitFigureData data = new("l", "m", "u", [new LimitCurve(0.03, [new Curve([0.02, 0.5], [3e-9, 2e-6])], [])], ExamplePoint: new PlanePoint(0.1, 4e-10));
        (double low, double high) = LimitFigure.CouplingRange(data);
        low.ShouldBe(1e-10, 1e-16);
        high.ShouldBe(1e-5, 1e-11);
        LimitFigure.CouplingRange(data with { CouplingRange = (1e-11, 1e-3) }).ShouldBe((1e-11, 1e-3));
    }

    [Fact]
    public void The_axis_reaches_the_cards_point_and_a_region_that_does_not_exist_has_no_legend()
    {
        LimitFigureData data = new("l", "m", "u", [new LimitCurve(0.03, [new Curve([0.02, 0.5], [3e-9, 2e-6])], [])], Regions: [new PreferredRegion(0.03, [])], CardPoint: new PlanePoint(0.1, 4e-12));
        LimitFigure.CouplingRange(data).Low.ShouldBe(1e-12, 1e-18);
        string plot = LimitFigure.Describe(data).Plot;
        plot.ShouldContain("the card's point");
        plot.ShouldNotContain("MiniBooNE");
        LimitFigure.Describe(data with { Regions = [new PreferredRegion(0.03, [new Curve([0.1, 0.2, 0.1], [1e-9, 1e-9, 2e-9])])] }).Plot.ShouldNotContain("best fit");
    }

    [Fact]
    public void A_region_has_the_colour_of_its_limit()
    {
        LimitFigureData data = Samples.Limits("l", dual: true);
        LimitFigure.Colour(data with { Regions = data.Regions!.Reverse().ToArray() }, data.Regions![2].ZPrimeMassGeV).ShouldBe(LimitFigure.Colour(data, data.Limits[2].ZPrimeMassGeV));
        data.Limits.Select(l => LimitFigure.Colour(data, l.ZPrimeMassGeV)).Distinct().Count().ShouldBe(data.Limits.Count);
    }

    [Fact]
    public void The_table_beside_a_spectrum_holds_its_numbers_to_the_last_bit()
    {
        SpectrumFigureData data = Samples.AllSpectra()[2];
        string[][] rows = [.. SpectrumFigure.Describe(data).Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(','))];
        rows.Length.ShouldBe(data.Data.Count + 1);
        rows[..^1].Select(r => double.Parse(r[5])).ShouldBe(data.Background);
        rows[..^1].Select(r => double.Parse(r[8])).ShouldBe(data.PredictedSignal!);
        rows[^1][0].ShouldBe("1");
    }

    [Fact]
    public void Names_of_older_limits_are_clear_of_curves_and_stand_in_the_grey_or_are_left_out()
    {
        LimitFigureData data = Samples.Limits("l", dual: false);
        List<OlderLabels.Placed> placed = OlderLabels.Place(data);

        placed.Select(p => p.Text).Distinct().Count().ShouldBe(placed.Count);
        placed.Select(p => p.Text).ShouldContain("KEK 1982");
        placed.Select(p => p.Text).ShouldContain("BNL E949");
        (double low, double high) = LimitFigure.CouplingRange(data);
        foreach ((string label, PlanePoint at, _) in placed)
        {
            at.MassGeV.ShouldBeInRange(0.01, 1);
            at.Coupling.ShouldBeInRange(low, high);
            data.OlderLimits!.Min(o => Height(o.Boundary, at.MassGeV)).ShouldBeLessThan(at.Coupling, label);

            // Half a text is 1.3 mm high.
            double half = 1.3 / LimitFigure.FrameHeight * Math.Log(high / low);
            foreach (Curve curve in data.Limits.SelectMany(l => l.Observed.Concat(l.Expected)))
            {
                Math.Abs(Math.Log(Height(curve, at.MassGeV) / at.Coupling)).ShouldBeGreaterThan(half, label);
            }
        }

        // A line ends on the limit's own boundary; a name without one stands on it, within a millimetre.
        double perMass = LimitFigure.FrameWidth / Math.Log(100), perCoupling = LimitFigure.FrameHeight / Math.Log(high / low);
        (double X, double Y) Paper(PlanePoint p) => (perMass * Math.Log(p.MassGeV / 0.01), perCoupling * Math.Log(p.Coupling / low));
        double Width(string text) => 7 * 25.4 / 72 * text.Sum(c => char.IsUpper(c) ? 0.72 : "lfit ".Contains(c) ? 0.28 : 0.556); // 7 points, Helvetica's widths at most
        foreach (OlderLabels.Placed name in placed)
        {
            (double x, double y) = Paper(name.Leader?.To ?? name.At);
            double reach = name.Leader is null ? 1 + (0.5 * Width(name.Text)) + 1.5 : 0.1;
            data.OlderLimits!.Where(o => o.Label == name.Text).Min(o => Distance([.. o.Boundary.X.Select((m, i) => Paper(new PlanePoint(m, o.Boundary.Y[i])))], x, y)).ShouldBeLessThan(reach, name.Text);
        }

        // No two names touch.
        foreach (OlderLabels.Placed a in placed)
        {
            foreach (OlderLabels.Placed b in placed.Where(b => b != a))
            {
                (double X, double Y) from = Paper(a.At), to = Paper(b.At);
                (Math.Abs(from.X - to.X) > 0.5 * (Width(a.Text) + Width(b.Text)) || Math.Abs(from.Y - to.Y) > 3).ShouldBeTrue($"{a.Text}, {b.Text}");
            }
        }

        // None stands within a region: at its mass it is above or below the whole outline.
        foreach ((string label, PlanePoint at, _) in placed)
        {
            foreach (Curve outline in data.Regions!.SelectMany(r => r.Contours))
            {
                double[] near = [.. Enumerable.Range(0, outline.Count).Where(i => Math.Abs(Math.Log(outline.X[i] / at.MassGeV)) < 0.15).Select(i => outline.Y[i])];
                (near.Length > 0 && near.Min() < at.Coupling && at.Coupling < near.Max()).ShouldBeFalse(label);
            }
        }

        // A line drawn through a name moves or removes it.
        PlanePoint first = placed[0].At;
        LimitCurve line = new(9, [new Curve([0.01, 1], [first.Coupling, first.Coupling])], []);
        OlderLabels.Place(data with { Limits = [.. data.Limits, line] }).ShouldNotContain(placed[0]);
        OlderLabels.Place(data with { OlderLimits = [.. data.OlderLimits!.Select(o => o with { Label = "" })] }).ShouldBeEmpty();
        PlanePoint asked = new(0.02, 1e-3);
        OlderLabels.Placed one = OlderLabels.Place(data with { OlderLimits = [data.OlderLimits![0] with { LabelAt = asked }] }).Single();
        (one.Text, one.At).ShouldBe(("KEK 1982", asked));

        static double Distance((double X, double Y)[] curve, double x, double y) => Enumerable.Range(1, curve.Length - 1).Min(i =>
        {
            ((double ax, double ay), (double bx, double by)) = (curve[i - 1], curve[i]);
            double squared = ((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay));
            double t = squared == 0 ? 0 : Math.Clamp((((x - ax) * (bx - ax)) + ((y - ay) * (by - ay))) / squared, 0, 1);
            return Math.Sqrt(Math.Pow(ax + (t * (bx - ax)) - x, 2) + Math.Pow(ay + (t * (by - ay)) - y, 2));
        });

        // Height in log-log at a mass; infinite where the curve says nothing.
        static double Height(Curve curve, double mass)
        {
            for (int i = 1; i < curve.Count; i++)
            {
                if (curve.X[i - 1] <= mass && mass <= curve.X[i] && curve.X[i] > curve.X[i - 1])
                {
                    return curve.Y[i - 1] * Math.Pow(curve.Y[i] / curve.Y[i - 1], Math.Log(mass / curve.X[i - 1]) / Math.Log(curve.X[i] / curve.X[i - 1]));
                }
            }

            return double.PositiveInfinity;
        }
    }

    [Fact]
    public void A_curve_is_cut_to_the_axis_with_its_neighbours()
    {
        Curve curve = new([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]);
        curve.Within(2.5, 3.5).X.ShouldBe([2, 3, 4]);
        curve.Within(2, 4).X.ShouldBe([1, 2, 3, 4, 5]); // one beyond either end of the axis
        curve.Within(2.2, 2.4).Y.ShouldBe([2, 3]);
        curve.Within(0.1, 9).Count.ShouldBe(5);
    }

    [Fact]
    public void A_grey_source_is_picked_by_name_and_cited_in_the_report()
    {
        string json = LimitVega.Spec(Samples.Limits("l", dual: false), "c").Json;
        using JsonDocument spec = JsonDocument.Parse(json);
        JsonElement line = spec.RootElement.GetProperty("layer")[1];
        line.GetProperty("params")[0].GetProperty("bind").GetString().ShouldBe("legend");
        JsonElement stroke = line.GetProperty("encoding").GetProperty("stroke");
        stroke.GetProperty("scale").GetProperty("domain").EnumerateArray().Select(e => e.GetString())
            .ShouldBe(["KEK 1982", "PIENU", "PSI 1987", "NA62", "BNL E949", "global fit"]); // PIENU's two pieces are one source
        json.ShouldContain("Phys. Rev. Lett. 49, 1305 (1982)"); // Hayano's reference in the tooltip
        spec.RootElement.GetProperty("params").EnumerateArray().Select(p => p.GetProperty("name").GetString())
            .ShouldBe(["observed", "expected", "older", "regions", "example"]);
        Should.Throw<UserErrorException>(() => LimitVega.Spec(new LimitFigureData("l", "m", "u", [], OlderLimits: [new OlderLimit("x", new Curve([1, 2], [1, 2]), CitationKey: "Nobody:1900")]), "c")).Message.ShouldContain("Nobody:1900");
    }
}

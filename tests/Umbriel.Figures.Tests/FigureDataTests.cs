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
    public void A_region_has_the_colour_of_its_limit()
    {
        LimitFigureData data = Samples.Limits("l", dual: true);
        LimitFigure.Colour(data, data.Regions![0].ZPrimeMassGeV).ShouldBe(LimitFigure.Colour(data, data.Limits[2].ZPrimeMassGeV));
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
}

using Umbriel.DarkSector;
using Umbriel.Figures;
using Umbriel.Inference;
using Umbriel.Interchange.HepData;
using Umbriel.Response;

namespace Umbriel.Cli.Search;

/// <summary>The figures of a search as plain data, once for gnuplot and the report alike.</summary>
internal static class SearchFigures
{
    private static readonly (string Name, string Title)[] EfficiencyNames =
    [
        ("efficiency_energy", "True *e*^{+}*e*^{−} energy [GeV]"),
        ("efficiency_theta", "True *e*^{+}*e*^{−} *θ* to the beam [°]"),
        ("efficiency_opening", "True *e*^{+}*e*^{−} opening angle [°]"),
        ("efficiency_asymmetry", "True *e*^{+}*e*^{−} energy asymmetry"),
    ];

    /// <summary>Published efficiencies with the folded ones (Fig. 2 and its two companions).</summary>
    public static EfficiencyFigureData[] Efficiencies(SearchInputs inputs, EfficiencyMap map)
    {
        PublishedData data = inputs.Data;
        EfficiencyMarginal[] marginals = [data.EnergyEfficiency, data.ThetaEfficiency, data.OpeningAngleEfficiency, data.AsymmetryEfficiency];
        string note = $"published (lines), folded on mixture {inputs.Mixtures[0].Name} (points)";
        return [.. marginals.Select((m, axis) => new EfficiencyFigureData(EfficiencyNames[axis].Name, EfficiencyNames[axis].Title, m.Edges, Curves(m, map, axis), note))];
    }

    /// <summary>Data, background and example signal in the three published distributions (Fig. 3).</summary>
    public static SpectrumFigureData[] Spectra(SearchInputs inputs, SelectedSignal signal, SearchResult result)
    {
        PublishedData data = inputs.Data;
        const string Label = "*m*_{4} = 106 MeV, *m*_{Z′} = 30 MeV,\n|*U*_{*μ*4}|^{2} = 2×10^{−10}";
        const string Exposure = "6.87×10^{20} POT";
        SpectrumFigureData Figure(string name, string title, PublishedSpectrum s, double[] predicted, bool fitted) => new(
            name, title, s.Edges, s.Data, s.Background, s.BackgroundError, s.ExampleSignal, predicted, Exposure, Label,
            fitted ? result.ChiSquareBackgroundOnly : null, fitted ? result.Bins : null);
        PublishedSpectrum fit = FitSetup.Spectrum(data, inputs.Card.Fit.Variable);
        return
        [
            Figure("spectrum_energy", "Reconstructed visible energy [MeV]", data.Energy, signal.Energy, ReferenceEquals(fit, data.Energy)),
            Figure("spectrum_angle", "Reconstructed shower angle to the beam [°]", data.Angle, signal.Angle, ReferenceEquals(fit, data.Angle)),
            Figure("spectrum_score", "NC *π*^{0} rejection BDT score", data.Score, signal.Score, ReferenceEquals(fit, data.Score)),
        ];
    }

    /// <summary>Limits, one figure a scenario (Fig. 4).</summary>
    public static LimitFigureData[] Limits(SearchInputs inputs, SearchResult result) =>
        [.. result.Planes.GroupBy(p => p.Scenario).Select(group => Limits(inputs, group.Key, [.. group]))];

    private static LimitFigureData Limits(SearchInputs inputs, Scenario scenario, PlaneResult[] planes)
    {
        bool single = scenario == Scenario.Single;
        double alphaD = inputs.Card.Model.GD * inputs.Card.Model.GD / (4.0 * Math.PI);
        string fixedPart = $"*ε* = {inputs.Card.Model.Epsilon:G3}, *α*_{{D}} = {alphaD:G3}";
        return new LimitFigureData(
            single ? "limits_single" : "limits_dual",
            single ? "*m*_{4} [GeV]" : "*m*_{5} [GeV]",
            single ? "|*U*_{*μ*4}|^{2}" : "|*U*_{*μ*5}|^{2}",
            [.. planes.Select(p => new LimitCurve(p.MZPrime, Curves(p.Limits.ObservedContours), Curves(p.Limits.ExpectedContours)))],
            single ? $"single dark neutrino, {fixedPart}" : $"dual, *Δ* = {inputs.Card.Scan.Delta:G3}, {fixedPart}",
            ExamplePoint: single ? new PlanePoint(ResponseBuilder.ExamplePoint.M4, ResponseBuilder.ExamplePoint.MixingSquared) : null,
            MassRangeGeV: (inputs.Card.Scan.Mass.Low, inputs.Card.Scan.Mass.High));
    }

    private static EfficiencyCurve[] Curves(EfficiencyMarginal m, EfficiencyMap map, int axis)
    {
        double[] one = map.Folded[(int)Topology.OneShower][axis];
        double[] track = map.Folded[(int)Topology.OneShowerOneTrack][axis];
        double[] two = map.Folded[(int)Topology.TwoShowers][axis];
        double[] total = [.. one.Select((v, i) => v + track[i] + two[i])];
        return
        [
            new("total", m.Total, total),
            new("1 shower", m.OneShowerNoTrack, one),
            new("1 shower + 1 track", m.OneShowerOneTrack, track),
            new("2 showers", m.TwoShowersNoTrack, two),
        ];
    }

    private static Curve[] Curves(IReadOnlyList<Contour> contours) => [.. contours.Select(c => new Curve(c.X, c.Y))];
}

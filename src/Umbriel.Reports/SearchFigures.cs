using Umbriel.Cards;
using Umbriel.Core.Events;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Figures;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Limits;
using Umbriel.Inference;
using Umbriel.Reports.MiniBooNE;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Scan;
using Umbriel.Systematics;

namespace Umbriel.Reports;

/// <summary>The figures of a search as plain data, once for gnuplot and the report alike.</summary>
internal static class SearchFigures
{
    /// <summary>What a figure cannot show, in natural logarithms.</summary>
    private const double Invisible = 2e-3;

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
        PublishedData data = inputs.MicroBooNE.Data;
        EfficiencyMarginal[] marginals = [data.EnergyEfficiency, data.ThetaEfficiency, data.OpeningAngleEfficiency, data.AsymmetryEfficiency];
        string note = $"published (lines), folded on mixture {inputs.MicroBooNE.Mixtures[0].Name} (points)";
        return [.. marginals.Select((m, axis) => new EfficiencyFigureData(EfficiencyNames[axis].Name, EfficiencyNames[axis].Title, m.Edges, Curves(m, map, axis), note))];
    }

    /// <summary>
    /// Data, background and the signal of the card's point in the three published distributions (Fig. 3), with the published
    /// signal where the point is the letter's example.
    /// </summary>
    public static SpectrumFigureData[] Spectra(SearchInputs inputs, PointResult point)
    {
        PublishedData data = inputs.MicroBooNE.Data;
        SelectedSignal signal = point.Signal;
        double exposure = inputs.MicroBooNE.Site.Beam.Pot;
        bool ofData = inputs.MicroBooNE.Generation.Pot == exposure;
        bool published = ofData && ResponseBuilder.IsExample(point.Point);
        string label = PointText.Title(point.Point) + (ofData ? "" : $",\n{PointText.Exposure(inputs.MicroBooNE.Generation.Pot)}");
        SpectrumFigureData Figure(string name, string title, PublishedSpectrum s, double[] predicted, bool fitted) => new(
            name, title, s.Edges, s.Data, s.Background, s.BackgroundError, published ? s.ExampleSignal : null, predicted, PointText.Exposure(exposure), label,
            fitted ? inputs.MicroBooNE.Fit.BackgroundOnly : null, fitted ? inputs.MicroBooNE.Fit.BinCount : null);
        PublishedSpectrum fit = FitSetup.Spectrum(data, inputs.Card.Fit.Variable);
        return
        [
            Figure("spectrum_energy", "Reconstructed visible energy [MeV]", data.Energy, signal.Energy, ReferenceEquals(fit, data.Energy)),
            Figure("spectrum_angle", "Reconstructed shower angle to the beam [°]", data.Angle, signal.Angle, ReferenceEquals(fit, data.Angle)),
            Figure("spectrum_score", "NC *π*^{0} rejection BDT score", data.Score, signal.Score, ReferenceEquals(fit, data.Score)),
        ];
    }

    /// <summary>Limits over MiniBooNE's regions and older limits, one figure a scenario (Fig. 4).</summary>
    public static LimitFigureData[] Limits(SearchInputs inputs, SearchResult result, IReadOnlyList<OlderLimitSource> older) =>
    [
        .. result.Planes.GroupBy(p => p.Scenario).Select(group => Plane(
            inputs.Card,
            group.Key,
            group.Key == Scenario.Single ? "limits_single" : "limits_dual",
            [.. group.Select(p => new LimitCurve(p.MZPrime, Curves(p.Limits.ObservedContours), Curves(p.Limits.ExpectedContours), Curves(Alternative(result, p).Limits.ObservedContours)))],
            [.. result.Comparisons.Where(c => c.Preferred.Scenario == group.Key).Select(c => MiniBooNEFigures.Region(c.Preferred))],
            Absent("no limit", [.. group.Select(p => (p.MZPrime, p.Limits.ObservedContours.Count + p.Limits.ExpectedContours.Count > 0))])
                + MiniBooNEFigures.NoPreference(result.Comparisons.Select(c => c.Preferred).Where(p => p.Scenario == group.Key))) with
        {
            AlternativeTitle = result.Alternative.Scaling == BackgroundScaling.Fixed ? "observed, error fixed" : "observed, error growing",
            ExamplePoint = Marker(inputs.Card, group.Key, Example(inputs.Card)),
            CardPoint = ResponseBuilder.IsExample(inputs.Card.Model) ? null : Marker(inputs.Card, group.Key, inputs.Card.Model),
            OlderLimits = [.. older.SelectMany(o => o.Pieces.Select(p => new OlderLimit(o.Label, new Curve(p.MassGeV, p.U2), null, o.CitationKey)))],
        }),
    ];

    private static PlaneResult Alternative(SearchResult result, PlaneResult plane) =>
        result.Alternative.Planes.Single(p => p.Scenario == plane.Scenario && p.MZPrime == plane.MZPrime);

    /// <summary>The letter's example with what the card's scan keeps fixed; only if that is the letter's is it the letter's point.</summary>
    private static DarkSectorParameters? Example(Card card)
    {
        DarkSectorParameters letter = ResponseBuilder.ExamplePoint;
        DarkSectorParameters point = ScanPoints.Point(card, Scenario.Single, letter.MZPrime, letter.M4).WithMixingSquared(letter.MixingSquared);
        return ResponseBuilder.IsExample(point) ? point : null;
    }

    /// <summary>Where a point is in the planes of a scenario; null where none of them holds it.</summary>
    private static PlanePoint? Marker(Card card, Scenario scenario, DarkSectorParameters? point) =>
        point is not null && point.Scenario == scenario
        && (scenario == Scenario.Single || Math.Abs((point.M5!.Value / point.M4) - 1.0 - card.Scan.Delta) <= 1e-9 * (1.0 + card.Scan.Delta))
        && card.Scan.MZPrime.Any(mass => Math.Abs(mass - point.MZPrime) <= 1e-9 * mass)
        && Within(point.ParentMass, card.Scan.Mass) && Within(point.MixingSquared, card.Scan.Coupling)
            ? new PlanePoint(point.ParentMass, point.MixingSquared)
            : null;

    private static bool Within(double value, ScanGrid grid) => value >= grid.Low && value <= grid.High;

    /// <summary>A plane of mass and mixing of one scenario, with its titles.</summary>
    public static LimitFigureData Plane(Card card, Scenario scenario, string name, IReadOnlyList<LimitCurve> limits, IReadOnlyList<PreferredRegion> regions, string addition)
    {
        bool single = scenario == Scenario.Single;
        string dark = card.Model is { UD4: null, UD5: null } ? "" : $", *U*_{{D4}} = {MarkedNumber.Of(card.Model.UD4 ?? 1.0)}" + (single ? "" : $", *U*_{{D5}} = {MarkedNumber.Of(card.Model.UD5 ?? 1.0)}");
        string fixedPart = $"*ε* = {MarkedNumber.Of(card.Model.Epsilon)}, *α*_{{D}} = {MarkedNumber.Of(card.Model.AlphaD)}{dark}";
        return new LimitFigureData(
            name,
            single ? "*m*_{4} [GeV]" : "*m*_{5} [GeV]",
            single ? "|*U*_{*μ*4}|^{2}" : "|*U*_{*μ*5}|^{2}",
            limits,
            (single ? $"single dark neutrino, {fixedPart}" : $"dual, *Δ* = {MarkedNumber.Of(card.Scan.Delta)}, {fixedPart}") + addition,
            Regions: regions,
            MassRangeGeV: (card.Scan.Mass.Low, card.Scan.Mass.High),
            Scanned: (card.Scan.Coupling.Low, card.Scan.Coupling.High));
    }

    /// <summary>What a figure's note adds about Z' masses (GeV) that have nothing to draw; empty if all have.</summary>
    public static string Absent(string what, IReadOnlyList<(double MZPrime, bool Exists)> planes)
    {
        double[] absent = [.. planes.Where(p => !p.Exists).Select(p => p.MZPrime)];
        return absent.Length == 0 ? "" : $"; {what} at {(absent.Length == planes.Count ? "any *m*_{*Z*′} here" : $"*m*_{{*Z*′}} = {string.Join(", ", absent.Select(MarkedNumber.Mass))}")}";
    }

    /// <summary>Contours as curves, without the points that make no difference to the eye.</summary>
    public static Curve[] Curves(IReadOnlyList<Contour> contours) =>
        [.. contours.Select(c => OutlineSimplifier.Simplify(c, Invisible)).Select(c => new Curve(c.X, c.Y))];

    private static EfficiencyCurve[] Curves(EfficiencyMarginal m, EfficiencyMap map, int axis)
    {
        double[] one = map.Folded[Topologies.Index(Topology.OneShower)][axis];
        double[] track = map.Folded[Topologies.Index(Topology.OneShowerOneTrack)][axis];
        double[] two = map.Folded[Topologies.Index(Topology.TwoShowers)][axis];
        double[] total = [.. one.Select((v, i) => v + track[i] + two[i])];
        return
        [
            new("total", m.Total, total),
            new("1 shower", m.OneShowerNoTrack, one),
            new("1 shower + 1 track", m.OneShowerOneTrack, track),
            new("2 showers", m.TwoShowersNoTrack, two),
        ];
    }
}

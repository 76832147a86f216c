using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Figures;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Reports.MiniBooNE;
using Umbriel.Response;
using Umbriel.Response.Published;
using Umbriel.Scan;
using Umbriel.Systematics;

namespace Umbriel.Reports;

/// <summary>What the HTML report of a search says.</summary>
internal static class SearchReport
{
    public static ReportModel Build(SearchInputs inputs, SearchResult result, EfficiencyFigureData[] efficiencies, SpectrumFigureData[] spectra, LimitFigureData[] limits)
    {
        Closure closure = result.Closures[0];
        double uncertainty = inputs.MicroBooNE.MixtureUncertainty.Relative;
        PointResult point = result.Point;
        MassLimit limit = point.Limit.Limit;
        ReportCard[] cards =
        [
            new("Signal at the card's point", $"{point.Signal.Total:F1} events", $"{PointText.Line(point.Point)}; the letter's example closes at {Symbols.AlphaD} = {closure.ClosingAlphaD:F3}"),
            new($"{Symbols.ChiSquare} of the data, background only", $"{inputs.MicroBooNE.Fit.BackgroundOnly:F2} / {inputs.MicroBooNE.Fit.BinCount}", inputs.Card.Fit.Variable == FitVariable.Score ? "the letter: 3.08 / 4" : "no published value"),
            new(
                "Limit at the card's masses",
                limit.ObservedU2 is null ? "none" : $"{Symbols.Mixing} < {Symbols.Coupling(limit.ObservedU2, "")}",
                $"expected {Symbols.Coupling(limit.ExpectedU2, "none")}; {PointText.Masses(point.Point)}"),
        ];
        return new ReportModel(
            MarkedText.Literal(inputs.Card.Title),
            $"Umbriel {CodeVersion.Release}: search for dark-sector {Symbols.Pair} pairs in MicroBooNE's published data, 95% C.L.",
            cards,
            [
                Limits(inputs, result, limits),
                Spectra(inputs, result, spectra),
                ClosureSection(inputs, result, closure, uncertainty, efficiencies),
                Assumptions(inputs, result),
                Provenance(inputs.Card),
            ],
            Citations.For(inputs.Card));
    }

    private static ReportSection Limits(SearchInputs inputs, SearchResult result, LimitFigureData[] limits) => new(
        "Limits",
        [
            $"Everything above a solid line is excluded at 95% C.L. by the data ({Symbols.DeltaChiSquare} ≥ 5.99 against the best fit of the same Z′ mass); dashed lines are expected for data equal to the background.",
            ScalingText(inputs.Card.Fit.BackgroundScaling),
            MiniBooNEReport.RegionText(inputs.Card, inputs.MiniBooNE),
            $"How much is excluded has a Monte Carlo error: for the letter's card up to 2 percentage points of a region's area and up to 0.4 of the least {Symbols.DeltaChiSquare} (standard deviation of four seeds, the largest of twelve planes and both scalings; validation/verdict.md has it for each).",
            inputs.Card.OlderLimits.Count == 0 ? "No older limits are drawn." : $"The grey area was excluded before, whatever N decays to (90% C.L., digitised; data/limits/README.md names each source). In the dual scenario the same limits are taken to hold for {Symbols.MixingMu5} at the mass of N_{{5}}.",
        ],
        [
            new ReportTable(
                "Best fit and strongest limit by Z′ mass",
                ["scenario", $"{Symbols.ZPrimeMass} [GeV]", $"best-fit {Symbols.ChiSquare}", $"best-fit {Symbols.Mixing}", "the scan cuts", $"strongest observed {Symbols.Mixing}", "at mass [GeV]", "expected there"],
                [.. result.Planes.Select(BestRow)]),
            new ReportTable(
                "How much of MiniBooNE's 95% region MicroBooNE excludes at 95%, and whether the two agree",
                ["scenario", $"{Symbols.ZPrimeMass} [GeV]", "of its area", $"weighted by exp(−{Symbols.DeltaChiSquare}/2)", "all of it", "least excluded point", $"its {Symbols.DeltaChiSquare} in MicroBooNE", $"parameter goodness of fit {Symbols.ChiSquare} / d.o.f.", "*p*", $"of its area, error {Word(result.Alternative.Scaling)}", $"least {Symbols.DeltaChiSquare}", "*p*"],
                [.. result.Comparisons.Zip(result.Alternative.Comparisons, VerdictRow)]),
            MiniBooNEReport.BestFits(inputs.Card, result.Comparisons.Select(c => c.Preferred)),
        ],
        [.. limits.Select(f => LimitVega.Spec(f, f.Note ?? f.Name))]);

    /// <summary>What becomes of the background's error where a signal is added.</summary>
    private static string ScalingText(BackgroundScaling scaling) =>
        "Nothing published says what becomes of the background's error where a signal is added. "
        + (scaling == BackgroundScaling.Prediction
            ? "Here it is relative to the whole prediction and grows with the signal, as where a fractional matrix multiplies background and signal; with it the letter's example lies just within the expected limit, as the letter says. Thin lines: it stays what it is, in events."
            : "Here it stays what it is, in events, and the signal has the released matrix's error of its own. Thin lines: it is relative to the whole prediction and grows with the signal.");

    private static string Word(BackgroundScaling scaling) => scaling == BackgroundScaling.Fixed ? "fixed" : "growing";

    private static IReadOnlyList<string> VerdictRow(PlaneComparison<MiniBooNEAnalysis> comparison, PlaneComparison<MiniBooNEAnalysis> alternative)
    {
        RegionComparison verdict = comparison.Verdict;
        RegionComparison other = alternative.Verdict;
        return
        [
            Scenarios.Name(comparison.Preferred.Scenario), Show.Brief(comparison.Preferred.MZPrime),
            Preference(comparison, Percentage.Of(verdict.ExcludedArea)), Percentage.Of(verdict.ExcludedWeighted), Preference(comparison, verdict.Covers ? "yes" : "no"),
            verdict.MostTolerantPoint is { } point ? $"{point.Mass:G3} GeV, {MarkedNumber.Of(point.U2, 2, padded: true)}" : "-", verdict.MostTolerantPoint is { } at ? $"{at.DeltaChiSquare:F1}" : "-",
            $"{verdict.Compatibility.ChiSquare:F1} / {verdict.Compatibility.DegreesOfFreedom}", $"{verdict.Compatibility.PValue:G2}",
            Percentage.Of(other.ExcludedArea), other.MostTolerantPoint is { } there ? $"{there.DeltaChiSquare:F1}" : "-", $"{other.Compatibility.PValue:G2}",
        ];
    }

    /// <summary>What is said of a region, or that there is none.</summary>
    internal static string Preference(PlaneComparison<MiniBooNEAnalysis> comparison, string text) =>
        comparison.Preferred.ChiSquare.Prefers(comparison.Verdict.Allowed) ? text : PlaneFlags.NoPreference;

    private static IReadOnlyList<string> BestRow(PlaneResult plane)
    {
        MassLimit? strongest = plane.Limits.Limits.Where(l => l.ObservedU2 is not null).MinBy(l => l.ObservedU2);
        BestFit best = plane.Limits.ObservedBestFit;
        return
        [
            Scenarios.Name(plane.Scenario), Show.Brief(plane.MZPrime), $"{best.ChiSquare:F2}", best.U2 > 0.0 ? Symbols.Coupling(best.U2, "") : "0", MiniBooNEReport.Borders("best fit", plane.Limits.BestFitEdges),
            Symbols.Coupling(strongest?.ObservedU2, "none"), strongest is null ? "-" : $"{strongest.Mass:G3}", Symbols.Coupling(strongest?.ExpectedU2, "-"),
        ];
    }

    private static ReportSection Spectra(SearchInputs inputs, SearchResult result, SpectrumFigureData[] spectra) => new(
        "Data, background and signal",
        [
            "Data, constrained background and its drawn uncertainty are the published ones, digitised.",
            $"The signal is that of the card's point, {PointText.Line(result.Point.Point)}, as predicted here at {PointText.Exposure(inputs.MicroBooNE.Generation.Pot)}; "
                + (spectra[0].PublishedSignal is null
                    ? "in the score its shape is that of the letter's example, the only one published."
                    : "it is the letter's example, also drawn as published; in the score its shape is the published one by construction."),
            .. inputs.MicroBooNE.Data.Counts is null ? [] : (string[])["In the letter's text each background is constrained by itself, so that the topologies do not add up to the total; deviations are in units of the background's error alone, as is the letter's 1.5 σ."],
            $"The letter compares the sensitivity of the number of events, the energy, the angle and the score, and finds the score's the best. {Best(inputs, result)}",
        ],
        [
            .. Counts(inputs, result.Point),
            Variables(inputs, result),
            new ReportTable(
                $"Readings of the background's uncertainty, at {PointText.Masses(result.Point.Point)}",
                ["covariance", "background's error", $"{Symbols.ChiSquare} background only", $"observed {Symbols.Mixing}", $"expected {Symbols.Mixing}"],
                [.. result.Variants.Select(v => (IReadOnlyList<string>)[v.Variant.Name, Word(v.Scaling), $"{v.ChiSquare:F3}", Symbols.Coupling(v.ObservedU2, "none"), Symbols.Coupling(v.ExpectedU2, "none")])]),
        ],
        [.. spectra.Select(f => SpectrumVega.Spec(f, f.AxisTitle))]);

    /// <summary>The counts of the letter's text, where the tables have them.</summary>
    private static IEnumerable<ReportTable> Counts(SearchInputs inputs, PointResult point)
    {
        IReadOnlyList<SelectionCount> counts = SelectionCount.Of(inputs, point);
        if (counts.Count > 0)
        {
            yield return new ReportTable(
                "Events as the letter's text counts them, and the signal predicted at the card's point",
                ["selection", "data", "background", "data − background", "signal"],
                [.. counts.Select(c => (IReadOnlyList<string>)[c.Title, $"{c.Published.Data:F0}", $"{c.Published.Background:F1} ± {c.Published.BackgroundError:F1}", $"{c.Published.Pull:F1} σ", $"{c.Signal:F1}"])]);
        }
    }

    /// <summary>Which distribution has the lowest expected limit here, and what that hangs on where it is not the letter's.</summary>
    private static string Best(SearchInputs inputs, SearchResult result)
    {
        if (result.Variables.Where(v => v.Limit.ExpectedU2 is not null).MinBy(v => v.Limit.ExpectedU2) is not { } best)
        {
            return "Here none of them has an expected limit at the card's masses.";
        }

        string text = $"Here the lowest expected limit is that of the {VariableTitle(best.Variable)}";
        return best.Variable == FitVariable.Score || inputs.Card.Fit.Correlation > 0.0
            ? text + "."
            : text + ": the drawn errors of different bins are taken as uncorrelated, which nothing published says, and a distribution of more bins gains by it (at the letter's example point the score is best where they are correlated by 0.9; validation/figure4.md).";
    }

    private static ReportTable Variables(SearchInputs inputs, SearchResult result) => new(
        $"What each distribution alone gives, at {PointText.Masses(result.Point.Point)} (covariance {result.Variables[0].Covariance.Name}, background's error {Word(inputs.Card.Fit.BackgroundScaling)})",
        ["distribution", "bins", $"{Symbols.ChiSquare} background only", $"observed {Symbols.Mixing}", $"expected {Symbols.Mixing}"],
        [.. result.Variables.Select(v => (IReadOnlyList<string>)[VariableTitle(v.Variable), $"{v.Bins}", $"{v.ChiSquare:F2}", Symbols.Coupling(v.Limit.ObservedU2, "none"), Symbols.Coupling(v.Limit.ExpectedU2, "none")])]);

    private static string VariableTitle(FitVariable variable) => variable switch
    {
        FitVariable.Energy => "visible energy",
        FitVariable.Angle => "angle to the beam",
        FitVariable.Rate => "number of events",
        _ => "NC *π*^{0} rejection score",
    };

    private static ReportSection ClosureSection(SearchInputs inputs, SearchResult result, Closure closure, double uncertainty, EfficiencyFigureData[] efficiencies) => new(
        "Closure on the published example signal",
        [
            $"The letter's example ({PointText.Line(ResponseBuilder.ExamplePoint)}, *ε* = {MarkedNumber.Of(ResponseBuilder.ExamplePoint.Epsilon)}) has {closure.Published:F1} selected events, and its dark coupling is not printed. The four-dimensional efficiency is fitted to the published marginals on a stated reference mixture ({inputs.MicroBooNE.Mixtures[0].Name}); with the card's {Symbols.AlphaD} = {MarkedNumber.Of(closure.AlphaD, 4)} it selects {closure.Signal.Total:F1}. Each mixture closes with an {Symbols.AlphaD} of its own, below. Mixtures whose marginals agree, as those of the published sample must, close within 4% of *g*_{{D}} = 2, {Symbols.AlphaD} = 0.318, which another generator's authors state for this point; equal shares of light and heavy mediators close at 0.25 (validation/closure.md).",
            $"Once every mixture selects the example as published, they differ at other points by {100.0 * uncertainty:F0}% (root mean square over the reference points of half their range): a common factor on every predicted signal, {(inputs.Card.Fit.Systematics.Any(source => source.Name == EfficiencyMixture.Switch.Name) ? "in the limits as a source of uncertainty" : "not in the limits")}.",
        ],
        [
            new ReportTable(
                "Predicted example signal by reference mixture, events",
                ["mixture", "selected", "statistical error", "1 shower", "1 shower + 1 track", "2 showers", "over published", $"closes at {Symbols.AlphaD}"],
                [
                    .. result.Closures.Select(c => (IReadOnlyList<string>)
                    [
                        MarkedText.Literal(c.Mixture), $"{c.Signal.Total:F2}", $"{c.StatisticalError:F2}", $"{c.Signal.ByTopology[0]:F2}", $"{c.Signal.ByTopology[1]:F2}", $"{c.Signal.ByTopology[2]:F2}", $"{c.Signal.Total / c.Published:F3}", $"{c.ClosingAlphaD:F3}",
                    ]),
                ]),
            new ReportTable(
                "How far the fitted efficiency is from each published marginal's total (relative)",
                ["topology", "energy", "*θ*", "opening angle", "asymmetry"],
                [.. Topologies.Selected.Select(t => (IReadOnlyList<string>)[t.ToString(), .. inputs.MicroBooNE.Response.Efficiency.Residuals[Topologies.Index(t)].Select(r => $"{r:F3}")])]),
        ],
        [.. efficiencies.Select(f => EfficiencyVega.Spec(f, f.AxisTitle))]);

    private static ReportSection Assumptions(SearchInputs inputs, SearchResult result)
    {
        EnergySmearing energy = inputs.MicroBooNE.Response.EnergySmearing;
        List<string> bullets =
        [
            "Data, background, efficiencies and covariance are digitised from public plots of the HEPData record, not the record itself (data/hepdata-2502.10900/README.md has the precision).",
            "The background and its drawn error are after the NC *π*^{0} constraint; errors of different bins are taken as uncorrelated unless the card says otherwise.",
            inputs.Card.Fit.BackgroundScaling == BackgroundScaling.Fixed ? "The signal's covariance is the score block of the released fractional matrix." : "The background's error is relative to background and signal together; the signal has no other.",
            "The score shape of the signal is published for the example point only and is used for every model.",
            $"Energy smearing (scale {energy.Scale:F3}, {100.0 * energy.Stochastic:F1}%/√*E*) and angular smearing ({inputs.MicroBooNE.Response.AngleSmearing.Sigma:F2}°) are fitted to the published example signal.",
            $"{Symbols.AlphaD} is not printed in the letter; the default, *g*_{{D}} = 2, closes its example signal on the default mixture.",
            $"*e ε* follows the {(inputs.Card.Model.EmCoupling == DarkSector.EmCouplingConvention.DarkNews ? "*g* sin *θ*_{W} *ε* of DarkNews (3.87% above *α*(0))" : "Thomson limit")}; the branching ratio to {Symbols.Pair} is {(inputs.Card.Model.BRee == DarkSector.BranchingRatioConvention.Unity ? "one" : "the model's")}.",
            "Soil is a cone around the beam axis up to the detector hall; hall, steel and foam hold no target. N_{4} is stable in the dual scenario.",
            "Wilks' theorem for two parameters is assumed, as in the letter.",
        ];
        bullets.AddRange(MiniBooNEReport.Assumptions(inputs.Card, inputs.MiniBooNE));
        bullets.AddRange(MiniBooNEReport.Failures(FailedPlane.Of(result.Comparisons, inputs.MicroBooNE.Name)));
        bullets.AddRange(inputs.Card.Notes.Select(MarkedText.Literal));
        return new ReportSection("Assumptions", [], [], [], Bullets: bullets);
    }

    /// <summary>Code and card.</summary>
    public static ReportSection Provenance(Card card) => new(
        "Provenance",
        [$"Umbriel {CodeVersion.Full}. Inputs and outputs with their SHA-256 are in manifest.json beside this page; umbriel verify checks them."],
        [],
        [],
        [new ReportListing("Card, with every default", card.ToCanonicalText())]);
}

using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Figures;
using Umbriel.Inference;
using Umbriel.Scan;

namespace Umbriel.Reports.MiniBooNE;

/// <summary>What reports say of MiniBooNE: the page of <c>miniboone</c>, and sections that a search shares.</summary>
internal static class MiniBooNEReport
{
    public static ReportModel Build(Card card, MiniBooNEInputs inputs, IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes, LimitFigureData[] regions, StackedSpectrumFigureData[] spectra)
    {
        PreferredPlane<MiniBooNEAnalysis> best = planes.Where(p => ReferenceEquals(p.Analysis.Fit, planes[0].Analysis.Fit)).MinBy(p => p.ChiSquare.BestFit.ChiSquare)!;
        return new ReportModel(
            MarkedText.Literal(card.Title),
            $"Umbriel {CodeVersion.Release}: dark-sector {Symbols.Pair} pairs as the explanation of MiniBooNE's excess.",
            [
                new ReportCard($"{Symbols.ChiSquare} without signal", $"{best.Analysis.Fit.BackgroundOnly:F1} / {best.Analysis.Fit.DegreesOfFreedomBins}", MiniBooNEFigures.DataSetTitle(best.Analysis.Fit)),
                new ReportCard($"Best {Symbols.ChiSquare} of all planes", $"{best.ChiSquare.BestFit.ChiSquare:F1}", $"{Scenarios.Name(best.Scenario)}, {Symbols.ZPrimeMass} = {best.MZPrime:G4} GeV{(best.ChiSquare.Prefers(RegionLevels.Drawn) ? "" : $"; {PlaneFlags.NoPreference} at 95%")}"),
            ],
            [
                new ReportSection(
                    "Preferred regions",
                    [RegionText(card, inputs)],
                    [BestFits(card, planes)],
                    [.. regions.Select(f => LimitVega.Spec(f, f.Note ?? f.Name))]),
                new ReportSection(
                    "Spectra",
                    ["Data and backgrounds are MiniBooNE's; the signal is ours, on top. The first set is the card's own point, the others are the best fits of each scenario. The visible energy and the angle show events with a quasi-elastic energy up to 1.25 GeV, with the backgrounds of the file scaled by 0.915 to the release's total (data/miniboone/README.md)."],
                    [],
                    [.. spectra.Select(f => StackedSpectrumVega.Spec(f, $"{f.AxisTitle}; {f.Note}"))]),
                new ReportSection("Assumptions", [], [], [], Bullets: [.. Assumptions(card, inputs), .. Failures(FailedPlane.Of(planes)), .. card.Notes.Select(MarkedText.Literal)]),
                SearchReport.Provenance(card),
            ],
            Citations.ForMiniBooNE(card));
    }

    /// <summary>How regions are made.</summary>
    public static string RegionText(Card card, MiniBooNEInputs inputs) =>
        $"Filled regions are preferred by MiniBooNE's electron-like events at 95% C.L. ({Symbols.DeltaChiSquare} < 5.99 against the best fit of the same Z′ mass, marked by a star), from our own prediction of the signal in MiniBooNE and the {MiniBooNEFigures.DataSetTitle(inputs.Drawn.Fit)} data release, with the muon events as the constraint of its background. Where having no signal is itself within {Symbols.DeltaChiSquare} < 5.99 of the best fit there is no preference and nothing is filled. A region that reaches a border of the scan goes on beyond it, and a best fit there is where the scan ends, not where {Symbols.ChiSquare} is lowest: it has no star, and the table names the border. {Convention(card)}";

    /// <summary>What was assumed about MiniBooNE.</summary>
    public static IEnumerable<string> Assumptions(Card card, MiniBooNEInputs inputs)
    {
        MiniBooNESettings settings = card.MiniBooNE;
        yield return settings.Efficiency == EfficiencyConvention.Head
            ? "MiniBooNE's published efficiency contains the share of events within its fiducial radius; since the decay volume is that sphere already, the efficiency is divided by that share, 0.55 (efficiency: head)."
            : "MiniBooNE's published efficiency is applied as tabulated for visible energies from 0.14 to 3 GeV although the decay volume contains its fiducial share already (efficiency: legacy, as in the first version of arXiv:2308.02543): half the rate.";
        yield return $"MiniBooNE sees {string.Join(" and ", settings.Regimes.Select(r => r switch { ScatteringRegime.Coherent => "coherent", ScatteringRegime.ProtonElastic => "proton-elastic", _ => "neutron-elastic" }))} scattering on CH_{{2}} and on SiO_{{2}} upstream, in {(card.Generation.Geometry == Generation.GeometryConvention.Letter ? "818 t of oil within 610.6 cm" : "DarkNews's geometry (818 t within 574.6 cm, soil of 0.954 g/cm³)")}; protons are below its threshold.";
        yield return "A pair counts as one ring by the criterion of arXiv:2210.08021 (Table II) on momenta smeared with the resolutions of arXiv:2308.02543; energies that resolution takes to zero " + (settings.Clipped == ClippedLepton.Reject ? "lose the pair, as there." : "do not.");
        yield return "Fluxes, exposures, data, backgrounds and covariances are those of MiniBooNE's releases (data/miniboone/README.md); the neutrinos' parents decay where a toy simulation says.";
        yield return "Wilks' theorem for two parameters is assumed.";
    }

    /// <summary>What became of points without χ²; nothing where there are none.</summary>
    public static IEnumerable<string> Failures(IReadOnlyList<FailedPlane> planes) => FailedPlane.Describe(planes, Symbols.ChiSquare) is { } line ? [line] : [];

    /// <summary>Best fits, one row per plane.</summary>
    public static ReportTable BestFits(Card card, IEnumerable<PreferredPlane<MiniBooNEAnalysis>> planes) => new(
        "Best fits by data set, scenario and Z′ mass",
        ["data", "scenario", $"{Symbols.ZPrimeMass} [GeV]", "mass [GeV]", Symbols.Mixing, Symbols.Vertex, Symbols.ChiSquare, $"{Symbols.ChiSquare} without signal", "bins", "selected signal", "the scan cuts"],
        [.. planes.Select(p => BestFit(card, p))]);

    /// <summary>Which normalisation couplings have.</summary>
    private static string Convention(Card card) => card.Model is { UD4: null, UD5: null }
        ? $"{Symbols.Mixing} is {Symbols.MixingMu4} = |*V*_{{*μ*4}}|^{{2}} (single) or {Symbols.MixingMu5} = |*V*_{{*μ*5}}|^{{2}} (dual), *g*_{{D}} apart, as in the letter; the axis of arXiv:2308.02543 is {Symbols.Vertex}, 4π{Symbols.AlphaD} = {MarkedNumber.Of(4.0 * Math.PI * card.Model.AlphaD)} times that: column {Symbols.Vertex} below."
        : $"{Symbols.Mixing} is {Symbols.MixingMu4} or {Symbols.MixingMu5} in DarkNews's three-portal normalisation, with *g*_{{D}}, *U*_{{D4}} and *U*_{{D5}} of the card; |*U*_{{*μ*4}}|/|*U*_{{*μ*5}}| stays as on the card. The axis of arXiv:2308.02543 is {Symbols.Vertex}: {Symbols.MixingMu4} or 4 {Symbols.MixingMu5} for *g*_{{D}} = 2, *U*_{{D}}^{{2}} = 1/2.";

    private static IReadOnlyList<string> BestFit(Card card, PreferredPlane<MiniBooNEAnalysis> plane)
    {
        BestFit best = plane.ChiSquare.BestFit;
        bool exists = best.Mass is not null;
        return
        [
            MiniBooNEFigures.DataSet(plane.Analysis.Fit).Replace('_', ' '), Scenarios.Name(plane.Scenario), $"{plane.MZPrime:G4}",
            exists ? $"{best.Mass:G3}" : "-", exists ? Symbols.Coupling(best.U2, "") : "0", exists ? Symbols.Coupling(MiniBooNETables.VertexSquared(card, plane, best.Mass!.Value, best.U2), "") : "0",
            $"{best.ChiSquare:F2}", $"{plane.Analysis.Fit.BackgroundOnly:F2}", $"{plane.Analysis.Fit.DegreesOfFreedomBins}", exists ? $"{MiniBooNETables.Selected(plane, best.Mass!.Value, best.U2):F0}" : "0",
            Cut(PlaneFlags.Of(plane.ChiSquare)),
        ];
    }

    /// <summary>At which borders of the scan region and best fit end, or that nothing is preferred.</summary>
    private static string Cut(PlaneFlags flags)
    {
        string[] texts = [flags.Preference ? Borders("region", flags.Region) : PlaneFlags.NoPreference, Borders("best fit", flags.BestFit)];
        return string.Join("; ", texts.Where(text => text.Length > 0));
    }

    /// <summary>Words for a best fit or region at borders of the scan; empty for none.</summary>
    public static string Borders(string what, PlaneEdges edges) => edges == PlaneEdges.None ? "" : $"{what} at {string.Join(", ", edges.Names())}";
}

namespace Umbriel.Figures;

/// <summary>Exclusion limits in the plane of dark-neutrino mass and mixing (the letter's Fig. 4), both axes logarithmic.</summary>
/// <param name="Name">File stem: letters, digits, '-' and '_'.</param>
/// <param name="MassTitle">Title of the mass axis, in <see cref="MarkedText"/>, such as "*m*_{4} [GeV]".</param>
/// <param name="CouplingTitle">Title of the coupling axis, in <see cref="MarkedText"/>, such as "|*U*_{*μ*4}|^{2}".</param>
/// <param name="Limits">One entry per Z′ mass; its place in the list sets the colour, also of its regions.</param>
/// <param name="Note">Line above the frame: scenario and fixed parameters, in <see cref="MarkedText"/>; null for none.</param>
/// <param name="OlderLimits">Grey regions excluded before; null or empty for none.</param>
/// <param name="Regions">Regions preferred by MiniBooNE; null or empty for none.</param>
/// <param name="ExamplePoint">The letter's example, drawn as a green plus; null for none.</param>
/// <param name="CardPoint">The card's own point, drawn as a diamond; null for none.</param>
/// <param name="MassRangeGeV">Lower and upper end of the mass axis (GeV); null for 0.01 to 1.</param>
/// <param name="CouplingRange">Lower and upper end of the coupling axis; null to fit the curves, in whole powers of ten.</param>
/// <param name="Scanned">Lowest and highest coupling of the scan, where the axis ends at the latest; null for 0 to 1.</param>
/// <param name="AlternativeTitle">What the legend calls the alternative limits; null where there are none.</param>
public sealed record LimitFigureData(
    string Name,
    string MassTitle,
    string CouplingTitle,
    IReadOnlyList<LimitCurve> Limits,
    string? Note = null,
    IReadOnlyList<OlderLimit>? OlderLimits = null,
    IReadOnlyList<PreferredRegion>? Regions = null,
    PlanePoint? ExamplePoint = null,
    PlanePoint? CardPoint = null,
    (double Low, double High)? MassRangeGeV = null,
    (double Low, double High)? CouplingRange = null,
    (double Low, double High)? Scanned = null,
    string? AlternativeTitle = null)
{
    internal void Require()
    {
        FigureChecks.Name(Name);
        foreach (LimitCurve limit in Limits)
        {
            FigureChecks.Positive(Name, "Z' mass", [limit.ZPrimeMassGeV]);
            RequireAll(limit.Observed, "observed limit");
            RequireAll(limit.Expected, "expected limit");
            RequireAll(limit.Alternative ?? [], "alternative limit");
        }

        foreach (OlderLimit older in OlderLimits ?? [])
        {
            older.Boundary.Require(Name, older.Label);
        }

        foreach (PreferredRegion region in Regions ?? [])
        {
            RequireAll(region.Contours, "preferred region");
            RequirePoint(region.BestFit, "best fit");
        }

        RequirePoint(ExamplePoint, "example point");
        RequirePoint(CardPoint, "card's point");
        RequireRange(MassRangeGeV, "mass range");
        RequireRange(CouplingRange, "coupling range");
        RequireRange(Scanned, "scanned couplings");
    }

    private void RequireAll(IReadOnlyList<Curve> curves, string what)
    {
        foreach (Curve curve in curves)
        {
            curve.Require(Name, what);
        }
    }

    private void RequirePoint(PlanePoint? point, string what)
    {
        if (point is not null)
        {
            FigureChecks.Positive(Name, what, [point.MassGeV, point.Coupling]);
        }
    }

    private void RequireRange((double Low, double High)? range, string what)
    {
        if (range is { } r)
        {
            FigureChecks.Positive(Name, what, [r.Low]);
            FigureChecks.Edges(Name, [r.Low, r.High]);
        }
    }
}

/// <summary>The limits for one Z′ mass; a contour may fall into several pieces.</summary>
/// <param name="ZPrimeMassGeV">Mass of the Z′ (GeV).</param>
/// <param name="Observed">Observed 95% C.L. limit, mass (GeV) against |U|²; empty when not computed.</param>
/// <param name="Expected">Expected (Asimov) limit; empty when not computed.</param>
/// <param name="Alternative">Observed limit of another reading of the uncertainties, drawn thin; null or empty for none.</param>
public sealed record LimitCurve(double ZPrimeMassGeV, IReadOnlyList<Curve> Observed, IReadOnlyList<Curve> Expected, IReadOnlyList<Curve>? Alternative = null);

/// <summary>A limit published before, drawn as the grey region above its boundary.</summary>
/// <param name="Label">Experiment, in <see cref="MarkedText"/>; limits with the same label are one source. Empty to write none.</param>
/// <param name="Boundary">Mass (GeV, from low to high) against the upper limit on |U|².</param>
/// <param name="LabelAt">Centre of the label; null to place it clear of everything, or leave it out where that cannot be.</param>
/// <param name="CitationKey">Key in <see cref="Bibliography"/>; null when there is none.</param>
public sealed record OlderLimit(string Label, Curve Boundary, PlanePoint? LabelAt = null, string? CitationKey = null);

/// <summary>A region preferred by MiniBooNE, filled translucent in the colour of its Z′ mass.</summary>
/// <param name="ZPrimeMassGeV">Mass of the Z′ (GeV); the colour is that of the limit with the same mass.</param>
/// <param name="Contours">Closed outlines, mass (GeV) against |U|²; empty where nothing is preferred.</param>
/// <param name="BestFit">Best fit within the plane, drawn as a star; null for none.</param>
public sealed record PreferredRegion(double ZPrimeMassGeV, IReadOnlyList<Curve> Contours, PlanePoint? BestFit = null);

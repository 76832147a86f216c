using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Inference;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Scan;

/// <summary>The limits of one scenario at one Z' mass.</summary>
/// <param name="Scenario">Single or dual.</param>
/// <param name="MZPrime">Z' mass, GeV.</param>
/// <param name="Signal">The signal.</param>
/// <param name="Limits">Scan of the plane.</param>
public sealed record PlaneResult(Scenario Scenario, double MZPrime, PlaneSignal Signal, PlaneLimits Limits);

/// <summary>What one reading of the background's uncertainty gives at the card's masses.</summary>
/// <param name="Variant">The reading.</param>
/// <param name="Scaling">Whether its error grows with the prediction.</param>
/// <param name="ChiSquare">χ² of the data against the background alone.</param>
/// <param name="ObservedU2">Observed limit on |U|² there; null if none.</param>
/// <param name="ExpectedU2">Expected limit.</param>
public sealed record VariantRow(PublishedReading Variant, BackgroundScaling Scaling, double ChiSquare, double? ObservedU2, double? ExpectedU2);

/// <summary>What one published distribution alone gives at the card's masses.</summary>
/// <param name="Variable">The distribution.</param>
/// <param name="Covariance">Reading of the background's uncertainty, the same for all.</param>
/// <param name="Bins">Number of its bins.</param>
/// <param name="ChiSquare">χ² of the data against the background alone.</param>
/// <param name="Limit">Observed and expected limit on |U|² there.</param>
public sealed record VariableRow(FitVariable Variable, PublishedReading Covariance, int Bins, double ChiSquare, MassLimit Limit);

/// <summary>Everything a search computes.</summary>
/// <param name="Closures">The letter's example signal by mixture, the one in use first.</param>
/// <param name="Point">The card's own point.</param>
/// <param name="Variants">Readings of the background's uncertainty (score only).</param>
/// <param name="Variables">The published distributions against each other.</param>
/// <param name="Planes">Limits, in the order of the card's scan.</param>
/// <param name="Comparisons">MiniBooNE's regions in the same planes, and how much of them the limits exclude.</param>
/// <param name="Alternative">The same with the other scaling of the background's error.</param>
public sealed record SearchResult(
    IReadOnlyList<Closure> Closures,
    PointResult Point,
    IReadOnlyList<VariantRow> Variants,
    IReadOnlyList<VariableRow> Variables,
    IReadOnlyList<PlaneResult> Planes,
    IReadOnlyList<PlaneComparison<MiniBooNEAnalysis>> Comparisons,
    AlternativeLimits Alternative);

/// <summary>Limits of the same signals with the background's error scaled otherwise.</summary>
/// <param name="Scaling">How.</param>
/// <param name="Planes">Limits, in the order of the card's scan.</param>
/// <param name="Comparisons">How much of MiniBooNE's regions they exclude.</param>
public sealed record AlternativeLimits(BackgroundScaling Scaling, IReadOnlyList<PlaneResult> Planes, IReadOnlyList<PlaneComparison<MiniBooNEAnalysis>> Comparisons);

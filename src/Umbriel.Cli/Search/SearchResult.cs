using Umbriel.DarkSector;
using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Systematics;

namespace Umbriel.Cli.Search;

/// <summary>The limits of one scenario at one Z' mass.</summary>
/// <param name="Scenario">Single or dual.</param>
/// <param name="MZPrime">Z' mass, GeV.</param>
/// <param name="Signal">The signal.</param>
/// <param name="Limits">Scan of the plane.</param>
internal sealed record PlaneResult(Scenario Scenario, double MZPrime, SignalPlane Signal, PlaneLimits Limits);

/// <summary>What one reading of the background's uncertainty gives at the letter's example masses.</summary>
/// <param name="Variant">The reading.</param>
/// <param name="ChiSquare">χ² of the data against the background alone.</param>
/// <param name="ObservedU2">Observed limit on |U_μ4|² at m4 = 106 MeV, m_Z' = 30 MeV; null if none.</param>
/// <param name="ExpectedU2">Expected limit there.</param>
internal sealed record VariantRow(PublishedReading Variant, double ChiSquare, double? ObservedU2, double? ExpectedU2);

/// <summary>Everything a search computes.</summary>
/// <param name="Closures">The example signal by mixture, the one in use first.</param>
/// <param name="Response">The response in use.</param>
/// <param name="Fit">The fit to the data.</param>
/// <param name="Variants">Readings of the background's uncertainty (score only).</param>
/// <param name="Planes">Limits, in the order of the card's scan.</param>
internal sealed record SearchResult(
    IReadOnlyList<Closure> Closures,
    PublishedResponse Response,
    SignalFit Fit,
    IReadOnlyList<VariantRow> Variants,
    IReadOnlyList<PlaneResult> Planes);

using Umbriel.DarkSector;
using Umbriel.Experiments;
using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>A plane with points that have no χ².</summary>
/// <param name="Analysis">Name of the analysis.</param>
/// <param name="Plane">The plane.</param>
/// <param name="Failures">How many points, and the first.</param>
public sealed record FailedPlane(string Analysis, ScanPlane Plane, PointFailures Failures)
{
    /// <summary>Those among planes of preferred regions.</summary>
    public static IReadOnlyList<FailedPlane> Of<TAnalysis>(IEnumerable<PreferredPlane<TAnalysis>> planes)
        where TAnalysis : IAnalysis =>
        [.. planes.Select(p => new FailedPlane(p.Analysis.Name, p.Plane, p.ChiSquare.Failures)).Where(p => p.Failures.Count > 0)];

    /// <summary>Those among compared planes, of either analysis.</summary>
    /// <param name="comparisons">The comparisons.</param>
    /// <param name="excluding">Name of the analysis that excludes.</param>
    /// <typeparam name="TAnalysis">The kind of analysis that prefers.</typeparam>
    public static IReadOnlyList<FailedPlane> Of<TAnalysis>(IReadOnlyList<PlaneComparison<TAnalysis>> comparisons, string excluding)
        where TAnalysis : IAnalysis =>
    [
        .. Of(comparisons.Select(c => c.Preferred)),
        .. comparisons.Select(c => new FailedPlane(excluding, c.Preferred.Plane, c.ExcludingFailures)).Where(p => p.Failures.Count > 0),
    ];

    /// <summary>One line about all of them; null where there are none.</summary>
    /// <param name="planes">The planes.</param>
    /// <param name="symbol">How χ² is written.</param>
    public static string? Describe(IReadOnlyList<FailedPlane> planes, string symbol)
    {
        ArgumentNullException.ThrowIfNull(planes);
        if (planes.Count == 0)
        {
            return null;
        }

        FailedPlane first = planes[0];
        return $"Points without {symbol} (their covariance is not positive definite), which count as excluded: {planes.Sum(p => p.Failures.Count)} in {planes.Count} of the planes; "
            + $"the first: {first.Analysis}, {Scenarios.Name(first.Plane.Scenario)}, m_Z' = {first.Plane.MZPrime:G4} GeV, mass {first.Failures.Mass:G6} GeV, |U|^2 = {first.Failures.U2:G6}.";
    }
}

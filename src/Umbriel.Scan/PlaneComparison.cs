using System.Globalization;
using System.Text;
using Umbriel.Cards;
using Umbriel.Experiments;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>What the data of one analysis say of the region that another prefers in one plane.</summary>
/// <typeparam name="TAnalysis">The analysis that prefers.</typeparam>
/// <param name="Preferred">The region.</param>
/// <param name="Verdict">How much of it is excluded, and whether the two agree.</param>
/// <param name="ExcludingFailures">Points that have no χ² in the analysis that excludes, and count as excluded.</param>
public sealed record PlaneComparison<TAnalysis>(PreferredPlane<TAnalysis> Preferred, RegionComparison Verdict, PointFailures ExcludingFailures)
    where TAnalysis : IAnalysis
{
    internal static PlaneComparison<TAnalysis> Compute(ILikelihood excluding, PlaneResult limit, PreferredPlane<TAnalysis> plane, int threads, CancellationToken cancellation)
    {
        ChiSquarePlane other = limit.Signal.Plane(excluding, plane.ChiSquare.Masses, plane.ChiSquare.Couplings, threads, cancellation);
        RegionComparison verdict = RegionComparison.Compute(plane.ChiSquare, RegionLevels.Drawn, other, CommonParameters(limit.Signal, plane), cancel: cancellation);
        return new PlaneComparison<TAnalysis>(plane, verdict, other.Failures);
    }

    /// <summary>What the one experiment measures and the other as well: what they can disagree on.</summary>
    private static int CommonParameters(PlaneSignal excluding, PreferredPlane<TAnalysis> preferred)
    {
        (ScanAxis masses, ScanAxis couplings) = (preferred.ChiSquare.Masses, preferred.ChiSquare.Couplings);
        return SignalRank.Of(excluding.At, masses, couplings)
            + SignalRank.Of(preferred.Signal.At, masses, couplings)
            - SignalRank.Of((mass, u2) => [.. excluding.At(mass, u2), .. preferred.Signal.At(mass, u2)], masses, couplings);
    }
}

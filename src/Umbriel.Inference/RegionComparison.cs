using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>
/// How much of the region that one experiment prefers another one excludes, in the plane of mass and |U|² of one Z'
/// mass, and whether the two agree at all. Fractions refer to the part of the region within the axes, in
/// d ln m d ln |U|². Where the first experiment prefers nothing (<see cref="ChiSquarePlane.Prefers"/>) they would depend on
/// where the axis begins, and there are none.
/// </summary>
public sealed record RegionComparison
{
    /// <summary>Level of the preferred region.</summary>
    public required ConfidenceLevel Allowed { get; init; }

    /// <summary>Δχ² of the excluding experiment at or above which a point is excluded.</summary>
    public required double ExcludedFrom { get; init; }

    /// <summary>Area of the preferred region in (ln m, ln |U|²); zero when there is none or it is smaller than a fine cell.</summary>
    public required double RegionArea { get; init; }

    /// <summary>Excluded fraction of that area, in [0, 1]; null when there is no area.</summary>
    public required double? ExcludedArea { get; init; }

    /// <summary>
    /// Change of <see cref="ExcludedArea"/> when every other fine node is left out: about three times its error, which
    /// falls with the square of the step; infinite when the region is too small for the coarser nodes.
    /// </summary>
    public required double? ExcludedAreaResolution { get; init; }

    /// <summary>The same fraction weighted with exp(-Δχ²/2) of the preferring experiment, normalised to the region; null when there is no area.</summary>
    public required double? ExcludedWeighted { get; init; }

    /// <summary>Change of <see cref="ExcludedWeighted"/> when every other fine node is left out.</summary>
    public required double? ExcludedWeightedResolution { get; init; }

    /// <summary>The best-surviving point of the region; null when nothing within the axes is preferred.</summary>
    public required TolerantPoint? MostTolerantPoint { get; init; }

    /// <summary>Agreement of the two experiments on the parameters.</summary>
    public required ParameterGoodnessOfFit Compatibility { get; init; }

    /// <summary>True when every point of the region within the axes is excluded: even the most tolerant one reaches <see cref="ExcludedFrom"/>. False without a region.</summary>
    public bool Covers => MostTolerantPoint is { } point && point.DeltaChiSquare >= ExcludedFrom;

    /// <summary>
    /// Compares two experiments. Cost: the region's fine nodes for both experiments, and some 4000 evaluations of each.
    /// </summary>
    /// <param name="preferred">The experiment with a region to explain.</param>
    /// <param name="allowed">Level of that region.</param>
    /// <param name="excluding">The experiment that excludes, on the same axes.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom of <see cref="Compatibility"/>.</param>
    /// <param name="excludedFrom">Its Δχ², against its own best fit, that excludes; the letter's is <see cref="ConfidenceLevel.LetterThreshold"/>.</param>
    /// <param name="cancel">Stops between evaluations.</param>
    /// <exception cref="ArgumentException">When the axes differ or the threshold is not above zero.</exception>
    public static RegionComparison Compute(ChiSquarePlane preferred, ConfidenceLevel allowed, ChiSquarePlane excluding, int degreesOfFreedom, double excludedFrom = ConfidenceLevel.LetterThreshold, CancellationToken cancel = default)
    {
        ParameterGoodnessOfFit.RequireSameAxes(preferred, excluding);
        if (!(excludedFrom > 0.0 && double.IsFinite(excludedFrom)))
        {
            throw new ArgumentOutOfRangeException(nameof(excludedFrom), excludedFrom, "threshold of the exclusion; expected a number above zero");
        }

        if (!preferred.Prefers(allowed))
        {
            return new RegionComparison
            {
                Allowed = allowed,
                ExcludedFrom = excludedFrom,
                RegionArea = 0.0,
                ExcludedArea = null,
                ExcludedAreaResolution = null,
                ExcludedWeighted = null,
                ExcludedWeightedResolution = null,
                MostTolerantPoint = null,
                Compatibility = ParameterGoodnessOfFit.Compute(preferred, excluding, degreesOfFreedom, cancel),
            };
        }

        RefinedRegion region = preferred.Refined(allowed);
        double[] delta = Evaluate(region, excluding, cancel);
        RegionQuadrature.Sums fine = RegionQuadrature.Integrate(region, delta, excludedFrom, 1);
        RegionQuadrature.Sums coarse = RegionQuadrature.Integrate(region, delta, excludedFrom, 2);
        double? area = Ratio(fine.ExcludedArea, fine.Area);
        double? weighted = Ratio(fine.ExcludedWeight, fine.Weight);
        return new RegionComparison
        {
            Allowed = allowed,
            ExcludedFrom = excludedFrom,
            RegionArea = fine.Area,
            ExcludedArea = area,
            ExcludedAreaResolution = Change(area, Ratio(coarse.ExcludedArea, coarse.Area)),
            ExcludedWeighted = weighted,
            ExcludedWeightedResolution = Change(weighted, Ratio(coarse.ExcludedWeight, coarse.Weight)),
            MostTolerantPoint = TolerantPoint.Find(preferred, region, excluding, delta, cancel),
            Compatibility = ParameterGoodnessOfFit.Compute(preferred, excluding, degreesOfFreedom, cancel),
        };
    }

    private static double? Ratio(double part, double whole) => whole > 0.0 ? Math.Clamp(part / whole, 0.0, 1.0) : null;

    private static double? Change(double? fine, double? coarse) => fine is null ? null : coarse is null ? double.PositiveInfinity : Math.Abs(fine.Value - coarse.Value);

    /// <summary>Δχ² of the excluding experiment where the quadrature asks for it.</summary>
    private static double[] Evaluate(RefinedRegion region, ChiSquarePlane excluding, CancellationToken cancel)
    {
        double[] delta = new double[region.Delta.Length];
        bool[] needed = new bool[delta.Length];
        foreach (int stride in (int[])[1, 2])
        {
            foreach ((int i, int j) in RegionQuadrature.TouchedCells(region, stride))
            {
                needed[region.Node(i, j)] = needed[region.Node(i + stride, j)] = true;
                needed[region.Node(i, j + stride)] = needed[region.Node(i + stride, j + stride)] = true;
            }
        }

        int[] wanted = [.. Enumerable.Range(0, needed.Length).Where(n => needed[n])];
        ParallelLoop.For(wanted.Length, excluding.Options(cancel), k =>
        {
            (int i, int j) = Math.DivRem(wanted[k], region.Couplings.Count);
            delta[wanted[k]] = excluding.At(region.Masses.Values[i], region.Couplings.Values[j]) - excluding.BestFit.ChiSquare;
        });
        return delta;
    }
}

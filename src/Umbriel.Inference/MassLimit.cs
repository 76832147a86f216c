namespace Umbriel.Inference;

/// <summary>A stretch of couplings that is excluded at one mass.</summary>
/// <param name="Lower">Where it begins; null when it begins at |U|² = 0 (the data disfavour having no signal).</param>
/// <param name="Upper">Where it ends; null when it reaches the end of the axis.</param>
public sealed record ExclusionInterval(double? Lower, double? Upper);

/// <summary>Limits on the coupling at one mass.</summary>
/// <param name="Mass">GeV.</param>
/// <param name="Observed">Couplings excluded by the data, in order.</param>
/// <param name="Expected">Couplings that data equal to the background would exclude, in order.</param>
public sealed record MassLimit(double Mass, IReadOnlyList<ExclusionInterval> Observed, IReadOnlyList<ExclusionInterval> Expected)
{
    /// <summary>The lowest |U|² above which the data exclude; null when nothing is excluded up to the end of the axis.</summary>
    public double? ObservedU2 => Limit(Observed);

    /// <summary>The lowest |U|² above which exclusion is expected; null when none is.</summary>
    public double? ExpectedU2 => Limit(Expected);

    private static double? Limit(IReadOnlyList<ExclusionInterval> intervals) => intervals.FirstOrDefault(i => i.Lower is not null)?.Lower;
}

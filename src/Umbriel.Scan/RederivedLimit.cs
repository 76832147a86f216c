namespace Umbriel.Scan;

/// <summary>One limit of a <c>limits.csv</c>, computed again.</summary>
/// <param name="Row">The file's row.</param>
/// <param name="Kind"><c>observed</c> or <c>expected</c>.</param>
/// <param name="FileU2">What the file says; null for no limit.</param>
/// <param name="RecomputedU2">What comes out now.</param>
public sealed record RederivedLimit(LimitRow Row, string Kind, double? FileU2, double? RecomputedU2)
{
    /// <summary>Their relative difference: 0 if there is no limit in either, infinite if in one of them only.</summary>
    public double Difference => (FileU2, RecomputedU2) switch
    {
        (null, null) => 0.0,
        ({ } file, { } now) => file == now ? 0.0 : Math.Abs(now - file) / Math.Abs(file),
        _ => double.PositiveInfinity,
    };
}

namespace Umbriel.Response;

/// <summary>Every point has as many pairs as any other.</summary>
public sealed class EqualShares : IShareRule
{
    /// <summary>The only instance.</summary>
    public static EqualShares Rule { get; } = new();

    /// <inheritdoc/>
    public double[] Compute(IReadOnlyList<PointSample> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        double[] shares = new double[points.Count];
        Array.Fill(shares, 1.0 / points.Count);
        return shares;
    }
}

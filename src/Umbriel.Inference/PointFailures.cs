namespace Umbriel.Inference;

/// <summary>Points of a plane that have no χ², for example because the covariance of their signal is not positive definite.</summary>
/// <param name="Count">How many different ones.</param>
/// <param name="Mass">Mass of the first, GeV: the lowest mass, and of its points the lowest |U|²; null where there are none.</param>
/// <param name="U2">|U|² of the first; null where there are none.</param>
public sealed record PointFailures(int Count, double? Mass, double? U2)
{
    /// <summary>None.</summary>
    public static PointFailures None { get; } = new(0, null, null);

    internal static PointFailures Of(ICollection<(double Mass, double U2)> points)
    {
        if (points.Count == 0)
        {
            return None;
        }

        (double mass, double u2) = points.Min();
        return new PointFailures(points.Count, mass, u2);
    }
}

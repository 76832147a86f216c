namespace Umbriel.Inference;

/// <summary>
/// The scale on which Δχ² is interpolated between grid points: ln(Δχ²/threshold), in which a power of the coupling is a
/// straight line, cut off far below the threshold because Δχ² vanishes at the best fit.
/// </summary>
internal static class DeltaScale
{
    /// <summary>Fraction of the threshold below which the scale is flat.</summary>
    public const double Floor = 0.05;

    /// <summary>Zero at the threshold, rising with Δχ².</summary>
    public static double Of(double delta, double threshold) => Math.Log(Math.Max(delta / threshold, Floor));
}

namespace Umbriel.Inference;

/// <summary>The best fit of a plane.</summary>
/// <param name="ChiSquare">χ² there.</param>
/// <param name="U2">|U|²; zero when no point of the plane fits better than the background alone.</param>
/// <param name="Mass">Mass in GeV; null at |U|² = 0, where it has no meaning.</param>
public sealed record BestFit(double ChiSquare, double U2, double? Mass)
{
    /// <summary>Borders of the axes on which it lies, to a hundredth of a step; none at |U|² = 0.</summary>
    public PlaneEdges Edges(ScanAxis masses, ScanAxis couplings) => Mass is not { } mass
        ? PlaneEdges.None
        : PlaneEdgeNames.Of(masses.IsLowest(mass), masses.IsHighest(mass), couplings.IsLowest(U2), couplings.IsHighest(U2));
}

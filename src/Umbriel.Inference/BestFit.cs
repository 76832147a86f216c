namespace Umbriel.Inference;

/// <summary>The best fit of a plane.</summary>
/// <param name="ChiSquare">χ² there.</param>
/// <param name="U2">|U|²; zero when no point of the plane fits better than the background alone.</param>
/// <param name="Mass">Mass in GeV; null at |U|² = 0, where it has no meaning.</param>
public sealed record BestFit(double ChiSquare, double U2, double? Mass);

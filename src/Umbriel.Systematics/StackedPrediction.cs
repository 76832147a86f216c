namespace Umbriel.Systematics;

/// <summary>Expected signal and background of the same bins, in one universe.</summary>
/// <param name="Signal">Signal per bin, events.</param>
/// <param name="Background">Background per bin, events.</param>
public sealed record StackedPrediction(double[] Signal, double[] Background);

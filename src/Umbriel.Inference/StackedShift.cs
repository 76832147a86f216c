namespace Umbriel.Inference;

/// <summary>One shift of the stacked [signal, background] bins, as one cause makes it.</summary>
/// <param name="Signal">Change of each bin's signal relative to the signal, no unit; one per bin.</param>
/// <param name="Background">Change of each bin's background, events; one per bin.</param>
public readonly record struct StackedShift(double[] Signal, double[] Background);

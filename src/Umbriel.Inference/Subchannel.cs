namespace Umbriel.Inference;

/// <summary>One contribution to a spectrum (a background category, a signal regime): expected counts in every bin.</summary>
/// <param name="Name">Name, unique within the spectrum.</param>
/// <param name="Counts">Expected events per bin, ≥ 0, in the order of the spectrum's binning.</param>
public sealed record Subchannel(string Name, double[] Counts);

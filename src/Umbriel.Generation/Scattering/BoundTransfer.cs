namespace Umbriel.Generation.Scattering;

/// <summary>What a nucleon off its mass shell is given, beside what its free self would be.</summary>
/// <param name="Q2">−q², GeV².</param>
/// <param name="Longitudinal">Longitudinal response relative to the free nucleon's; 1 for a free one.</param>
internal readonly record struct BoundTransfer(double Q2, double Longitudinal);

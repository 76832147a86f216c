namespace Umbriel.Backgrounds.Resonances;

/// <summary>A resonance with its measured properties.</summary>
/// <param name="Model">Its quantum numbers and amplitudes in the quark model.</param>
/// <param name="Pdg">PDG code of the state of charge +1.</param>
/// <param name="Mass">Mass, GeV.</param>
/// <param name="Width">Width at the mass, GeV.</param>
/// <param name="Branching">Branching fractions at the mass, by <see cref="ResonanceDecayMode"/>, of sum 1.</param>
public sealed record ResonanceState(QuarkModelState Model, int Pdg, double Mass, double Width, IReadOnlyList<double> Branching);

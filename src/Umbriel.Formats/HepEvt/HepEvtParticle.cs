using Umbriel.Core;

namespace Umbriel.Formats.HepEvt;

/// <summary>A particle of the HEPEVT common block, units as in the file.</summary>
/// <param name="Status">1 final, 0 or 4 incoming.</param>
/// <param name="Pdg">PDG code.</param>
/// <param name="Mother">Place of the first mother from 1, 0 for none.</param>
/// <param name="Daughter">Place of the first daughter from 1, 0 for none.</param>
/// <param name="Momentum">Momentum and energy, GeV.</param>
/// <param name="Mass">Mass, GeV.</param>
/// <param name="Position">Where and when it starts, cm and ns.</param>
internal readonly record struct HepEvtParticle(int Status, int Pdg, int Mother, int Daughter, FourVector Momentum, double Mass, FourVector Position);

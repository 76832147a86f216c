using Umbriel.Core;

namespace Umbriel.Backgrounds.Coherent;

/// <summary>A configuration of coherent pion production; the neutrino runs along z. GeV.</summary>
/// <param name="Lepton">The lepton that leaves.</param>
/// <param name="Pion">The pion.</param>
/// <param name="Recoil">The nucleus.</param>
public readonly record struct CoherentState(FourVector Lepton, FourVector Pion, FourVector Recoil);

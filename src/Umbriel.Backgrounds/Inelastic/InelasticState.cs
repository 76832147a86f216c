using Umbriel.Core;

namespace Umbriel.Backgrounds.Inelastic;

/// <summary>A configuration of inelastic scattering on a bound nucleon; the neutrino runs along z. GeV.</summary>
/// <param name="Radius">Where in the nucleus, fm.</param>
/// <param name="FreeEnergy">Energy of a neutrino that has the same s with a free nucleon at rest, GeV.</param>
/// <param name="HadronMass">Invariant mass of the hadrons, W.</param>
/// <param name="Q2">Q² that the free nucleon of the same s would have at this angle, GeV²: the one the cross section was taken at.</param>
/// <param name="Struck">The nucleon before, off its mass shell by the removal energy.</param>
/// <param name="Lepton">The lepton that leaves.</param>
/// <param name="Hadrons">The sum of the hadrons.</param>
public readonly record struct InelasticState(double Radius, double FreeEnergy, double HadronMass, double Q2, FourVector Struck, FourVector Lepton, FourVector Hadrons);

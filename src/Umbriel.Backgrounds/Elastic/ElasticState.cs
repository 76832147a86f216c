using Umbriel.Core;

namespace Umbriel.Backgrounds.Elastic;

/// <summary>A configuration of (quasi-)elastic scattering; the neutrino runs along z. GeV.</summary>
/// <param name="Radius">Where in the nucleus, fm.</param>
/// <param name="Q2">Q² that the free nucleon of the same s would have at this angle, GeV²: the one the cross section was taken at.</param>
/// <param name="Struck">The nucleon before, off its mass shell by the removal energy.</param>
/// <param name="Lepton">The lepton that leaves.</param>
/// <param name="Leaving">The nucleon that leaves.</param>
public readonly record struct ElasticState(double Radius, double Q2, FourVector Struck, FourVector Lepton, FourVector Leaving);

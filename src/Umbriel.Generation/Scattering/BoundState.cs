using Umbriel.Core;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// A configuration of upscattering off a nucleon of a nucleus, in the frame in which the neutrino runs along z: k + p = N + p'. GeV.
/// </summary>
/// <param name="Radius">Where in the nucleus, fm.</param>
/// <param name="Q2">−(k − N)², GeV².</param>
/// <param name="Struck">p: the nucleon before, off its mass shell by the removal energy.</param>
/// <param name="Heavy">N.</param>
/// <param name="Leaving">p': the nucleon that leaves, before the cascade.</param>
/// <param name="HelicityConserved">Whether N kept the neutrino's helicity, in the frame in which k and p are back to back.</param>
public readonly record struct BoundState(double Radius, double Q2, FourVector Struck, FourVector Heavy, FourVector Leaving, bool HelicityConserved);

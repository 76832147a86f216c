using Umbriel.Core;

namespace Umbriel.Generation.Sampling;

/// <summary>One sampled upscattering, before it is placed and oriented.</summary>
/// <param name="Channel">Index of its channel in the sampler.</param>
/// <param name="Node">Index of the energy node whose table was used.</param>
/// <param name="Energy">Neutrino energy, GeV.</param>
/// <param name="Q2">Q², GeV².</param>
/// <param name="HeavyEnergy">Energy of N, GeV.</param>
/// <param name="HeavyMomentum">Momentum of N, GeV.</param>
/// <param name="HelicityConserved">Whether N kept the neutrino's helicity.</param>
/// <param name="Struck">
/// What was struck, in the frame in which the neutrino runs along z and N has x above and y at zero; a free target rests. GeV.
/// </param>
/// <param name="Radius">Where in its nucleus a bound nucleon was struck, fm.</param>
/// <param name="Weight">φ dσ over the proposal density, summed over channels: its mean is the rate per POT, target and cm³.</param>
public readonly record struct Upscattering(int Channel, int Node, double Energy, double Q2, double HeavyEnergy, double HeavyMomentum, bool HelicityConserved, FourVector Struck, double Radius, double Weight);

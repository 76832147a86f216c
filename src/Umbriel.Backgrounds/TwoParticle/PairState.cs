namespace Umbriel.Backgrounds.TwoParticle;

/// <summary>A configuration of scattering on a pair of nucleons.</summary>
/// <param name="EnergyTransfer">q₀, GeV.</param>
/// <param name="MomentumTransfer">|q|, GeV.</param>
/// <param name="Azimuth">Of the lepton about the beam, turns.</param>
/// <param name="MixedShare">Share of proton-neutron pairs at this transfer.</param>
public readonly record struct PairState(double EnergyTransfer, double MomentumTransfer, double Azimuth, double MixedShare);

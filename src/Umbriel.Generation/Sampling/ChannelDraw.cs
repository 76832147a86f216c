using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>An (E, Q²) drawn from a channel's tables.</summary>
/// <param name="Energy">Neutrino energy, GeV.</param>
/// <param name="Q2">Q², GeV².</param>
/// <param name="Node">Index of the energy whose Q² table was used.</param>
/// <param name="Kinematics">Kinematics at this energy.</param>
/// <param name="FluxOverDensity">Flux over the channel's integral times the density that (E, Q²) were drawn from; times dσ/dQ² it is near one.</param>
internal readonly record struct ChannelDraw(double Energy, double Q2, int Node, UpscatteringKinematics Kinematics, double FluxOverDensity);

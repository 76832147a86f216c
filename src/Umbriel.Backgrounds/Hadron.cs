using Umbriel.Core;

namespace Umbriel.Backgrounds;

/// <summary>A hadron (or the photon of a radiative decay) that an interaction with a nucleon makes.</summary>
/// <param name="Pdg">PDG code.</param>
/// <param name="Momentum">Four-momentum, GeV.</param>
public readonly record struct Hadron(int Pdg, FourVector Momentum)
{
    /// <summary>No interaction here makes more of them.</summary>
    public const int Most = 18;
}

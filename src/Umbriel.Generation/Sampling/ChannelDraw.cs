using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>An (E, Q²) drawn from a channel's tables.</summary>
internal struct ChannelDraw
{
    /// <summary>Neutrino energy, GeV.</summary>
    public double Energy;

    /// <summary>Q², GeV².</summary>
    public double Q2;

    /// <summary>Index of the energy whose Q² table was used.</summary>
    public int Node;

    /// <summary>Kinematics at this energy.</summary>
    public UpscatteringKinematics Kinematics;

    /// <summary>
    /// φ over d²(share)/dE dQ² of the tables, where the shares add up to the channel's integral: times dσ/dQ² it is one over
    /// h(E), up to interpolation.
    /// </summary>
    public double FluxOverDensity;
}

namespace Umbriel.Core;

/// <summary>How the neutrino met the nucleus; DarkNews's names are <c>coherent</c>, <c>p-el</c>, <c>n-el</c>.</summary>
public enum ScatteringRegime
{
    /// <summary>Off the nucleus as a whole.</summary>
    Coherent,

    /// <summary>Elastic off a bound proton.</summary>
    ProtonElastic,

    /// <summary>Elastic off a bound neutron.</summary>
    NeutronElastic,
}

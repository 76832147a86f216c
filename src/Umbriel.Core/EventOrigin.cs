namespace Umbriel.Core;

/// <summary>Region in which the neutrino scattered.</summary>
public enum EventOrigin
{
    /// <summary>Argon of the active volume.</summary>
    Tpc,

    /// <summary>Argon of the cryostat around the active volume.</summary>
    Cryostat,

    /// <summary>Soil upstream of the detector hall.</summary>
    Soil,
}

namespace Umbriel.Core.Events;

/// <summary>What an event is in truth. Files hold the number, and the tokens beside it (<see cref="EventTokens.Categories"/>).</summary>
public enum EventCategory : byte
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>No interaction of the beam: a particle gun.</summary>
    None = 1,

    /// <summary>A dark-sector e+e− pair.</summary>
    Signal = 2,

    /// <summary>Neutral current with one π0, not coherent.</summary>
    NcPi0 = 3,

    /// <summary>Neutral-current π0 off the nucleus as a whole.</summary>
    NcPi0Coherent = 4,

    /// <summary>ν_μ charged current with one π0.</summary>
    CcPi0 = 5,

    /// <summary>Neutral current with one photon and no π0.</summary>
    NcGamma = 6,

    /// <summary>ν_e charged current.</summary>
    NueCc = 7,

    /// <summary>ν_μ charged current without π0 or with more than one.</summary>
    NumuCc = 8,

    /// <summary>Any other neutral current on a nucleus.</summary>
    NcOther = 9,

    /// <summary>Elastic scattering off an electron.</summary>
    NuE = 10,

    /// <summary>No interaction of the beam: cosmic muons alone.</summary>
    Cosmic = 11,
}

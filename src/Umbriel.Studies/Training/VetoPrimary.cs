namespace Umbriel.Studies.Training;

/// <summary>What makes the shower of an event that the vetoes are trained on.</summary>
public enum VetoPrimary
{
    /// <summary>A π0.</summary>
    PionZero,

    /// <summary>A photon.</summary>
    Photon,

    /// <summary>An electron.</summary>
    Electron,

    /// <summary>An e+e− pair with an opening angle of up to 10°.</summary>
    Pair,
}

namespace Umbriel.Core;

/// <summary>Names the independent families of random numbers. Values are part of reproducibility: never renumber.</summary>
public enum RandomStage
{
    /// <summary>Event generation.</summary>
    Generation = 1,

    /// <summary>Reconstruction smearing in the published response.</summary>
    Smearing = 2,

    /// <summary>Pseudo-experiments.</summary>
    PseudoExperiment = 3,

    /// <summary>Randomised shifts of quadrature lattices.</summary>
    LatticeShift = 4,

    /// <summary>Energy and angle smearing in MiniBooNE.</summary>
    MiniBooNESmearing = 5,

    /// <summary>Primaries of a simulated event and their transport.</summary>
    Transport = 10,

    /// <summary>Cosmic rays laid over a simulated event.</summary>
    Cosmics = 11,

    /// <summary>Incoherent noise of a wire: the event's number carries plane and wire too (NoiseSeries).</summary>
    WireNoise = 20,

    /// <summary>Noise common to a group of wires.</summary>
    CoherentNoise = 21,

    /// <summary>Photo-electrons of a flash.</summary>
    Flash = 22,

    /// <summary>Photomultipliers of a flash's photo-electrons.</summary>
    FlashPosition = 23,

    /// <summary>Standard-Model interactions: process, configuration, hadrons.</summary>
    Interactions = 30,

    /// <summary>Points at which an interaction's density is looked at before events are drawn.</summary>
    InteractionMap = 31,

    /// <summary>The cascade of an interaction's hadrons through the nucleus.</summary>
    InteractionCascade = 32,
}

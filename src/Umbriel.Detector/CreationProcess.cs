namespace Umbriel.Detector;

/// <summary>What made a particle. Values are part of files: never renumber.</summary>
public enum CreationProcess
{
    /// <summary>Given from outside.</summary>
    Primary = 0,

    /// <summary>Photoelectric effect.</summary>
    Photoelectric = 1,

    /// <summary>Compton scattering.</summary>
    Compton = 2,

    /// <summary>Pair production.</summary>
    PairProduction = 3,

    /// <summary>Bremsstrahlung.</summary>
    Bremsstrahlung = 4,

    /// <summary>δ-ray: Møller, Bhabha, or knocked on by a heavier particle.</summary>
    DeltaRay = 5,

    /// <summary>Annihilation of a positron.</summary>
    Annihilation = 6,

    /// <summary>Decay, in flight or at rest.</summary>
    Decay = 7,

    /// <summary>Capture at rest by a nucleus.</summary>
    Capture = 8,

    /// <summary>Elastic nuclear scattering.</summary>
    NuclearElastic = 9,

    /// <summary>Inelastic nuclear reaction, absorption and charge exchange included.</summary>
    NuclearInelastic = 10,
}

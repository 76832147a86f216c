namespace Umbriel.Backgrounds.Events;

/// <summary>What a neutrino did.</summary>
public enum InteractionProcess : byte
{
    /// <summary>(Quasi-)elastic scattering on a nucleon.</summary>
    Elastic = 0,

    /// <summary>Scattering on a pair of nucleons (2p2h).</summary>
    Pair = 1,

    /// <summary>A resonance.</summary>
    Resonant = 2,

    /// <summary>The background under the resonances, and deep-inelastic scattering.</summary>
    NonResonant = 3,

    /// <summary>A pion made by the whole nucleus.</summary>
    Coherent = 4,

    /// <summary>Elastic scattering on an electron.</summary>
    Electron = 5,
}

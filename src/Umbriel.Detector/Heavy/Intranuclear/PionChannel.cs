namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>What a pion from outside does first in the nucleus.</summary>
internal enum PionChannel
{
    /// <summary>Absorbed by two nucleons.</summary>
    Absorption,

    /// <summary>Scatters on a nucleon and leaves as π0.</summary>
    ChargeExchange,

    /// <summary>Knocks on a nucleon, or makes another pion.</summary>
    Inelastic,
}

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>What a pion from outside ends in.</summary>
internal enum PionChannel
{
    /// <summary>No pion comes out.</summary>
    Absorption,

    /// <summary>One pion comes out, a π0.</summary>
    ChargeExchange,

    /// <summary>All else: scattering, double charge exchange, more pions.</summary>
    Inelastic,
}

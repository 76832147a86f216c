namespace Umbriel.Backgrounds.Resonances;

/// <summary>What a resonance decays to, summed over charges.</summary>
public enum ResonanceDecayMode : byte
{
    /// <summary>Nπ.</summary>
    NucleonPion,

    /// <summary>Nη.</summary>
    NucleonEta,

    /// <summary>Δ(1232)π.</summary>
    DeltaPion,

    /// <summary>Nρ.</summary>
    NucleonRho,

    /// <summary>N and two pions in an s wave.</summary>
    NucleonTwoPions,

    /// <summary>Λ or Σ and a kaon.</summary>
    Strange,

    /// <summary>Nγ.</summary>
    NucleonPhoton,
}

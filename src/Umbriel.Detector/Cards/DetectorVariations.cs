namespace Umbriel.Detector.Cards;

/// <summary>
/// The nine detector variations of the collaboration's analyses (wire responses: Eur. Phys. J. C 82 (2022) 454) as
/// continuous knobs. The default is neutral. u is the drift fraction: 0 at the wires, 1 at the cathode.
/// </summary>
public sealed record DetectorVariations
{
    /// <summary>Wire signal times 1 + k (2u − 1).</summary>
    public double WireX { get; init; }

    /// <summary>Wire signal times 1 + k cos(2π(y − y₀)/H) cos(2π(z − z₀)/L), y₀, z₀ the centre, H, L the sides.</summary>
    public double WireYZ { get; init; }

    /// <summary>Wire signal times 1 + k (4θ/π − 1), θ in [0, π/2] the angle between the step's projection on x and pitch, and the pitch direction.</summary>
    public double WireThetaXZ { get; init; }

    /// <summary>As <see cref="WireThetaXZ"/> in the plane of the wires: θ between the step's projection and the pitch direction.</summary>
    public double WireThetaYZ { get; init; }

    /// <summary>All light times this; 1 is neutral.</summary>
    public double LightYield { get; init; } = 1.0;

    /// <summary>Light times exp(−k u); 0 is neutral.</summary>
    public double LightAttenuation { get; init; }

    /// <summary>Rayleigh length in units of the nominal one; 1 is neutral.</summary>
    public double Rayleigh { get; init; } = 1.0;

    /// <summary>Space-charge displacements times this; 0 is off.</summary>
    public double SpaceCharge { get; init; }

    /// <summary>B (or k) of recombination times this; 1 is neutral.</summary>
    public double Recombination { get; init; } = 1.0;
}

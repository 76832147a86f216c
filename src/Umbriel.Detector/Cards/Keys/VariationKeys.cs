using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>variations</c> section: the nine knobs, whose defaults are neutral.</summary>
internal sealed class VariationKeys : CardTable<DetectorVariations>
{
    public VariationKeys()
    {
        Key("wireX", Between(-0.9, 0.9), knobs => knobs.WireX, (knobs, value) => knobs with { WireX = value },
            "wire signal × (1 + k(2u − 1))", example: "0.1");
        Key("wireYZ", Between(-0.9, 0.9), knobs => knobs.WireYZ, (knobs, value) => knobs with { WireYZ = value },
            "wire signal × (1 + k cos(2π(y − y₀)/H) cos(2π(z − z₀)/L))", example: "0.1");
        Key("wireThetaXZ", Between(-0.9, 0.9), knobs => knobs.WireThetaXZ, (knobs, value) => knobs with { WireThetaXZ = value },
            "wire signal × (1 + k(4θ/π − 1)), θ between the step's projection on x and pitch, and the pitch direction", example: "0.1");
        Key("wireThetaYZ", Between(-0.9, 0.9), knobs => knobs.WireThetaYZ, (knobs, value) => knobs with { WireThetaYZ = value },
            "the same in the plane of the wires", example: "0.1");
        Key("lightYield", Between(0.0, 10.0), knobs => knobs.LightYield, (knobs, value) => knobs with { LightYield = value },
            "all light × k", example: "0.75");
        Key("lightAttenuation", Between(-2.0, 10.0), knobs => knobs.LightAttenuation, (knobs, value) => knobs with { LightAttenuation = value },
            "light × exp(−k u)", example: "0.5");
        Key("rayleigh", Between(0.1, 10.0), knobs => knobs.Rayleigh, (knobs, value) => knobs with { Rayleigh = value },
            "Rayleigh length × k: light × (1 + 3d/4λ)/(1 + 3d/4kλ), d from the wires", example: "1.5");
        Key("spaceCharge", Between(-2.0, 2.0), knobs => knobs.SpaceCharge, (knobs, value) => knobs with { SpaceCharge = value },
            "displacements × k; 0 is off, 1 the card's sizes", example: "1");
        Key("recombination", Between(0.5, 2.0), knobs => knobs.Recombination, (knobs, value) => knobs with { Recombination = value },
            "B (or k) × this", example: "0.9");
    }
}

using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>spaceCharge</c> section.</summary>
internal sealed class SpaceChargeKeys : CardTable<SpaceChargeSettings>
{
    public SpaceChargeKeys()
    {
        Key("transverse", Between(0.0, 50.0, "cm"), charge => charge.Transverse, (charge, value) => charge with { Transverse = value },
            "largest displacement in y and z at `variations.spaceCharge: 1`", example: "10");
        Key("longitudinal", Between(0.0, 20.0, "cm"), charge => charge.Longitudinal, (charge, value) => charge with { Longitudinal = value },
            "largest displacement along x at `variations.spaceCharge: 1`", example: "1");
    }
}

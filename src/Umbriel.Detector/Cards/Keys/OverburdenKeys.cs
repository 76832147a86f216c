using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>overburden</c> section.</summary>
internal sealed class OverburdenKeys : CardTable<OverburdenSettings>
{
    public OverburdenKeys()
    {
        Key("thickness", Between(0.0, 5000.0, "m"), overburden => overburden.Thickness, (overburden, value) => overburden with { Thickness = value },
            "thickness of what cosmic rays cross before the cryostat", example: "3");
        Key("density", Between(0.1, 20.0, "g/cm3"), overburden => overburden.Density, (overburden, value) => overburden with { Density = value },
            "its density", example: "2.35");
    }
}

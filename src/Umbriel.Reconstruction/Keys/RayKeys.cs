using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Particles;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>particles.rays</c> section.</summary>
internal sealed class RayKeys : CardTable<RaySettings>
{
    public RayKeys()
    {
        Key("distance", Between(1.0, 100.0, "cm"), rays => rays.Reach, (rays, value) => rays with { Reach = value },
            "largest distance from the apex that is looked at: about a radiation length", example: "12");
        Key("radius", Between(0.01, 10.0, "cm"), rays => rays.Radius, (rays, value) => rays with { Radius = value },
            "radius of the tube at the apex", example: "0.5");
        Key("slope", Between(0.0, 1.0), rays => rays.Slope, (rays, value) => rays with { Slope = value },
            "and its growth with the distance: multiple scattering of some 100 MeV", example: "0.04");
        Key("step", Between(0.05, 10.0, "cm"), rays => rays.Step, (rays, value) => rays with { Step = value },
            "stretch in which a ray has charge or not", example: "0.5");
        Key("gap", Between(0.0, 100.0, "cm"), rays => rays.Gap, (rays, value) => rays with { Gap = value },
            "length without charge that ends a ray", example: "2");
        Key("minimumLength", Between(0.0, 100.0, "cm"), rays => rays.LeastLength, (rays, value) => rays with { LeastLength = value },
            "least own length of a further ray", example: "1.5");
        Key("minimumCharge", Between(0.0, 1e9, "electrons"), rays => rays.LeastCharge, (rays, value) => rays with { LeastCharge = value },
            "least own charge of a further ray: some 2 MeV", example: "6e4");
        Key("maximum", Count(1, 20), rays => rays.Most, (rays, value) => rays with { Most = value },
            "most rays", example: "4");
        Key("directions", Count(1, 1000), rays => rays.Directions, (rays, value) => rays with { Directions = value },
            "most directions tried for each", example: "20");
        Key("opposite", Between(-1.0, 1.0), rays => rays.Opposite, (rays, value) => rays with { Opposite = value },
            "a ray against an earlier one, beyond this cosine, is its continuation backwards", example: "-0.9");
    }
}

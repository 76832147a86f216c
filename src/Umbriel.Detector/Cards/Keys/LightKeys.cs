using System.Globalization;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>light</c> section.</summary>
internal sealed class LightKeys : CardTable<LightSettings>
{
    private const string Places = "a list of different places [y, z], cm";

    private static readonly ValueKind<PhotomultiplierPlace> Place = new(
        static (section, key, node) => node is YamlList { Items: [YamlScalar first, YamlScalar second] } && Coordinate(first) is { } y && Coordinate(second) is { } z
            ? new PhotomultiplierPlace(y, z)
            : throw section.Error(key, node, Places),
        static place => $"[{Show.Number(place.Y)}, {Show.Number(place.Z)}]",
        Places);

    public LightKeys()
    {
        Key("photonsPerMeV", Between(0.0, 100000.0), light => light.PhotonsPerMeV, (light, value) => light with { PhotonsPerMeV = value },
            "photons per MeV if every electron recombined", example: "40000");
        Key("excitonRatio", Between(0.0, 1.0), light => light.ExcitonRatio, (light, value) => light with { ExcitonRatio = value },
            "excitons per ion pair", example: "0.3");
        Key("visibleFraction", Between(0.0, 1.0), light => light.VisibleFraction, (light, value) => light with { VisibleFraction = value },
            "share of photons that reach a photomultiplier", example: "0.02");
        Key("efficiency", Between(0.0, 1.0), light => light.Efficiency, (light, value) => light with { Efficiency = value },
            "photo-electrons per photon that reached one", example: "0.03");
        Key("promptFraction", Between(0.0, 1.0), light => light.PromptFraction, (light, value) => light with { PromptFraction = value },
            "share of prompt (singlet) light", example: "0.25");
        Key("promptTime", Between(0.1, 1e5, "ns"), light => light.PromptTime, (light, value) => light with { PromptTime = value },
            "decay time of prompt light", example: "7");
        Key("slowTime", Between(0.1, 1e5, "ns"), light => light.SlowTime, (light, value) => light with { SlowTime = value },
            "decay time of slow (triplet) light", example: "1300");
        Key("rayleighLength", Between(1.0, 1e4, "cm"), light => light.RayleighLength, (light, value) => light with { RayleighLength = value },
            "nominal length of Rayleigh scattering", example: "90");
        Key("photomultipliers", List(Place, Places), light => light.Photomultipliers, (light, value) => light with { Photomultipliers = value },
            "where the photomultipliers stand, up to 1000", example: "[[0, 50], [0, 150]]", standard: "a grid of 8 by 4 over z and y", written: light => light.Photomultipliers.Count > 0);
        Key("photomultiplierDepth", Between(0.1, 200.0, "cm"), light => light.PhotomultiplierDepth, (light, value) => light with { PhotomultiplierDepth = value },
            "their distance behind the first plane of wires", example: "12.7");
        Key("flashGap", Between(1.0, 1e6, "ns"), light => light.FlashGap, (light, value) => light with { FlashGap = value },
            "deposits less than this apart are one flash", example: "500");
    }

    private static double? Coordinate(YamlScalar scalar) =>
        double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= 1e5 ? value : null;
}

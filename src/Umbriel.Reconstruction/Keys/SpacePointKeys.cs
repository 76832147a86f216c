using Umbriel.Formats.Keys;
using Umbriel.Reconstruction.Points;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>points</c> section.</summary>
internal sealed class SpacePointKeys : CardTable<SpacePointSettings>
{
    public SpacePointKeys()
    {
        Key("timeTolerance", Between(0.01, 100.0), points => points.TimeTolerance, (points, value) => points with { TimeTolerance = value },
            "largest difference of the times of two hits, in their mean width", example: "1");
        Key("maximumWidth", Between(0.1, 1000.0, "samples"), points => points.WidestHit, (points, value) => points with { WidestHit = value },
            "of which none counts as more than this", example: "5");
        Key("minimumTolerance", Between(0.0, 1000.0, "samples"), points => points.LeastTolerance, (points, value) => points with { LeastTolerance = value },
            "least tolerance of times", example: "2");
        Key("wireTolerance", Between(0.01, 20.0), points => points.WireTolerance, (points, value) => points with { WireTolerance = value },
            "largest distance of the crossing of two wires from the third, in pitches", example: "2");
        Key("timeWidth", Between(0.01, 100.0, "samples"), points => points.TimeWidth, (points, value) => points with { TimeWidth = value },
            "Gaussian width of the preference for equal times", example: "2");
        Key("wireWidth", Between(0.001, 10.0, "cm"), points => points.WireWidth, (points, value) => points with { WireWidth = value },
            "Gaussian width of the preference for wires that cross in one place", example: "0.2");
        Key("stages", Count(1, 100), points => points.Stages, (points, value) => points with { Stages = value },
            "how many times charge is balanced, neighbourhoods are favoured and what holds no charge is dropped", example: "3");
        Key("rounds", Count(1, 1000), points => points.Rounds, (points, value) => points with { Rounds = value },
            "rounds of balancing in each stage", example: "6");
        Key("minimumShare", Between(0.0, 1.0), points => points.LeastShare, (points, value) => points with { LeastShare = value },
            "a point with less than this share of the charge of each of its hits is dropped", example: "0.1");
        Key("maximumCandidates", Count(1000, 100000000), points => points.MostCandidates, (points, value) => points with { MostCandidates = value },
            "combinations of hits that an event may have, about 100 bytes each", example: "1000000");
        Key("maximumOfHit", Count(4, 1000000), points => points.MostOfHit, (points, value) => points with { MostOfHit = value },
            "and if there are more, those that one hit may have with two others; a quarter, and so on, until they fit", example: "128");
    }
}

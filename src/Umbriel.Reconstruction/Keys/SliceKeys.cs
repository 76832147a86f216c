using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;
using Umbriel.Reconstruction.Slices;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>slices</c> section.</summary>
internal sealed class SliceKeys : CardTable<SliceSettings>
{
    public SliceKeys()
    {
        Key("gateStart", Between(-1e6, 1e6, "ns"), slices => slices.GateStart, (slices, value) => slices with { GateStart = value },
            "start of the beam gate after time zero", example: "-300");
        Key("gateEnd", Between(-1e6, 1e6, "ns"), slices => slices.GateEnd, (slices, value) => slices with { GateEnd = value },
            "its end, after its start", example: "2000");
        Key("minimumLight", Between(0.0, 1e6), slices => slices.LeastLight, (slices, value) => slices with { LeastLight = value },
            "photo-electrons that a flash must have", example: "20");
        Key("flashDistance", BetweenOrNone(20.0, 2000.0, "cm"), slices => slices.FlashReach, (slices, value) => slices with { FlashReach = value },
            "only charge within this distance in z of where the flash in the gate came from is looked at (`--around-flash`); `none` for everything", example: "90");
        Key("outsideDrift", Between(0.0, 1000.0, "cm"), slices => slices.OutsideDrift, (slices, value) => slices with { OutsideDrift = value },
            "a point this far outside of anode or cathode for time zero came at another time", example: "3");
        Key("outsideCharge", Between(0.0, 1e9, "electrons"), slices => slices.OutsideCharge, (slices, value) => slices with { OutsideCharge = value },
            "charge of such points that makes a fragment cosmic", example: "2e5");
        Key("boundary", Between(0.0, 1000.0, "cm"), slices => slices.Boundary, (slices, value) => slices with { Boundary = value },
            "distance of the boundary in y and z within which a track enters or leaves", example: "5");
        Key("minimumCrossing", Between(0.0, 1e4, "cm"), slices => slices.LeastCrossing, (slices, value) => slices with { LeastCrossing = value },
            "distance between entry and exit from which a fragment is a muon that goes through", example: "30");
        Key("minimumTrack", Between(0.0, 1e4, "cm"), slices => slices.LeastTrack, (slices, value) => slices with { LeastTrack = value },
            "length from which a straight fragment counts as a track", example: "20");
        Key("lineWidth", Between(0.0, 1000.0, "cm"), slices => slices.LineWidth, (slices, value) => slices with { LineWidth = value },
            "distance of a fragment from the line of a track, of which it is another piece", example: "4");
        Key("lineGap", Between(0.0, 1e4, "cm"), slices => slices.LineGap, (slices, value) => slices with { LineGap = value },
            "gap between two pieces of a track", example: "50");
        Key("cosmicDistance", Between(0.0, 1000.0, "cm"), slices => slices.CosmicReach, (slices, value) => slices with { CosmicReach = value },
            "distance up to which a fragment that is cosmic takes others", example: "10");
        Key("distance", Between(0.0, 1000.0, "cm"), slices => slices.Reach, (slices, value) => slices with { Reach = value },
            "and up to which the others take each other", example: "30");
        Key("ownCharge", Between(0.0, 1e9, "electrons"), slices => slices.OwnCharge, (slices, value) => slices with { OwnCharge = value },
            "charge from which a fragment is not taken by a cosmic one unless they touch", example: "4e5");
        Key("touch", Between(0.0, 100.0, "cm"), slices => slices.Touch, (slices, value) => slices with { Touch = value },
            "distance at which fragments touch", example: "2");
        Key("lightScale", Between(0.01, 100.0), slices => slices.LightScale, (slices, value) => slices with { LightScale = value },
            "predicted over counted light of simulated showers: charge without space points is missing", example: "0.9");
        Key("lightSpread", Between(0.001, 10.0), slices => slices.LightSpread, (slices, value) => slices with { LightSpread = value },
            "relative spread of the light that is predicted, as the standard deviation of its logarithm", example: "0.2");
        Key("lightFactor", Between(1.0, 1000.0), slices => slices.LightFactor, (slices, value) => slices with { LightFactor = value },
            "the predicted light of the slice must be within this factor of the flash", example: "4");
        Key("heavyFactor", Between(1.0, 1000.0), slices => slices.HeavyFactor, (slices, value) => slices with { HeavyFactor = value },
            "largest factor by which a flash may exceed the predicted light: strongly ionising particles leave less charge and more light", example: "6");
        Key("maximumScore", Between(0.0, 1.0), slices => slices.LargestScore, (slices, value) => slices with { LargestScore = value },
            "slices with a larger cosmic score are not the neutrino's", example: "0.6");
        Key("straight", Between(0.0, 1.0), slices => slices.Straight, (slices, value) => slices with { Straight = value },
            "largest width of a track, root mean square over length", example: "0.1");
        Key("aligned", Between(-1.0, 1.0), slices => slices.Aligned, (slices, value) => slices with { Aligned = value },
            "least cosine of the angle between two pieces of a track", example: "0.95");
        Key("entryPenalty", Between(0.0, 1e6), slices => slices.EnterPrice, (slices, value) => slices with { EnterPrice = value },
            "penalty of entering from outside, in units of half a squared standard deviation of light", example: "5");
        Key("partPenalty", Between(0.0, 1e6), slices => slices.PartPrice, (slices, value) => slices with { PartPrice = value },
            "penalty of a further part of a slice, in the same units", example: "1");
        Key("partDistance", Between(0.0, 1e4, "cm"), slices => slices.PartReach, (slices, value) => slices with { PartReach = value },
            "largest distance between the centres of the parts of a slice", example: "80");
        Key("minimumPart", Between(0.0, 1.0), slices => slices.LeastPart, (slices, value) => slices with { LeastPart = value },
            "the predicted light of a part is at least this share of the flash", example: "0.05");
        Key("placeSpread", Between(0.1, 1000.0, "cm"), slices => slices.PlaceSpread, (slices, value) => slices with { PlaceSpread = value },
            "spread of the predicted position of the flash in y and z beside that of counting", example: "8");
        Key("maximumPull", Between(0.1, 1000.0), slices => slices.LargestPull, (slices, value) => slices with { LargestPull = value },
            "the predicted position must be within this many spreads of that of the flash", example: "5");
        Key("aloneShare", Between(0.0, 1.0), slices => slices.AloneShare, (slices, value) => slices with { AloneShare = value },
            "where light is not known: share of the charge from which a slice that looks cosmic is all there is", example: "0.9");
    }

    /// <inheritdoc/>
    protected override void Check(SectionReader section, SliceSettings record)
    {
        if (record.GateEnd <= record.GateStart)
        {
            throw section.ErrorAt(section.Map.Find("gateEnd")?.Line ?? section.Map.Line, "gateEnd", $"{record.GateEnd}, not after gateStart {record.GateStart}", "a later time");
        }
    }
}

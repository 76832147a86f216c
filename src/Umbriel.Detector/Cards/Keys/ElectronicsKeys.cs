using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>electronics</c> section.</summary>
internal sealed class ElectronicsKeys : CardTable<ElectronicsSettings>
{
    public ElectronicsKeys()
    {
        Key("gain", Between(0.1, 1000.0, "mV/fC"), electronics => electronics.Gain, (electronics, value) => electronics with { Gain = value },
            "height of the shaper's answer at the peak", example: "7.5");
        Key("shaping", Between(0.1, 10.0, "us"), electronics => electronics.Shaping, (electronics, value) => electronics with { Shaping = value },
            "peaking time", example: "1.3");
        Key("postGain", Between(0.01, 100.0), electronics => electronics.PostGain, (electronics, value) => electronics with { PostGain = value },
            "gain between shaper and digitiser", example: "1.2");
        Key("adcPerMillivolt", Between(0.01, 100.0), electronics => electronics.AdcPerMillivolt, (electronics, value) => electronics with { AdcPerMillivolt = value },
            "counts of the digitiser per mV", example: "2.56");
        Key("inductionStrength", Between(0.0, 1.0), electronics => electronics.InductionStrength, (electronics, value) => electronics with { InductionStrength = value },
            "share of the passing charge that an induction wire sees", example: "0.6");
    }
}

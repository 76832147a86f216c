using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Detector.Cards.Keys;

/// <summary>The <c>readout</c> section.</summary>
internal sealed class ReadoutKeys : CardTable<ReadoutSettings>
{
    public ReadoutKeys()
    {
        Key("frequency", Between(0.5, 20.0, "MHz"), readout => readout.Frequency, (readout, value) => readout with { Frequency = value },
            "samples per µs", example: "2.5");
        Key("ticks", Count(64, 65536), readout => readout.Ticks, (readout, value) => readout with { Ticks = value },
            "samples of a waveform", example: "9600", missing: "samples of a waveform, a whole number from 64 to 65536");
        Key("preSample", Between(0.0, 100.0, "ms"), readout => readout.PreSample, (readout, value) => readout with { PreSample = value },
            "time of the first sample before time zero", example: "1.6");
        Key("bits", Count(8, 14), readout => readout.Bits, (readout, value) => readout with { Bits = value },
            "bits of the digitiser", example: "14");
        Key("threshold", Between(0.0, 1000.0, "ADC counts"), readout => readout.Threshold, (readout, value) => readout with { Threshold = value },
            "a region is kept if its noise-free signal passes this", example: "0.5");
        Key("padding", Count(0, 1000), readout => readout.Padding, (readout, value) => readout with { Padding = value },
            "samples kept before and after a signal", example: "20");
        Key("coherentGroup", Count(1, 65536), readout => readout.CoherentGroup, (readout, value) => readout with { CoherentGroup = value },
            "neighbouring wires with common noise", example: "64");
        Key("whiteNoise", Between(0.0, 1.0), readout => readout.WhiteNoise, (readout, value) => readout with { WhiteNoise = value },
            "share of a wire's noise power that is white; the rest has the shaper's spectrum", example: "0.2");
    }
}

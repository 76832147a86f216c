using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;
using Umbriel.Reconstruction.Hits;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Reconstruction.Keys;

/// <summary>The <c>hits</c> section.</summary>
internal sealed class HitKeys : CardTable<HitSettings>
{
    public HitKeys()
    {
        Key("threshold", Between(1.0, 100.0), hits => hits.Threshold, (hits, value) => hits with { Threshold = value },
            "a pulse must pass this many times the noise of its plane", example: "5");
        Key("edge", Between(0.0, 100.0), hits => hits.Edge, (hits, value) => hits with { Edge = value },
            "it reaches down to this many times the noise on either side; not above `threshold`", example: "1.5");
        Key("valley", Between(0.0, 100.0), hits => hits.Valley, (hits, value) => hits with { Valley = value },
            "two maxima are two hits if the valley between them is lower than either by this many times the noise", example: "4");
        Key("valleyShare", Between(0.0, 1.0), hits => hits.ValleyShare, (hits, value) => hits with { ValleyShare = value },
            "and by this share of the lower one", example: "0.2");
        Key("maximumPeaks", Count(1, 100), hits => hits.MostPeaks, (hits, value) => hits with { MostPeaks = value },
            "a pulse with more maxima, or longer than `longPulse` and not Gaussian, is cut into pieces", example: "5");
        Key("longPulse", Between(1.0, 1000.0), hits => hits.LongPulse, (hits, value) => hits with { LongPulse = value },
            "length, in widths of a point's charge after the whole drift, from which a pulse is cut into pieces", example: "8");
        Key("beyondDrift", BetweenOrNone(0.0, 1000.0, "cm"), hits => hits.BeyondDrift, (hits, value) => hits with { BeyondDrift = value },
            "hits are kept where charge of time zero between anode and cathode can have made them, and this much beyond either; `none` keeps the whole readout", example: "none");
    }

    /// <inheritdoc/>
    protected override void Check(SectionReader section, HitSettings record)
    {
        if (record.Edge > record.Threshold)
        {
            throw section.ErrorAt(section.Map.Find("edge")?.Line ?? section.Map.Line, "edge", $"{record.Edge}, above the threshold of {record.Threshold}", "at most the threshold");
        }
    }
}

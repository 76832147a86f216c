using System.Globalization;
using System.Text;
using Umbriel.Formats.Text;

namespace Umbriel.Detector.Cards;

/// <summary>Writes a detector card as the stable text that is hashed. The text is itself a readable card.</summary>
internal static class CanonicalDetectorCard
{
    public static string Write(DetectorCard card)
    {
        StringBuilder text = new();
        Box(text, "activeVolume", card.ActiveVolume);
        Box(text, "cryostat", card.Cryostat);
        Line(text, "density", card.Density);
        text.Append("drift:\n");
        Line(text, "  towards", card.Drift.TowardsLowX ? "-x" : "+x");
        Line(text, "  field", card.Drift.Field);
        Line(text, "  temperature", card.Drift.Temperature);
        Line(text, "  speed", card.Drift.Speed);
        Line(text, "  lifetime", card.Drift.Lifetime);
        Line(text, "  longitudinalDiffusion", card.Drift.LongitudinalDiffusion);
        Line(text, "  transverseDiffusion", card.Drift.TransverseDiffusion);
        text.Append("planes:\n");
        foreach (PlaneSettings plane in card.Planes)
        {
            Plane(text, plane);
        }

        text.Append("readout:\n");
        Line(text, "  frequency", card.Readout.Frequency);
        Line(text, "  ticks", card.Readout.Ticks);
        Line(text, "  preSample", card.Readout.PreSample);
        Line(text, "  bits", card.Readout.Bits);
        Line(text, "  threshold", card.Readout.Threshold);
        Line(text, "  padding", card.Readout.Padding);
        Line(text, "  coherentGroup", card.Readout.CoherentGroup);
        Line(text, "  whiteNoise", card.Readout.WhiteNoise);
        text.Append("electronics:\n");
        Line(text, "  gain", card.Electronics.Gain);
        Line(text, "  shaping", card.Electronics.Shaping);
        Line(text, "  postGain", card.Electronics.PostGain);
        Line(text, "  adcPerMillivolt", card.Electronics.AdcPerMillivolt);
        Line(text, "  inductionStrength", card.Electronics.InductionStrength);
        Physics(text, card);
        return text.ToString();
    }

    private static void Physics(StringBuilder text, DetectorCard card)
    {
        bool box = card.Recombination.Model == RecombinationModel.ModifiedBox;
        text.Append("recombination:\n");
        Line(text, "  model", box ? "modified-box" : "birks");
        Line(text, "  A", card.Recombination.A);
        Line(text, box ? "  B" : "  k", card.Recombination.B);
        text.Append("light:\n");
        Line(text, "  photonsPerMeV", card.Light.PhotonsPerMeV);
        Line(text, "  excitonRatio", card.Light.ExcitonRatio);
        Line(text, "  visibleFraction", card.Light.VisibleFraction);
        Line(text, "  efficiency", card.Light.Efficiency);
        Line(text, "  promptFraction", card.Light.PromptFraction);
        Line(text, "  promptTime", card.Light.PromptTime);
        Line(text, "  slowTime", card.Light.SlowTime);
        Line(text, "  rayleighLength", card.Light.RayleighLength);
        if (card.Light.Photomultipliers.Count > 0)
        {
            Line(text, "  photomultipliers", "[" + string.Join(", ", card.Light.Photomultipliers.Select(static p => $"[{Show.Number(p.Y)}, {Show.Number(p.Z)}]")) + "]");
        }

        Line(text, "  photomultiplierDepth", card.Light.PhotomultiplierDepth);
        Line(text, "  flashGap", card.Light.FlashGap);
        text.Append("overburden:\n");
        Line(text, "  thickness", card.Overburden.Thickness);
        Line(text, "  density", card.Overburden.Density);
        text.Append("spaceCharge:\n");
        Line(text, "  transverse", card.SpaceCharge.Transverse);
        Line(text, "  longitudinal", card.SpaceCharge.Longitudinal);
        text.Append("variations:\n");
        Line(text, "  wireX", card.Variations.WireX);
        Line(text, "  wireYZ", card.Variations.WireYZ);
        Line(text, "  wireThetaXZ", card.Variations.WireThetaXZ);
        Line(text, "  wireThetaYZ", card.Variations.WireThetaYZ);
        Line(text, "  lightYield", card.Variations.LightYield);
        Line(text, "  lightAttenuation", card.Variations.LightAttenuation);
        Line(text, "  rayleigh", card.Variations.Rayleigh);
        Line(text, "  spaceCharge", card.Variations.SpaceCharge);
        Line(text, "  recombination", card.Variations.Recombination);
    }

    private static void Plane(StringBuilder text, PlaneSettings plane)
    {
        text.Append("- name: \"").Append(plane.Name).Append("\"\n");
        Line(text, "  signal", plane.Signal == PlaneSignal.Collection ? "collection" : "induction");
        Line(text, "  angle", plane.Angle);
        Line(text, "  pitch", plane.Pitch);
        Line(text, "  offset", plane.Offset);
        Line(text, "  depth", plane.Depth);
        Line(text, "  pedestal", plane.Pedestal);
        Line(text, "  noise", plane.Noise);
        Line(text, "  coherentNoise", plane.CoherentNoise);
        Line(text, "  dead", "[" + string.Join(", ", plane.Dead.Select(static r => string.Create(CultureInfo.InvariantCulture, $"[{r.First}, {r.Last}]"))) + "]");
    }

    private static void Box(StringBuilder text, string key, TransportVolume box)
    {
        text.Append(key).Append(":\n");
        Line(text, "  x", $"[{Show.Number(box.XLow)}, {Show.Number(box.XHigh)}]");
        Line(text, "  y", $"[{Show.Number(box.YLow)}, {Show.Number(box.YHigh)}]");
        Line(text, "  z", $"[{Show.Number(box.ZLow)}, {Show.Number(box.ZHigh)}]");
    }

    private static void Line(StringBuilder text, string key, double value) => Line(text, key, Show.Number(value));

    private static void Line(StringBuilder text, string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');
}

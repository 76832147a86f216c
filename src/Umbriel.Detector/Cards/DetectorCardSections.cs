using System.Globalization;
using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Formats.Yaml;

namespace Umbriel.Detector.Cards;

/// <summary>Reads the sections of a detector card.</summary>
internal static class DetectorCardSections
{
    private static readonly Dictionary<string, bool> Directions = new(StringComparer.Ordinal) { ["-x"] = true, ["+x"] = false };

    private static readonly Dictionary<string, RecombinationModel> Models = new(StringComparer.Ordinal)
    {
        ["modified-box"] = RecombinationModel.ModifiedBox,
        ["birks"] = RecombinationModel.Birks,
    };

    public static DriftSettings Drift(SectionReader card)
    {
        SectionReader drift = card.Section("drift", ["towards", "field", "temperature", "speed", "lifetime", "longitudinalDiffusion", "transverseDiffusion"])
            ?? throw card.Missing("drift", "keys of its own: field and others");
        double field = drift.Required("field", static v => v is >= 0.01 and <= 5.0, "kV/cm, from 0.01 to 5");
        double temperature = drift.Between("temperature", 89.0, 83.0, 95.0, "K");
        return new DriftSettings
        {
            TowardsLowX = drift.Choice("towards", true, Directions),
            Field = field,
            Temperature = temperature,
            Speed = drift.Between("speed", DriftSpeed.Of(field, temperature), 0.001, 1.0, "cm/us"),
            Lifetime = drift.Between("lifetime", 10.0, 0.01, 1e6, "ms"),
            LongitudinalDiffusion = drift.Between("longitudinalDiffusion", 6.4, 0.0, 100.0, "cm2/s"),
            TransverseDiffusion = drift.Between("transverseDiffusion", 9.8, 0.0, 100.0, "cm2/s"),
        };
    }

    public static ReadoutSettings Readout(SectionReader card)
    {
        SectionReader readout = card.Section("readout", ["frequency", "ticks", "preSample", "bits", "threshold", "padding", "coherentGroup", "whiteNoise"])
            ?? throw card.Missing("readout", "keys of its own: ticks and others");
        if (readout.Map.Find("ticks") is null)
        {
            throw readout.Missing("ticks", "samples of a waveform, a whole number from 64 to 65536");
        }

        return new ReadoutSettings
        {
            Frequency = readout.Between("frequency", 2.0, 0.5, 20.0, "MHz"),
            Ticks = (int)readout.Whole("ticks", 0, 64, 65536),
            PreSample = readout.Between("preSample", 0.0, 0.0, 100.0, "ms"),
            Bits = (int)readout.Whole("bits", 12, 8, 14),
            Threshold = readout.Between("threshold", 0.25, 0.0, 1000.0, "ADC counts"),
            Padding = (int)readout.Whole("padding", 10, 0, 1000),
            CoherentGroup = (int)readout.Whole("coherentGroup", 48, 1, 65536),
            WhiteNoise = readout.Between("whiteNoise", 0.1, 0.0, 1.0, ""),
        };
    }

    public static ElectronicsSettings Electronics(SectionReader card)
    {
        ElectronicsSettings standard = new();
        return card.Section("electronics", ["gain", "shaping", "postGain", "adcPerMillivolt", "inductionStrength"]) is not { } section ? standard : new ElectronicsSettings
        {
            Gain = section.Between("gain", standard.Gain, 0.1, 1000.0, "mV/fC"),
            Shaping = section.Between("shaping", standard.Shaping, 0.1, 10.0, "us"),
            PostGain = section.Between("postGain", standard.PostGain, 0.01, 100.0, ""),
            AdcPerMillivolt = section.Between("adcPerMillivolt", standard.AdcPerMillivolt, 0.01, 100.0, ""),
            InductionStrength = section.Between("inductionStrength", standard.InductionStrength, 0.0, 1.0, ""),
        };
    }

    public static RecombinationSettings Recombination(SectionReader card)
    {
        RecombinationSettings box = new();
        if (card.Section("recombination", ["model", "A", "B", "k"]) is not { } section)
        {
            return box;
        }

        RecombinationModel model = section.Choice("model", RecombinationModel.ModifiedBox, Models);
        bool birks = model == RecombinationModel.Birks;
        (string mine, string other) = birks ? ("k", "B") : ("B", "k");
        if (section.Map.Find(other) is { } wrong)
        {
            throw new UserErrorException($"{section.File}:{wrong.Line}", section.Name(other), "a constant of another model", $"{mine} for model: {(birks ? "birks" : "modified-box")}");
        }

        return new RecombinationSettings
        {
            Model = model,
            A = section.Between("A", birks ? 0.800 : box.A, 0.5, 1.0, ""),
            B = section.Between(mine, birks ? 0.0486 : box.B, 0.001, 2.0, "(kV/cm)(g/cm2)/MeV"),
        };
    }

    public static LightSettings Light(SectionReader card)
    {
        LightSettings standard = new();
        string[] known = ["photonsPerMeV", "excitonRatio", "visibleFraction", "efficiency", "promptFraction", "promptTime", "slowTime", "rayleighLength", "photomultipliers", "photomultiplierDepth", "flashGap"];
        return card.Section("light", known) is not { } section ? standard : new LightSettings
        {
            PhotonsPerMeV = section.Between("photonsPerMeV", standard.PhotonsPerMeV, 0.0, 100000.0, ""),
            ExcitonRatio = section.Between("excitonRatio", standard.ExcitonRatio, 0.0, 1.0, ""),
            VisibleFraction = section.Between("visibleFraction", standard.VisibleFraction, 0.0, 1.0, ""),
            Efficiency = section.Between("efficiency", standard.Efficiency, 0.0, 1.0, ""),
            PromptFraction = section.Between("promptFraction", standard.PromptFraction, 0.0, 1.0, ""),
            PromptTime = section.Between("promptTime", standard.PromptTime, 0.1, 1e5, "ns"),
            SlowTime = section.Between("slowTime", standard.SlowTime, 0.1, 1e5, "ns"),
            RayleighLength = section.Between("rayleighLength", standard.RayleighLength, 1.0, 1e4, "cm"),
            Photomultipliers = Photomultipliers(section),
            PhotomultiplierDepth = section.Between("photomultiplierDepth", standard.PhotomultiplierDepth, 0.1, 200.0, "cm"),
            FlashGap = section.Between("flashGap", standard.FlashGap, 1.0, 1e6, "ns"),
        };
    }

    private static IReadOnlyList<PhotomultiplierPlace> Photomultipliers(SectionReader section)
    {
        const string Expected = "a list of different places [y, z], cm";
        return section.List("photomultipliers", [], Place, Expected);

        PhotomultiplierPlace Place(YamlNode node) =>
            node is YamlList { Items: [YamlScalar first, YamlScalar second] } && Number(first) is { } y && Number(second) is { } z ? new PhotomultiplierPlace(y, z) : throw section.Error("photomultipliers", node, Expected);

        static double? Number(YamlScalar scalar) =>
            double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= 1e5 ? value : null;
    }

    public static OverburdenSettings Overburden(SectionReader card)
    {
        OverburdenSettings standard = new();
        return card.Section("overburden", ["thickness", "density"]) is not { } section ? standard : new OverburdenSettings
        {
            Thickness = section.Between("thickness", standard.Thickness, 0.0, 5000.0, "m"),
            Density = section.Between("density", standard.Density, 0.1, 20.0, "g/cm3"),
        };
    }

    public static SpaceChargeSettings SpaceCharge(SectionReader card)
    {
        SpaceChargeSettings standard = new();
        return card.Section("spaceCharge", ["transverse", "longitudinal"]) is not { } section ? standard : new SpaceChargeSettings
        {
            Transverse = section.Between("transverse", standard.Transverse, 0.0, 50.0, "cm"),
            Longitudinal = section.Between("longitudinal", standard.Longitudinal, 0.0, 20.0, "cm"),
        };
    }

    public static DetectorVariations Variations(SectionReader card)
    {
        string[] known = ["wireX", "wireYZ", "wireThetaXZ", "wireThetaYZ", "lightYield", "lightAttenuation", "rayleigh", "spaceCharge", "recombination"];
        return card.Section("variations", known) is not { } section ? new DetectorVariations() : new DetectorVariations
        {
            WireX = section.Between("wireX", 0.0, -0.9, 0.9, ""),
            WireYZ = section.Between("wireYZ", 0.0, -0.9, 0.9, ""),
            WireThetaXZ = section.Between("wireThetaXZ", 0.0, -0.9, 0.9, ""),
            WireThetaYZ = section.Between("wireThetaYZ", 0.0, -0.9, 0.9, ""),
            LightYield = section.Between("lightYield", 1.0, 0.0, 10.0, ""),
            LightAttenuation = section.Between("lightAttenuation", 0.0, -2.0, 10.0, ""),
            Rayleigh = section.Between("rayleigh", 1.0, 0.1, 10.0, ""),
            SpaceCharge = section.Between("spaceCharge", 0.0, -2.0, 2.0, ""),
            Recombination = section.Between("recombination", 1.0, 0.5, 2.0, ""),
        };
    }
}

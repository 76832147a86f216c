using Umbriel.Core;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Cards that are shipped, their canonical text, and cards that are refused in one line.</summary>
public sealed class DetectorCardTests
{
    private const string Good = """
        activeVolume: {x: [0, 100], y: [-50, 50], z: [0, 200]}
        drift: {field: 0.5}
        readout: {ticks: 4096}
        planes:
        - {name: U, signal: induction, angle: 60}
        - {name: V, signal: induction, angle: -60}
        - {name: Y, signal: collection, angle: 0}

        """;

    /// <summary>What to replace in the good card, by what; how the message begins; what it holds.</summary>
    public static TheoryData<string, string, string, string> Bad => new()
    {
        { "activeVolume: {x: [0, 100], y: [-50, 50], z: [0, 200]}\n", "", "bad.yaml:1: activeVolume: ", "no value" },
        { "x: [0, 100]", "x: [100, 0]", "bad.yaml:1: activeVolume.x: ", "low below high" },
        { "x: [0, 100]", "x: [0, 100, 200]", "bad.yaml:1: activeVolume.x: ", "a list" },
        { "x: [0, 100]", "x: 100", "bad.yaml:1: activeVolume.x: ", "\"100\"" },
        { "x: [0, 100], ", "", "bad.yaml:1: activeVolume.x: ", "no value" },
        { "x: [0, 100]", "x: [0, .inf]", "bad.yaml:1: activeVolume.x: ", "\".inf\"" },
        { "drift: {field: 0.5}\n", "", "bad.yaml:1: drift: ", "no value" },
        { "field: 0.5", "feild: 0.5", "bad.yaml:2: drift.feild: ", "did you mean \"field\"" },
        { "field: 0.5", "lifetime: 3", "bad.yaml:2: drift.field: ", "no value" },
        { "field: 0.5", "field: -0.5", "bad.yaml:2: drift.field: ", "kV/cm" },
        { "field: 0.5", "field: 500", "bad.yaml:2: drift.field: ", "kV/cm" },
        { "field: 0.5", "field: NaN", "bad.yaml:2: drift.field: ", "\"NaN\"" },
        { "field: 0.5", "field: 0.5, towards: left", "bad.yaml:2: drift.towards: ", "-x or +x" },
        { "field: 0.5", "field: 0.5, speed: 160", "bad.yaml:2: drift.speed: ", "cm/us" },
        { "field: 0.5", "field: 0.5, lifetime: 0", "bad.yaml:2: drift.lifetime: ", "ms" },
        { "field: 0.5", "field: 0.5, field: 0.6", "bad.yaml:2: field: ", "second time" },
        { "ticks: 4096", "frequency: 2", "bad.yaml:3: readout.ticks: ", "no value" },
        { "ticks: 4096", "ticks: 12.5", "bad.yaml:3: readout.ticks: ", "whole number" },
        { "ticks: 4096", "ticks: 4096, bits: 16", "bad.yaml:3: readout.bits: ", "from 8 to 14" },
        { "ticks: 4096", "ticks: 4096, whiteNoise: 1.5", "bad.yaml:3: readout.whiteNoise: ", "from 0 to 1" },
        { "readout: {ticks: 4096}", "readout: 4096", "bad.yaml:3: readout: ", "keys of its own" },
        { "- {name: Y, signal: collection, angle: 0}\n", "", "bad.yaml:4: planes: ", "2 planes" },
        { "planes:\n", "plane:\n", "bad.yaml:4: plane: ", "did you mean \"planes\"" },
        { "- {name: V, signal: induction, angle: -60}", "- V", "bad.yaml:6: planes: ", "keys of a plane" },
        { "angle: -60", "angle: 60.5", "bad.yaml:6: planes[1].angle: ", "differs from plane U" },
        { "angle: -60", "angle: -90", "bad.yaml:6: planes[1].angle: ", "above -90" },
        { "name: V", "name: U", "bad.yaml:6: planes[1].name: ", "once" },
        { "name: V", "name: Velociraptor", "bad.yaml:6: planes[1].name: ", "8 letters" },
        { "signal: collection, angle: 0", "signal: induction, angle: 0", "bad.yaml:7: planes[2].signal: ", "collection" },
        { "signal: collection", "signal: colection", "bad.yaml:7: planes[2].signal: ", "did you mean \"collection\"" },
        { "angle: 0", "angle: 0, pitch: 0", "bad.yaml:7: planes[2].pitch: ", "cm" },
        { "angle: 0", "angle: 0, noise: -1", "bad.yaml:7: planes[2].noise: ", "rms" },
        { "angle: 0", "angle: 0, pedestal: 5000", "bad.yaml:7: planes[2].pedestal: ", "4095" },
        { "angle: 0", "angle: 0, dead: [[0, 666]]", "bad.yaml:7: planes[2].dead: ", "0 to 665" },
        { "angle: 0", "angle: 0, dead: [[5, 3]]", "bad.yaml:7: planes[2].dead: ", "[first, last]" },
        { "angle: 0", "angle: 0, dead: [7]", "bad.yaml:7: planes[2].dead: ", "[first, last]" },
        { "angle: -60", "angle: -60, depth: 0.6", "bad.yaml:7: planes[2].depth: ", "in which electrons meet" },
        { "planes:", "cryostat: {x: [0, 90], y: [-50, 50], z: [0, 200]}\nplanes:", "bad.yaml:4: cryostat: ", "larger box" },
        { "planes:", "recombination: {model: box}\nplanes:", "bad.yaml:4: recombination.model: ", "modified-box or birks" },
        { "planes:", "recombination: {model: birks, B: 0.2}\nplanes:", "bad.yaml:4: recombination.B: ", "k for model: birks" },
        { "planes:", "variations: {wirex: 0.1}\nplanes:", "bad.yaml:4: variations.wirex: ", "did you mean \"wireX\"" },
        { "planes:", "variations: {rayleigh: 0}\nplanes:", "bad.yaml:4: variations.rayleigh: ", "from 0.1" },
        { "planes:", "light: {efficiency: 2}\nplanes:", "bad.yaml:4: light.efficiency: ", "from 0 to 1" },
        { "planes:", "electronics: {shaping: 2200}\nplanes:", "bad.yaml:4: electronics.shaping: ", "us" },
        { "planes:", "overburden: {thickness: -3}\nplanes:", "bad.yaml:4: overburden.thickness: ", "m" },
        { "planes:", "density: 13.96\nplanes:", "bad.yaml:4: density: ", "g/cm3" },
        { "planes:", "spaceCharge: {transverse: [1]}\nplanes:", "bad.yaml:4: spaceCharge.transverse: ", "a list" },
        { Good, "", "bad.yaml: ", "empty" },
        { Good, "- 1\n", "bad.yaml:1: ", "a list" },
        { "field: 0.5}", "field: 0.5", "bad.yaml:", "not readable as YAML" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_cards_end_in_one_line(string what, string by, string begin, string holds)
    {
        string good = Good.ReplaceLineEndings("\n");
        string text = good.Replace(what.ReplaceLineEndings("\n"), by, StringComparison.Ordinal);
        text.ShouldNotBe(good);
        string message = Should.Throw<UserErrorException>(() => Cards.Parse(text)).Message;
        message.ShouldStartWith(begin);
        message.ShouldContain(holds);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_minimal_card_has_the_defaults()
    {
        DetectorCard card = Cards.Parse(Good);
        card.Variations.ShouldBe(new DetectorVariations());
        card.Cryostat.ShouldBe(card.ActiveVolume);
        card.Recombination.A.ShouldBe(0.930);
        card.Title.ShouldBe("bad");
    }

    [Theory]
    [InlineData("microboone")]
    [InlineData("sbnd-like")]
    [InlineData("icarus-like")]
    public void Canonical_text_is_a_card_with_the_same_text(string name)
    {
        DetectorCard card = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", name + ".yaml"));
        string text = card.ToCanonicalText();
        Cards.Parse(text).ToCanonicalText().ShouldBe(text);
        (card with { Density = 1.39 }).ToCanonicalText().ShouldNotBe(text);
        (card with { Title = "other" }).ToCanonicalText().ShouldBe(text);
    }

    [Fact]
    public void MicroBooNE_has_its_gain()
    {
        // 6.89e-3 ADC per electron: public Wire-Cell configuration (design notes, detector facts).
        Cards.MicroBooNE.Electronics.AdcPerElectron.ShouldBe(6.89e-3, 0.01e-3);
    }
}

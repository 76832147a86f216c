using Umbriel.Detector.Cards;
using Umbriel.Formats.Keys;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Every key of a detector card, by the example of its row.</summary>
public class DetectorCardKeyTests
{
    private const string Base = """
        activeVolume: {x: [0, 100], y: [-50, 50], z: [0, 200]}
        cryostat: {x: [-20, 120], y: [-70, 70], z: [-20, 220]}
        drift: {field: 0.5}
        planes:
        - {name: U, signal: induction, angle: 60}
        - {name: V, signal: induction, angle: -60, depth: 0.5}
        - {name: Y, signal: collection, angle: 0, depth: 1}
        readout: {ticks: 4096}
        """;

    private static readonly KeyProperties<DetectorCard> Properties = new(Base, Cards.Parse, card => card.ToCanonicalText(), notKeys: [])
    {
        Properties = new()
        {
            ["activeVolume.x"] = ["ActiveVolume.XHigh", "ActiveVolume.XLow"],
            ["activeVolume.y"] = ["ActiveVolume.YHigh", "ActiveVolume.YLow"],
            ["activeVolume.z"] = ["ActiveVolume.ZHigh", "ActiveVolume.ZLow"],
            ["cryostat.x"] = ["Cryostat.XHigh", "Cryostat.XLow"],
            ["cryostat.y"] = ["Cryostat.YHigh", "Cryostat.YLow"],
            ["cryostat.z"] = ["Cryostat.ZHigh", "Cryostat.ZLow"],
            ["drift.towards"] = ["Drift.TowardsLowX"],
            ["recombination.k"] = ["Recombination.B"],
        },
        Together = new() { ["recombination.model"] = ("{}", ["Recombination.A", "Recombination.B"]) },
    };

    public static TheoryData<string> Names => [.. DetectorCardReader.Keys.Select(row => row.Name)];

    private static IEnumerable<KeyRow> Variations => DetectorCardReader.Keys.Where(row => row.Name.StartsWith("variations.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_sets_its_own_property_and_shows_in_the_canonical_text(string name) =>
        Properties.ShouldHoldFor(DetectorCardReader.Keys.Single(row => row.Name == name));

    [Fact]
    public void Every_property_has_a_key() => Properties.ShouldCoverTheRecord(DetectorCardReader.Keys);

    [Fact]
    public void Keys_are_documented()
    {
        KeyDocument.ShouldBeUpToDate("docs/detector-cards.md", "detector card", DetectorCardReader.Keys.Except(Variations));
        KeyDocument.ShouldBeUpToDate("docs/detector-cards.md", "variations", Variations);
    }
}

using Umbriel.Cards.Keys;
using Umbriel.Formats.Keys;

namespace Umbriel.Cards.Tests;

/// <summary>Every key of a model card, by the example of its row.</summary>
public class CardKeyTests
{
    private static readonly KeyProperties<Card> Properties = new(
        CardReaderTests.Minimal,
        text => CardReaderTests.Parse(text),
        card => card.ToCanonicalText(),
        notKeys: ["Notes", "Format", "SourcePath", "Settings"])
    {
        Properties = new()
        {
            ["model"] = ["Model.Scenario"],
            ["epsilon2"] = ["Model.Epsilon"],
            ["alpha_epsilon2"] = ["Model.Epsilon"],
            ["chi"] = ["Model.Epsilon"],
            ["alphaD"] = ["Model.GD"],
            ["nu_flavors"] = ["Generation.NeutrinoFlavours"],
            ["site"] = ["Generation.Site", "Generation.Pot"],
            ["fit.systematics"] = ["Fit.Systematics", "Fit.Systematics[0]"],
            ["response.mixture"] = ["Response.Mixtures"],
            ["miniboone.release"] = ["MiniBooNE.Releases"],
            ["miniboone.mode"] = ["MiniBooNE.Modes"],
        },
        Together = new() { ["model"] = ("{m5: 0.2}", ["Model.M5", "Model.Umu4", "Model.Umu5"]) },
    };

    public static TheoryData<string> Names => [.. CardReader.Keys.Select(row => row.Name).Except(ModelNumbers.OnlyZero)];

    public static TheoryData<string> OnlyZero => [.. ModelNumbers.OnlyZero];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_sets_its_own_property_and_shows_in_the_canonical_text(string name) => Properties.ShouldHoldFor(Row(name));

    [Theory]
    [MemberData(nameof(OnlyZero))]
    public void DarkNews_further_couplings_change_nothing(string name)
    {
        (string without, string with) = ExampleCard.Of(CardReaderTests.Minimal, Row(name));

        RecordDifference.Between(CardReaderTests.Parse(without), CardReaderTests.Parse(with)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_property_has_a_key() => Properties.ShouldCoverTheRecord(CardReader.Keys);

    [Fact]
    public void Keys_are_documented() => KeyDocument.ShouldBeUpToDate("docs/formats.md", "model card", CardReader.Keys);

    private static KeyRow Row(string name) => CardReader.Keys.Single(row => row.Name == name);
}

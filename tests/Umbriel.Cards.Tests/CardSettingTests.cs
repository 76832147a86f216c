using Umbriel.Cards.Keys;
using Umbriel.Core;
using Umbriel.Formats.Keys;

namespace Umbriel.Cards.Tests;

/// <summary>Values given beside a card count as if they stood in it.</summary>
public class CardSettingTests
{
    // The scenario needs a second mass beside it: below.
    public static TheoryData<string> Names => [.. CardReader.Keys.Select(row => row.Name).Except(["model"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_can_be_set(string name)
    {
        KeyRow row = CardReader.Keys.Single(row => row.Name == name);
        (string without, string with) = ExampleCard.Of(CardReaderTests.Minimal, row);

        Card set = Parse(without, $"{name}={row.Example}");

        set.ToCanonicalText().ShouldBe(Parse(with).ToCanonicalText());
        set.Title.ShouldBe(Parse(with).Title);
        set.ToArguments().ShouldBe(["card.yaml", "--set", $"{name}={row.Example}"]);
    }

    [Theory]
    [InlineData("epsilon: 1e-3", "epsilon2=1e-8", "epsilon: 1e-4")]
    [InlineData("alphaD: 0.25", "gD=1.5", "gD: 1.5")]
    [InlineData("gD: 1.5", "gD=1", "gD: 1")]
    [InlineData("scan: {mzprime: [0.1], delta: 2}", "scan.mzprime=[0.2, 0.3]", "scan: {mzprime: [0.2, 0.3], delta: 2}")]
    [InlineData("scan: {mass: {low: 0.1, high: 0.2, points: 3}}", "scan.mass.points=1e2", "scan: {mass: {low: 0.1, high: 0.2, points: 100}}")]
    [InlineData("scan: {mass: {low: 0.1, high: 0.2, points: 3}}", "scan.mass={low: 0.3}", "scan: {mass: {low: 0.3}}")]
    [InlineData("title: one", "title=two words", "title: two words")]
    public void It_takes_the_place_of_the_card_s(string written, string setting, string meant)
    {
        Card set = Parse($"{CardReaderTests.Minimal}{written}\n", setting);
        Card card = Parse($"{CardReaderTests.Minimal}{meant}\n");
        set.ToCanonicalText().ShouldBe(card.ToCanonicalText());
        set.Title.ShouldBe(card.Title);
    }

    [Fact]
    public void What_a_card_must_give_may_be_set() =>
        Parse("mzprime: 0.03\n", "m4=0.2").Model.M4.ShouldBe(0.2);

    [Fact]
    public void Settings_count_together() =>
        Parse(CardReaderTests.Minimal, "model=dual", "m5=0.3").ToCanonicalText().ShouldBe(Parse(CardReaderTests.Minimal + "model: dual\nm5: 0.3\n").ToCanonicalText());

    [Fact]
    public void A_DarkNews_file_takes_every_key()
    {
        Card file = Parse("m4 = 0.1\nmzprime = 0.03\nname = 'own'\n");
        Card set = Parse("m4 = 0.1\nmzprime = 0.03\nname = 'own'\n", "m4=0.2", "alphaD=0.3", "scan.mzprime=[0.05]", "fit.statistic=pearson");

        set.Model.ShouldBe(file.Model with { M4 = 0.2, GD = set.Model.GD });
        set.Model.GD.ShouldBe(Math.Sqrt(4 * Math.PI * 0.3), 1e-12);
        set.Scan.MZPrime.ShouldBe([0.05]);
        (set.Title, set.Format, set.Generation.Pot).ShouldBe((file.Title, file.Format, file.Generation.Pot));
        set.Notes.ShouldBe(file.Notes);
    }

    [Theory]
    [InlineData("m4=heavy", "--set m4: found \"heavy\"; expected a finite number")]
    [InlineData("m4=-1", "--set m4: found -1; expected a mass in GeV")]
    [InlineData("m4=", "--set m4: found no value; expected key=value")]
    [InlineData("m4", "--set: found \"m4\"; expected key=value")]
    [InlineData("=0.1", "--set: found \"=0.1\"; expected key=value")]
    [InlineData("m44=0.1", "--set m44: found an unknown key; expected")]
    [InlineData("scan.mas.low=0.1", "--set scan.mas: found an unknown key; expected")]
    [InlineData("m4.low=0.1", "--set m4: found a section of keys; expected a finite number")]
    [InlineData("scan.mass.points=1", "--set scan.mass.points: found \"1\"; expected a whole number from 2")]
    [InlineData("scan.mass.low=3", "--set scan.mass: found low 3 and high 1; expected low below high")]
    [InlineData("scan.mass.low=0.001", "--set scan.mass: found a gap of 0.001 GeV")]
    [InlineData("fit.statistic=bayes", "--set fit.statistic: found \"bayes\"; expected")]
    [InlineData("site=moon", "--set site: found \"moon\"; expected")]
    [InlineData("Ue4=0.1", "--set Ue4: found 0.1; expected 0")]
    [InlineData("m4=[0.1", "--set m4:")]
    public void A_wrong_value_is_refused_like_the_card_s(string setting, string message) =>
        Should.Throw<UserErrorException>(() => Parse(CardReaderTests.Minimal, setting)).Message.ShouldStartWith(message);

    [Fact]
    public void A_key_twice_is_refused() =>
        Should.Throw<UserErrorException>(() => Parse(CardReaderTests.Minimal, "m4=0.1", "m4=0.2")).Message.ShouldBe("--set m4: found the key a second time; expected each key once");

    [Fact]
    public void Two_ways_of_one_parameter_are_refused() =>
        Should.Throw<UserErrorException>(() => Parse(CardReaderTests.Minimal, "gD=1", "alphaD=0.2")).Message.ShouldStartWith("--set alphaD: found the value although gD is given too");

    [Fact]
    public void A_DarkNews_file_scans_its_own_masses()
    {
        Card single = Parse("m4 = 0.15\nmzprime = 0.45\n");
        (single.Scan.Scenarios.Single(), single.Scan.MZPrime.Single()).ShouldBe((DarkSector.Scenario.Single, 0.45));
        Card dual = Parse("m4 = 0.1\nm5 = 0.105\nmzprime = 0.45\n");
        (dual.Scan.Scenarios.Single(), dual.Scan.MZPrime.Single()).ShouldBe((DarkSector.Scenario.Dual, 0.45));
        dual.Scan.Delta.ShouldBe(0.05, 1e-12);

        // The gap of 5% opens for e+e- at m5 = 21.5 MeV; the scan begins above, and the canonical text can be read again.
        dual.Scan.Mass.Low.ShouldBeInRange(0.0215, 0.0225);
        CardReader.ParseCanonical("manifest", dual.ToCanonicalText()).ToCanonicalText().ShouldBe(dual.ToCanonicalText());
        dual.Notes.ShouldContain(note => note.Contains("own scenario and Z' mass", StringComparison.Ordinal));
    }

    private static Card Parse(string text, params string[] settings) => CardReader.Parse("card.yaml", System.Text.Encoding.UTF8.GetBytes(text), settings: settings);
}

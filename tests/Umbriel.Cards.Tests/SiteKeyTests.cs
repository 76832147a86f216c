using Umbriel.Core;
using Umbriel.Generation;
using Umbriel.Generation.Sites;

namespace Umbriel.Cards.Tests;

/// <summary>The key <c>site</c>, and what it means for exposure and geometry.</summary>
public sealed class SiteKeyTests
{
    private const string Minimal = "m4: 0.106\nmzprime: 0.03\n";

    // Exposures: arXiv:2502.10900, SBN's proposal (arXiv:1503.01520), MiniBooNE's release of 2020.
    [Theory]
    [InlineData("", null, "microboone", 6.87e20)]
    [InlineData("site: sbnd\n", null, "sbnd", 6.6e20)]
    [InlineData("site: sbnd\nPOT: 1e20\n", null, "sbnd", 1e20)]
    [InlineData("site: sbnd\n", "miniboone", "miniboone", 18.75e20)]
    [InlineData("POT: 1e20\n", "icarus", "icarus", 1e20)]
    [InlineData("geometry: darknews\n", "miniboone", "miniboone", 18.75e20)]
    public void The_option_comes_before_the_key_and_a_written_exposure_before_the_sites(string text, string? option, string site, double pot)
    {
        Card card = CardReader.Parse("card.yaml", System.Text.Encoding.UTF8.GetBytes(Minimal + text), option is null ? null : DetectorSites.Read(option));
        card.Generation.Site.Name.ShouldBe(site);
        card.Generation.Pot.ShouldBe(pot);
        card.ToCanonicalText().ShouldContain($"\nsite: {site}\nPOT: ");
        CardReaderTests.Parse(card.ToCanonicalText()).ToCanonicalText().ShouldBe(card.ToCanonicalText());
    }

    [Theory]
    [InlineData("site: sbdn", "card.yaml:3: site: found \"sbdn\"; expected a known name, did you mean \"sbnd\"?")]
    [InlineData("site: [sbnd]", "card.yaml:3: site: found a list")]
    [InlineData("site: none.yaml", "card.yaml:3: site: found \"none.yaml\"; expected a site's file; there is none at")]
    [InlineData("site: sbnd\ngeometry: darknews", "card.yaml:4: geometry: found \"darknews\"; expected letter: SBND has no other geometry")]
    public void A_contradiction_is_refused(string text, string expected) =>
        Should.Throw<UserErrorException>(() => CardReaderTests.Parse(Minimal + text)).Message.ShouldContain(expected);

    [Fact]
    public void A_path_is_relative_to_the_card_and_stands_in_full_in_the_canonical_text()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["sites"]);
        string flux = Path.Combine(Repository.Root, "data", "flux");
        File.WriteAllText(folder["sites/mine.yaml"], File.ReadAllText(Path.Combine(Repository.Root, "data", "sites", "icarus.yaml"))
            .Replace("../flux", flux, StringComparison.Ordinal).Replace("../../cards", Path.Combine(Repository.Root, "cards"), StringComparison.Ordinal).Replace("6.6e20", "3e20", StringComparison.Ordinal));
        File.WriteAllText(folder["card.yaml"], Minimal + "site: sites/mine.yaml\n");
        Card card = CardReader.Read(folder["card.yaml"]);
        card.Generation.Pot.ShouldBe(3e20);
        card.ToCanonicalText().ShouldContain($"site: \"{folder["sites/mine.yaml"]}\"\n");
        CardReader.ParseCanonical("elsewhere/manifest.json", card.ToCanonicalText()).ToCanonicalText().ShouldBe(card.ToCanonicalText());
    }

    [Fact]
    public void A_DarkNews_file_takes_the_option_with_DarkNewss_geometry_where_the_site_has_it()
    {
        byte[] text = "m4 = 0.1\n"u8.ToArray();
        Card card = CardReader.Parse("key.params", text, DetectorSites.Read("miniboone"));
        card.Generation.Pot.ShouldBe(18.75e20);
        card.Generation.Geometry.ShouldBe(GeometryConvention.DarkNews);
        Card other = CardReader.Parse("key.params", text, DetectorSites.Read("sbnd"));
        other.Generation.Geometry.ShouldBe(GeometryConvention.Letter);
        other.Notes.ShouldContain("SBND has no geometry of DarkNews's: the site's own is used");
    }
}

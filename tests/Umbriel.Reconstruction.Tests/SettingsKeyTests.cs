using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Keys;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Every key of a card of settings, by the example of its row.</summary>
public class SettingsKeyTests
{
    private static readonly KeyProperties<ReconstructionSettings> Properties = new("link: 1.25", Parse, static settings => settings.ToCanonicalText(), notKeys: [])
    {
        Properties = new()
        {
            ["hits.maximumPeaks"] = ["Hits.MostPeaks"],
            ["points.maximumWidth"] = ["Points.WidestHit"],
            ["points.minimumTolerance"] = ["Points.LeastTolerance"],
            ["points.minimumShare"] = ["Points.LeastShare"],
            ["points.maximumCandidates"] = ["Points.MostCandidates"],
            ["points.maximumOfHit"] = ["Points.MostOfHit"],
            ["slices.minimumLight"] = ["Slices.LeastLight"],
            ["slices.flashDistance"] = ["Slices.FlashReach"],
            ["slices.minimumCrossing"] = ["Slices.LeastCrossing"],
            ["slices.minimumTrack"] = ["Slices.LeastTrack"],
            ["slices.cosmicDistance"] = ["Slices.CosmicReach"],
            ["slices.distance"] = ["Slices.Reach"],
            ["slices.maximumScore"] = ["Slices.LargestScore"],
            ["slices.entryPenalty"] = ["Slices.EnterPrice"],
            ["slices.partPenalty"] = ["Slices.PartPrice"],
            ["slices.partDistance"] = ["Slices.PartReach"],
            ["slices.minimumPart"] = ["Slices.LeastPart"],
            ["slices.maximumPull"] = ["Slices.LargestPull"],
            ["particles.minimumCharge"] = ["Particles.LeastCharge"],
            ["particles.minimumPoints"] = ["Particles.LeastPoints"],
            ["particles.maximumTips"] = ["Particles.MostTips"],
            ["particles.rays.distance"] = ["Particles.Rays.Reach"],
            ["particles.rays.minimumLength"] = ["Particles.Rays.LeastLength"],
            ["particles.rays.minimumCharge"] = ["Particles.Rays.LeastCharge"],
            ["particles.rays.maximum"] = ["Particles.Rays.Most"],
            ["calorimetry.showerDedx"] = ["Calorimetry.ShowerLoss"],
            ["calorimetry.maximumDead"] = ["Calorimetry.MostDead"],
            ["calorimetry.startRecombinationDedx"] = ["Calorimetry.StartRecombinationLoss"],
            ["calorimetry.minimumCosine"] = ["Calorimetry.LeastCosine"],
            ["calorimetry.minimumWires"] = ["Calorimetry.FewestWires"],
            ["calorimetry.identificationMaximum"] = ["Calorimetry.IdentificationLargest"],
            ["secondShowers.clusterDistance"] = ["SecondShowers.Distance"],
            ["secondShowers.minimumNeighbours"] = ["SecondShowers.LeastNeighbours"],
            ["secondShowers.minimumEnergy"] = ["SecondShowers.LeastEnergyMeV"],
            ["secondShowers.distance"] = ["SecondShowers.Reach"],
            ["stubs.clusterDistance"] = ["Stubs.Distance"],
            ["stubs.minimumEnergy"] = ["Stubs.LeastEnergyMeV"],
            ["stubs.maximumLength"] = ["Stubs.LongestStub"],
            ["stubs.distance"] = ["Stubs.Reach"],
        },
    };

    public static TheoryData<string> Names => [.. ReconstructionSettingsReader.Keys.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_key_sets_its_own_property_and_shows_in_the_canonical_text(string name) =>
        Properties.ShouldHoldFor(ReconstructionSettingsReader.Keys.Single(row => row.Name == name));

    /// <summary>A setting that is added without a key would be missing in what results keep.</summary>
    [Fact]
    public void Every_property_has_a_key() => Properties.ShouldCoverTheRecord(ReconstructionSettingsReader.Keys);

    [Fact]
    public void Keys_are_documented() => KeyDocument.ShouldBeUpToDate("docs/reconstruction.md", "reconstruction settings", ReconstructionSettingsReader.Keys);

    [Fact]
    public void The_canonical_text_of_what_comes_with_Umbriel_reads_back_to_the_same() =>
        Parse(new ReconstructionSettings().ToCanonicalText()).ShouldBe(new ReconstructionSettings());

    [Theory]
    [InlineData("hits: {treshold: 5}", "s.yaml:1: hits.treshold: found an unknown key; expected a known name, did you mean \"threshold\"?")]
    [InlineData("hits: {threshold: 0}", "s.yaml:1: hits.threshold: found \"0\"; expected a number from 1 to 100")]
    [InlineData("hits: {threshold: 2, edge: 3}", "s.yaml:1: hits.edge: found 3, above the threshold of 2; expected at most the threshold")]
    [InlineData("slices: {gateEnd: -600}", "s.yaml:1: slices.gateEnd: found -600, not after gateStart -500; expected a later time")]
    [InlineData("slices: {flashDistance: 5}", "s.yaml:1: slices.flashDistance: found \"5\"; expected cm, from 20 to 2000, or none")]
    [InlineData("points: {stages: 0.5}", "s.yaml:1: points.stages: found \"0.5\"; expected a whole number from 1 to 100")]
    [InlineData("", "s.yaml: found an empty file; expected keys and values in YAML")]
    public void Mistakes_are_told_in_one_line(string card, string expected) =>
        Should.Throw<UserErrorException>(() => Parse(card)).Message.ShouldStartWith(expected);

    private static ReconstructionSettings Parse(string text) => ReconstructionSettingsReader.Parse("s.yaml", Encoding.UTF8.GetBytes(text));
}

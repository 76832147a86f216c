using Umbriel.Core;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sites;

namespace Umbriel.Generation.Tests.Sites;

public sealed class SiteReaderTests
{
    private const string Soil = "soil: {start: 5000, hall: 800, radiusAtDetector: 2000, density: 2}";
    private const string Boxes = "active: {x: [0, 100], y: [0, 100], z: [0, 100], density: 1.4}, vessel: {x: [-1, 101], y: [-1, 101], z: [-1, 101], density: 1.4}";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "", "site.yaml: found an empty file; expected keys and values in YAML" },
        { "liqid: argon", "site.yaml:1: liqid: found an unknown key; expected a known name, did you mean \"liquid\"?" },
        { "title: A", "site.yaml:1: geometry: found no value; expected a section letter or darknews" },
        { "liquid: xenon\ngeometry: {}", "site.yaml:1: liquid: found \"xenon\"; expected argon or mineral-oil" },
        { "geometry:\n  letter: {baseline: 40000}", "site.yaml:2: geometry.letter.active: found no value" },
        { "geometry:\n  letter: {baseline: -1, " + Boxes + ", " + Soil + "}", "site.yaml:2: geometry.letter.baseline: found \"-1\"; expected cm, above 0" },
        { "geometry:\n  letter: {baseline: 5000, " + Boxes + ", " + Soil + "}", "site.yaml:2: geometry.letter.soil: found soil from 5000 to 4200 cm" },
        { "geometry:\n  letter: {baseline: 40000, active: {radius: 100, x: [0, 1]}, vessel: {radius: 200, mass: 1}, " + Soil + "}", "geometry.letter.active.radius: found x too; expected x, y and z of a box, or the radius of a ball" },
        { "geometry:\n  letter: {baseline: 40000, active: {radius: 100, mass: 1, density: 1}, vessel: {radius: 200, mass: 10}, " + Soil + "}", "geometry.letter.active.mass: found \"1\"; expected mass or density, not both" },
        { "geometry:\n  letter: {baseline: 40000, active: {radius: 100, mass: 5}, vessel: {radius: 200, mass: 4}, " + Soil + "}", "geometry.letter.vessel: found 4 t" },
        { Good.Replace("vessel: {x: [-1,", "vessel: {x: [1,", StringComparison.Ordinal), "site.yaml:2: geometry.letter.vessel: found a body that does not hold all of active" },
        { "geometry:\n  letter: {baseline: 40000, active: {radius: 100}, vessel: {radius: 200}, " + Soil + "}", "geometry.letter.vessel.mass: found no value; expected mass in t or density in g/cm3" },
        { "geometry:\n  letter: {baseline: 40000, active: {radius: 100}, vessel: {radius: 200, length: 300, domeRadius: 250, mass: 40}, " + Soil + "}", "geometry.letter.vessel.density: found no value" },
        { "geometry:\n  letter: {baseline: 40000, " + Boxes + ", soil: {start: 5000, length: 100, hall: 800, radiusAtEnd: 10, density: 2}}", "geometry.letter.soil.start: found \"5000\"; expected start or length, not both" },
        { Good + "beam: {origin: [0, 0, 0]}", "beam.parents: found no value" },
        { Good + "beam: {parents: none.csv, origin: [0, 0, 0]}", "beam.parents: found \"none.csv\"; expected a file; there is none at" },
        { Good + "detector: none.yaml", "detector: found \"none.yaml\"; expected a file" },
        { Good + "notes: a", "notes: found \"a\"; expected a list of sentences" },
    };

    private static string Good => "geometry:\n  letter: {baseline: 40000, " + Boxes + ", " + Soil + "}\n";

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_in_one_line(string text, string expected)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["site.yaml"], text);
        string message = Should.Throw<UserErrorException>(() => DetectorSites.Read(folder["site.yaml"])).Message;
        message.ShouldContain(expected);
        message.ShouldNotContain('\n');
    }

    [Fact]
    public void A_file_of_ones_own_is_a_site()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["mine.yaml"], Good);
        DetectorSite site = DetectorSites.Read("mine.yaml", folder: folder.Path);
        site.Name.ShouldBe(folder["mine.yaml"]);
        site.Title.ShouldBe("mine");
        site.Geometry(GeometryConvention.Letter).Mass(EventOrigin.Tpc).ShouldBe(1.4, 1e-12);
        site.Geometry(GeometryConvention.Letter).Soil.TargetZ.ShouldBe(50.0 - 40000.0);
        site.DetectorCard.ShouldBeNull();
        Should.Throw<UserErrorException>(() => site.Beam).Message.ShouldContain("mine.yaml: beam.fhc: found no flux");
    }

    [Fact]
    public void Names_are_the_files_of_the_data_folder_and_their_paths_are_the_same_sites()
    {
        DetectorSites.Names.ShouldBe(["icarus", "microboone", "miniboone", "sbnd"]);
        DetectorSites.Read(Path.Combine(Repository.Root, "data", "sites", "sbnd.yaml")).ShouldBeSameAs(DetectorSites.Read("sbnd"));
        Should.Throw<UserErrorException>(() => DetectorSites.Read("sbdn", "card.yaml:3", "site")).Message
            .ShouldBe("card.yaml:3: site: found \"sbdn\"; expected a known name, did you mean \"sbnd\"?, or the path of a site's file, which ends in .yaml");
        Should.Throw<UserErrorException>(() => DetectorSites.Read("none.yaml")).Message.ShouldContain("there is none at");
    }
}

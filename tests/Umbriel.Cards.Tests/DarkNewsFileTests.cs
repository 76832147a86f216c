using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;

namespace Umbriel.Cards.Tests;

public class DarkNewsFileTests
{
    private static Card Parse(string text) => CardReaderTests.Parse(text, "run.txt");

    /// <summary>Defaults: model.py and GenLauncher.py of DarkNews 0.4.9; POT: its detectors/microboone_tpc.txt.</summary>
    [Fact]
    public void Defaults_are_DarkNews_s()
    {
        Card card = Parse("exp = \"microboone_tpc\"\n");

        card.Format.ShouldBe(CardFormat.DarkNews);
        card.Model.ShouldBe(new DarkSectorParameters { Scenario = Scenario.Single, M4 = 0.150, MZPrime = 1.25, Umu4 = 1e-3, UD4 = 1.0, Epsilon = 1e-3, GD = 1.0 });
        card.Generation.Regimes.ShouldBe([ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic]);
        card.Generation.NeutrinoFlavours.ShouldBe([14]);
        card.Generation.Geometry.ShouldBe(GeometryConvention.DarkNews);
        card.Generation.ZPolarisation.ShouldBe(ZPrimePolarisation.Isotropic);
        card.Generation.Pot.ShouldBe(6.8e20);
    }

    /// <summary>Names: DarkNews's include/detectors; exposures: those of the sites, but for MicroBooNE, which has DarkNews's.</summary>
    [Theory]
    [InlineData("exp = \"microboone_dirt\"", "microboone", 6.8e20)]
    [InlineData("experiment = [\"miniboone_fhc\"]", "miniboone", 18.75e20)]
    [InlineData("exp = 'miniboone_rhc_dirt'", "miniboone", 18.75e20)]
    [InlineData("exp = \"sbnd_dirt_cone\"", "sbnd", 6.6e20)]
    [InlineData("experiment = \"icarus\"", "icarus", 6.6e20)]
    [InlineData("m4 = 0.1", "microboone", 6.8e20)]
    public void Experiments_are_sites(string line, string site, double pot)
    {
        Card card = Parse(line + "\n");
        card.Generation.Site.Name.ShouldBe(site);
        card.Generation.Pot.ShouldBe(pot);
        CardReader.Parse("run.txt", System.Text.Encoding.UTF8.GetBytes(line + "\n"), Umbriel.Generation.Sites.DetectorSites.Read("microboone")).Generation.Site.Name.ShouldBe("microboone");
    }

    [Theory]
    [InlineData("# every parameter left at its default\n# m4 = \n# mzprime = \n", "run.txt: found a DarkNews parameter file in which every parameter is commented out, so that all are DarkNews's defaults; expected a parameter or more, as in m4 = 0.15")]
    [InlineData("name = \"my detector\"\nfluxfile = \"./flux.dat\"\nnuclear_targets = ['Ar40']\n", "run.txt:2: fluxfile: found a DarkNews detector definition, not a model; expected model parameters, as in m4 = 0.15; detectors are site files here (docs/formats.md, Site), chosen with --site")]
    [InlineData("# only words\n", "run.txt: found an empty file; expected keys and values in YAML")]
    public void Files_of_DarkNews_that_are_no_models_are_called_what_they_are(string text, string message) =>
        Should.Throw<UserErrorException>(() => Parse(text)).Message.ShouldBe(message);

    /// <summary>The shape of DarkNews's examples/parameters_example_2.txt.</summary>
    [Fact]
    public void An_example_with_expressions_two_neutrinos_and_own_names_is_read()
    {
        Card card = Parse("""
            # parameters
            hbar = 6.582119569e-25 # GeV s
            c = 299792458.0

            gD = 2.0
            alphaD = gD^2 / (4*PI)
            chi = 0.0031
            Umu5 = 1e-3
            UD5 = 35.0
            m4 = 0.080
            m5 = 0.140
            m6 = None
            mzprime = 1.25
            HNLtype = "majorana"
            neval = 1000
            nu_flavors = [
                "nu_mu",
                'nu_mu_bar'   # both
            ]
            """);

        card.Model.Scenario.ShouldBe(Scenario.Dual);
        card.Model.HnlType.ShouldBe(HnlType.Majorana);
        card.Model.GD.ShouldBe(2.0, 1e-15);
        card.Model.UD5.ShouldBe(35.0);
        card.Model.Umu4.ShouldBe(1e-3);
        card.Model.Epsilon.ShouldBe(0.0031 * Math.Sqrt(1 - 0.22343), 1e-15);
        card.Generation.NeutrinoFlavours.ShouldBe([14, -14]);
        card.Notes.ShouldContain(note => note.Contains("neval"));
        card.Notes.ShouldContain(note => note.Contains("hbar"));
        card.Notes.ShouldContain(note => note.Contains("not unitary"));
        card.Notes.ShouldContain(note => note.Contains("chi"));
    }

    [Theory]
    [InlineData("c = 299792458.0\nhbar = 6.582119569e-25\nm4 = (c^2 * 3.2e-4 / sin(PI/7) + 12 * exp( -2 * abs(hbar) )) / 66285419633555.3", 1.0)] // value in DarkNews's template_parameters_file.txt
    [InlineData("m4 = 2^3^2 / 512", 1.0)] // right-associative: 2^9
    [InlineData("m4 = 1 +\n 2 * 3 - 6", 1.0)] // goes on after an operator
    [InlineData("m4 = sum([0.25, 1/4, 2^-1])", 1.0)]
    [InlineData("m4 = trunc(1.9) * round(0.6) * sgn(3) * cos(0) * --1", 1.0)]
    [InlineData("x = 1/3\nm4 = x * 3", 1.0)]
    public void Expressions_are_evaluated(string text, double expected) => Parse(text).Model.M4.ShouldBe(expected, 1e-12);

    [Fact]
    public void Canonical_text_of_mixings_that_are_not_unitary_reads_back()
    {
        string canonical = Parse("m4 = 0.1\nm5 = 0.2").ToCanonicalText();

        CardReader.ParseCanonical("manifest", canonical).ToCanonicalText().ShouldBe(canonical);
        Should.Throw<UserErrorException>(() => CardReaderTests.Parse(canonical)).Message.ShouldContain("unitarity");
    }

    [Fact]
    public void Regime_switches_are_honoured()
    {
        Card card = Parse("m4 = 0.1\nnocoh = TRUE\ninclude_nelastic = True\n");

        card.Generation.Regimes.ShouldBe([ScatteringRegime.ProtonElastic, ScatteringRegime.NeutronElastic]);
    }

    [Fact]
    public void The_notation_is_told_by_content_not_by_name()
    {
        CardReaderTests.Parse("# note\n\n  m4 = 0.1\nmzprime = 0.03\n", "card.yaml").Format.ShouldBe(CardFormat.DarkNews);
        CardReaderTests.Parse("m4: 0.1\nmzprime: 0.03\n", "card.params").Format.ShouldBe(CardFormat.Yaml);
    }
}

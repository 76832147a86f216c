using System.Text;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;
using Umbriel.Inference;
using Umbriel.Response.Published;
using Umbriel.Systematics;

namespace Umbriel.Cards.Tests;

public class CardReaderTests
{
    internal const string Minimal = "m4: 0.106\nmzprime: 0.03\n";

    internal static Card Parse(string text, string name = "card.yaml") => CardReader.Parse(name, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_minimal_card_has_the_documented_defaults()
    {
        Card card = Parse(Minimal);

        card.Title.ShouldBe("card");
        card.Model.Scenario.ShouldBe(Scenario.Single);
        card.Model.HnlType.ShouldBe(HnlType.Dirac);
        card.Model.M4.ShouldBe(0.106);
        card.Model.MixingSquared.ShouldBe(2e-10, 1e-24); // the letter's example |U|^2
        card.Model.Epsilon.ShouldBe(8e-4);
        card.Model.GD.ShouldBe(2.0); // arXiv:2308.02543; validation/closure.md
        card.Model.UD4.ShouldBeNull();
        card.Model.EmCoupling.ShouldBe(EmCouplingConvention.DarkNews);
        card.Model.BRee.ShouldBe(BranchingRatioConvention.Unity);
        card.Model.ZInterference.ShouldBeTrue();
        card.Generation.Pot.ShouldBe(6.87e20);
        card.Generation.Regimes.ShouldBe([ScatteringRegime.Coherent]);
        card.Generation.NeutrinoFlavours.ShouldBe([14, -14]);
        card.Generation.ZPolarisation.ShouldBe(ZPrimePolarisation.Exact);
        card.Fit.ShouldBe(new FitSettings { Variable = FitVariable.Score, Covariance = PublishedReadings.Default, SignalCovariance = true, Statistic = TestStatistic.CombinedNeymanPearson });
        card.Scan.MZPrime.ShouldBe([0.03, 0.1, 0.2, 0.5, 0.8, 1.25]); // the letter's Fig. 4
        card.Scan.Mass.ShouldBe(new ScanGrid(0.01, 1.0, 40));

        // arXiv:2308.02543 ends its scan of |U|² at 0.0625.
        card.Scan.Coupling.ShouldBe(new ScanGrid(1e-12, 0.0625, 200));
        card.OlderLimits.ShouldBe(["hayano1982", "pienu2019", "daum1987", "na62_2021", "e949_2015", "fernandez2023"]);
        card.Notes.Single().ShouldContain("Umu4");
    }

    [Fact]
    public void Every_key_is_read()
    {
        Card card = Parse("""
            title: all keys
            model: dual
            HNLtype: majorana
            m4: 0.1
            m5: 0.2
            mzprime: 1.25
            Umu4: 0.001
            Umu5: 0.002
            UD4: 0.6
            UD5: 0.7
            epsilon2: 1.0e-6
            gD: 2
            Ue4: 0
            emCoupling: thomson
            BRee: model
            zInterference: false
            POT: 1e20
            regimes: [n-el, coherent, p-el]
            nu_flavors: [nu_mu_bar]
            zPolarisation: isotropic
            geometry: darknews
            formFactor: helm
            pauliBlocking: true
            seed: 18446744073709551615
            fit: {variable: angle, covariance: drawn-only, correlation: 0.5, signalCovariance: false, statistic: covariance-only}
            scan: {scenarios: [dual], delta: 0.5, mzprime: [0.06], mass: {low: 0.02, high: 0.5, points: 7}, coupling: {low: 1e-9, high: 1e-3, points: 11}}
            response: {mixture: [light, heavy], tables: ../tables}
            olderLimits: [blennow2023, e949_2015]
            """);

        card.Title.ShouldBe("all keys");
        card.Model.ShouldBe(new DarkSectorParameters
        {
            Scenario = Scenario.Dual,
            HnlType = HnlType.Majorana,
            M4 = 0.1,
            M5 = 0.2,
            MZPrime = 1.25,
            Umu4 = 0.001,
            Umu5 = 0.002,
            UD4 = 0.6,
            UD5 = 0.7,
            Epsilon = 1e-3,
            GD = 2,
            EmCoupling = EmCouplingConvention.Thomson,
            BRee = BranchingRatioConvention.Model,
            ZInterference = false,
        });
        card.Generation.Pot.ShouldBe(1e20);
        card.Generation.Regimes.ShouldBe([ScatteringRegime.NeutronElastic, ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic]);
        card.Generation.NeutrinoFlavours.ShouldBe([-14]);
        card.Generation.ZPolarisation.ShouldBe(ZPrimePolarisation.Isotropic);
        card.Generation.Geometry.ShouldBe(GeometryConvention.DarkNews);
        card.Generation.FormFactor.ShouldBe(FormFactorModel.Helm);
        card.Generation.PauliBlocking.ShouldBeTrue();
        card.Generation.Seed.ShouldBe(ulong.MaxValue);
        card.Fit.ShouldBe(new FitSettings { Variable = FitVariable.Angle, Covariance = PublishedReadings.All[1], Correlation = 0.5, SignalCovariance = false, Statistic = TestStatistic.CovarianceOnly });
        card.Scan.Scenarios.ShouldBe([Scenario.Dual]);
        card.Scan.Delta.ShouldBe(0.5);
        card.Scan.MZPrime.ShouldBe([0.06]);
        card.Scan.Mass.ShouldBe(new ScanGrid(0.02, 0.5, 7));
        card.Scan.Coupling.ShouldBe(new ScanGrid(1e-9, 1e-3, 11));
        card.Response.Mixtures.ShouldBe(["light", "heavy"]);
        card.Response.Tables.ShouldBe("../tables");
        card.OlderLimits.ShouldBe(["blennow2023", "e949_2015"]);
    }

    [Fact]
    public void The_nuclear_response_is_free_by_default_and_part_of_the_canonical_text()
    {
        Parse(Minimal).Generation.NuclearResponse.ShouldBe(NuclearResponse.Free);
        Card card = Parse(Minimal + "nuclearResponse: fermi-gas\n");
        card.Generation.NuclearResponse.ShouldBe(NuclearResponse.FermiGas);
        card.ToCanonicalText().ShouldContain("\nnuclearResponse: fermi-gas\n");
        card.InputFiles().ShouldContain(file => file.EndsWith("nuclei-woods-saxon.csv", StringComparison.Ordinal));
        UserErrorException twice = Should.Throw<UserErrorException>(() => Parse(Minimal + "nuclearResponse: fermi-gas\npauliBlocking: true\n"));
        twice.Message.ShouldContain("pauliBlocking");
        twice.Message.ShouldContain("fermi-gas");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[efficiency-mixture]")]
    public void Systematic_sources_are_part_of_the_canonical_text(string list)
    {
        Card card = Parse(Minimal + $"fit: {{systematics: {list}}}");
        string canonical = card.ToCanonicalText();
        canonical.ShouldContain($"\n  systematics: {list}\n");
        Parse(canonical).Fit.Systematics.ShouldBe(card.Fit.Systematics);
    }

    [Theory]
    [InlineData("{covariance: drawn-only}", TestStatistic.CovarianceOnly)]
    [InlineData("{statistic: covariance-only, covariance: drawn-only}", TestStatistic.CovarianceOnly)]
    [InlineData("{covariance: matrix}", TestStatistic.CombinedNeymanPearson)]
    [InlineData("{covariance: matrix, statistic: poisson-profile}", TestStatistic.PoissonProfile)]
    public void The_statistic_goes_with_the_covariance(string fit, TestStatistic statistic)
    {
        Card card = Parse(Minimal + $"fit: {fit}");
        card.Fit.Statistic.ShouldBe(statistic);
        string canonical = card.ToCanonicalText();
        canonical.ShouldContain($"\n  statistic: {TestStatistics.Name(statistic)}\n");
        Parse(canonical).ToCanonicalText().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[daum1987]")]
    [InlineData("[fernandez2023, degouvea2015_decay, degouvea2015_universality]")]
    public void Older_limits_are_part_of_the_canonical_text(string list)
    {
        Card card = Parse(Minimal + $"olderLimits: {list}\n");

        string canonical = card.ToCanonicalText();

        canonical.ShouldEndWith($"\nolderLimits: {list}\n");
        Parse(canonical).OlderLimits.ShouldBe(card.OlderLimits);
        Parse(canonical).ToCanonicalText().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("epsilon2: 6.4e-7", 8e-4)]
    [InlineData("alpha_epsilon2: 4.67030561e-9", 8e-4)] // (8e-4)^2 / 137.036
    [InlineData("chi: 9.0782e-4", 8e-4)] // chi = epsilon / cos(theta_W), cos^2 = 1 - 0.22343
    public void Kinetic_mixing_is_accepted_in_every_notation_of_DarkNews(string line, double epsilon) =>
        Parse(Minimal + line).Model.Epsilon.ShouldBe(epsilon, 1e-8);

    [Fact]
    public void Dark_mixings_select_the_three_portal_normalisation_and_default_to_one()
    {
        Parse(Minimal + "UD4: 1").Model.UD4.ShouldBe(1.0);
        Card dual = Parse("model: dual\nm4: 0.1\nm5: 0.2\nmzprime: 0.03\nUD4: 0.70710678\nUD5: 0.70710678");
        dual.Model.UD4.ShouldBe(0.70710678);
        dual.Model.UD5.ShouldBe(0.70710678);
    }

    [Fact]
    public void Canonical_text_ignores_comments_order_notation_and_title()
    {
        string a = Parse("# c\ntitle: A\nm4: 0.106\nmzprime: 0.03\ngD: 2.0\n").ToCanonicalText();
        string b = Parse("mzprime: 3.0e-2 # GeV\nm4: 1.06e-1\ntitle: B\n", "other/place.yaml").ToCanonicalText();

        b.ShouldBe(a);
        Parse("m4: 0.107\nmzprime: 0.03").ToCanonicalText().ShouldNotBe(a);
        Parse(Minimal + "seed: 2").ToCanonicalText().ShouldNotBe(a);
    }

    [Theory]
    [InlineData("letter.yaml")]
    [InlineData("key-point.yaml")]
    [InlineData("heavy-dual.yaml")]
    [InlineData("longlived.yaml")]
    [InlineData("darknews-key.params")]
    public void Cards_of_the_repository_read_and_their_canonical_text_reads_back_to_itself(string name)
    {
        Card card = CardReader.Read(Path.Combine(Inputs.Cards, name));

        card.Title.ShouldNotBe(Path.GetFileNameWithoutExtension(name));
        string canonical = card.ToCanonicalText();
        Card again = Parse(canonical);
        again.ToCanonicalText().ShouldBe(canonical);
        again.Model.ShouldBe(card.Model);
    }

    [Fact]
    public void Letter_card_is_the_default_scan()
    {
        Card card = CardReader.Read(Path.Combine(Inputs.Cards, "letter.yaml"));

        card.ToCanonicalText().ShouldBe(Parse(Minimal + "Umu4: 1.414213562373095e-5").ToCanonicalText());
    }

    [Fact]
    public void Paths_in_a_card_are_relative_to_it()
    {
        Card card = Parse(Minimal, "/somewhere/cards/a.yaml");

        card.ResolvePath("../tables").ShouldBe("/somewhere/tables");
    }
}

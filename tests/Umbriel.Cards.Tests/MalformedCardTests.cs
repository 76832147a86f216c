using System.Text;
using Umbriel.Cards;
using Umbriel.Core;

namespace Umbriel.Cards.Tests;

/// <summary>Each malformed card ends in one line that names the file, the line where there is one, and the key.</summary>
public class MalformedCardTests
{
    private const string Dual = "model: dual\nm4: 0.1\nm5: 0.2\nmzprime: 0.03\n";

    /// <summary>Text of the card; what the message must begin with; what it must contain.</summary>
    public static TheoryData<string, string, string> Cards => new()
    {
        { "", "bad.yaml: ", "empty" },
        { "# nothing but a comment\n", "bad.yaml: ", "empty" },
        { "---\n...\n", "bad.yaml: ", "empty" },
        { "just words", "bad.yaml:1: ", "\"just words\"" },
        { "- m4\n- 0.1\n", "bad.yaml:1: ", "a list" },
        { "m4: [0.1\n", "bad.yaml:", "not readable as YAML" },
        { "m4: 0.1\nmzprime: 0.03\nscan: {mass: {low: 0.01, hi", "bad.yaml:", "not readable as YAML" },
        { "m4: 0.1\n\tmzprime: 0.03\n", "bad.yaml:", "not readable as YAML" },
        { "m4: \"0.1\nmzprime: 0.03\n", "bad.yaml:", "not readable as YAML" },
        { "m4: 0.1\nmzprme: 0.03\n", "bad.yaml:2: mzprme: ", "did you mean \"mzprime\"" },
        { "m4: 0.1\nmzprime: 0.03\nAlphad: 0.25\n", "bad.yaml:3: Alphad: ", "did you mean \"alphaD\"" },
        { "m4: 0.1\nmzprime: 0.03\nzzzzzzzzzzzz: 1\n", "bad.yaml:3: zzzzzzzzzzzz: ", "one of title, model" },
        { "m4: 0.1\nmzprime: 0.03\nm4: 0.2\n", "bad.yaml:3: m4: ", "first on line 1" },
        { "mzprime: 0.03\n", "bad.yaml: m4: ", "no value" },
        { "m4: 0.1\n", "bad.yaml: mzprime: ", "no value" },
        { "m4: heavy\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "\"heavy\"" },
        { "m4: \"0.1\"\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "a finite number" },
        { "m4:\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "found nothing" },
        { "m4: [0.1, 0.2]\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "a list" },
        { "m4: NaN\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "\"NaN\"" },
        { "m4: .nan\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "\".nan\"" },
        { "m4: Infinity\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "finite" },
        { "m4: 1e999\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "finite" },
        { "m4: 0,1\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "\"0,1\"" },
        { "m4: -0.1\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "above 0" },
        { "m4: 106\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "at most 50" },
        { "m4: 0.001\nmzprime: 0.03\n", "bad.yaml:1: m4: ", "2 m_e" },
        { "m4: 0.1\nmzprime: 0.001\n", "bad.yaml:2: mzprime: ", "2 m_e" },
        { "m4: 0.1\nmzprime: -0.03\n", "bad.yaml:2: mzprime: ", "above 2 m_e" },
        { "m4: 0.1\nmzprime: 0.03\nm5: 0.2\n", "bad.yaml:3: m5: ", "model: dual" },
        { "model: dual\nm4: 0.1\nmzprime: 0.03\n", "bad.yaml: m5: ", "no value" },
        { "model: dual\nm4: 0.2\nm5: 0.1\nmzprime: 0.03\n", "bad.yaml:3: m5: ", "m5 above m4" },
        { "model: dual\nm4: 0.2\nm5: 0.2005\nmzprime: 0.03\n", "bad.yaml:3: m5: ", "2 m_e" },
        { "model: triple\nm4: 0.1\nmzprime: 0.03\n", "bad.yaml:1: model: ", "single or dual" },
        { "m4: 0.1\nmzprime: 0.03\nHNLtype: majorona\n", "bad.yaml:3: HNLtype: ", "did you mean \"majorana\"" },
        { "m4: 0.1\nmzprime: 0.03\nUmu4: 1.5\n", "bad.yaml:3: Umu4: ", "0 to 1" },
        { "m4: 0.1\nmzprime: 0.03\nUmu4: -1e-5\n", "bad.yaml:3: Umu4: ", "0 to 1" },
        { "m4: 0.1\nmzprime: 0.03\nUmu5: 1e-5\n", "bad.yaml:3: Umu5: ", "model: dual" },
        { Dual + "Umu4: 0.9\nUmu5: 0.9\n", "bad.yaml:6: Umu5: ", "unitarity" },
        { Dual + "UD4: 1\nUD5: 1\n", "bad.yaml:6: UD5: ", "unitarity" },
        { "m4: 0.1\nmzprime: 0.03\nUe4: 1e-5\n", "bad.yaml:3: Ue4: ", "not supported" },
        { "m4: 0.1\nmzprime: 0.03\nmu_tr_mu4: 1e-6\n", "bad.yaml:3: mu_tr_mu4: ", "not supported" },
        { "m4: 0.1\nmzprime: 0.03\nepsilon: 0\n", "bad.yaml:3: epsilon: ", "between 0 and 1" },
        { "m4: 0.1\nmzprime: 0.03\nepsilon: 2\n", "bad.yaml:3: epsilon: ", "between 0 and 1" },
        { "m4: 0.1\nmzprime: 0.03\nepsilon: 1e-3\nchi: 1e-3\n", "bad.yaml:4: chi: ", "epsilon is given too" },
        { "m4: 0.1\nmzprime: 0.03\nepsilon2: -1e-6\n", "bad.yaml:3: epsilon2: ", "between 0 and 1" },
        { "m4: 0.1\nmzprime: 0.03\nalphaD: 0.25\ngD: 1\n", "bad.yaml:", "one of gD, alphaD" },
        { "m4: 0.1\nmzprime: 0.03\nalphaD: 0\n", "bad.yaml:3: alphaD: ", "above 0" },
        { "m4: 0.1\nmzprime: 0.03\ngD: -1\n", "bad.yaml:3: gD: ", "above 0" },
        { "m4: 0.1\nmzprime: 0.03\nPOT: -1e20\n", "bad.yaml:3: POT: ", "from 0" },
        { "m4: 0.1\nmzprime: 0.03\nregimes: coherent\n", "bad.yaml:3: regimes: ", "a list" },
        { "m4: 0.1\nmzprime: 0.03\nregimes: []\n", "bad.yaml:3: regimes: ", "a list" },
        { "m4: 0.1\nmzprime: 0.03\nregimes: [coherent, coherent]\n", "bad.yaml:3: regimes: ", "once" },
        { "m4: 0.1\nmzprime: 0.03\nregimes:\n- coherent\n- pel\n", "bad.yaml:5: regimes: ", "did you mean \"p-el\"" },
        { "m4: 0.1\nmzprime: 0.03\nnu_flavors: [nu_e]\n", "bad.yaml:3: nu_flavors: ", "nu_mu" },
        { "m4: 0.1\nmzprime: 0.03\nseed: 1.5\n", "bad.yaml:3: seed: ", "whole number" },
        { "m4: 0.1\nmzprime: 0.03\nseed: -1\n", "bad.yaml:3: seed: ", "whole number" },
        { "m4: 0.1\nmzprime: 0.03\nzInterference: maybe\n", "bad.yaml:3: zInterference: ", "true or false" },
        { "m4: 0.1\nmzprime: 0.03\nfit: score\n", "bad.yaml:3: fit: ", "keys of its own" },
        { "m4: 0.1\nmzprime: 0.03\nfit:\n  correlation: 1\n", "bad.yaml:4: fit.correlation: ", "between -1 and 1" },
        { "m4: 0.1\nmzprime: 0.03\nfit:\n  covarience: matrix\n", "bad.yaml:4: fit.covarience: ", "did you mean \"covariance\"" },
        { "m4: 0.1\nmzprime: 0.03\nfit:\n  covariance: drawn\n", "bad.yaml:4: fit.covariance: ", "drawn-only" },
        { "m4: 0.1\nmzprime: 0.03\nfit:\n  statistic: poisson\n", "bad.yaml:4: fit.statistic: found poisson, which leaves out the systematic errors", "expected poisson-profile" },
        { "m4: 0.1\nmzprime: 0.03\nfit:\n  covariance: drawn-only\n  statistic: pearson\n", "bad.yaml:5: fit.statistic: found pearson with the covariance drawn-only", "expected covariance-only" },
        { "m4: 0.1\nmzprime: 0.03\nfit:\n  statistic: covariance-only\n", "bad.yaml:4: fit.statistic: found covariance-only with the covariance drawn-minus-poisson", "expected cnp or " },
        { "m4: 0.1\nmzprime: 0.03\nfit: {covariance: matrix, correlation: 0.2}\n", "bad.yaml:3: fit.correlation: found 0.2 with the covariance matrix", "expected 0, or" },
        { "m4: 0.1\nmzprime: 0.03\nscan:\n  mass: {low: 1, high: 0.1}\n", "bad.yaml:4: scan.mass: ", "low below high" },
        { "m4: 0.1\nmzprime: 0.03\nscan:\n  mass: {points: 1}\n", "bad.yaml:4: scan.mass.points: ", "from 2" },
        { "m4: 0.1\nmzprime: 0.03\nscan:\n  coupling: {low: 0}\n", "bad.yaml:4: scan.coupling.low: ", "above 0" },
        { "m4: 0.1\nmzprime: 0.03\nscan:\n  mzprime: [0.03, 0.03]\n", "bad.yaml:4: scan.mzprime: ", "once" },
        { "m4: 0.1\nmzprime: 0.03\nscan:\n  mass: {low: 0.001}\n", "bad.yaml:4: scan.mass: ", "2 m_e" },
        { "m4: 0.1\nmzprime: 0.03\nscan:\n  delta: 0.01\n", "bad.yaml:4: scan.mass: ", "dual" },
        { "m4: 0.1\nmzprime: 0.03\nresponse:\n  mixture: {a: b}\n", "bad.yaml:4: response.mixture: ", "name" },
        { "m4: 0.1\nmzprime: 0.03\nolderLimits: hayano1982\n", "bad.yaml:3: olderLimits: ", "or [] for none" },
        { "m4: 0.1\nmzprime: 0.03\nolderLimits:\n", "bad.yaml:3: olderLimits: ", "found nothing" },
        { "m4: 0.1\nmzprime: 0.03\nolderLimits: [daum1987, na62]\n", "bad.yaml:3: olderLimits: ", "did you mean \"na62_2021\"" },
        { "m4: 0.1\nmzprime: 0.03\nolderLimits: [daum1987, daum1987]\n", "bad.yaml:3: olderLimits: ", "once" },
        { "m4: &a 0.1\nmzprime: *a\n", "bad.yaml:1: ", "anchor" },
        { "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "bad.yaml:1: ", "anchor" },
        { "m4: !!float 0.1\nmzprime: 0.03\n", "bad.yaml:1: ", "tag" },
        { "m4: 0.1\nmzprime: 0.03\n---\nm4: 0.2\n", "bad.yaml:4: ", "2 YAML documents" },
        { "? [a, b]\n: 1\n", "bad.yaml:1: ", "not a word" },
        { "m4: 0.1\nmzprime: 0.03\ntitle: [a]\n", "bad.yaml:3: title: ", "a line of text" },
        { "m4: 0.1\0\nmzprime: 0.03\n", "bad.yaml: ", "zero byte" },
    };

    /// <summary>DarkNews files.</summary>
    public static TheoryData<string, string, string> Parameters => new()
    {
        { "m4 = 0.1\nmzprme = 0.03\n", "bad.yaml:2: mzprme: ", "did you mean \"mzprime\"" },
        { "m4 = 0.1\nm4 = 0.2\n", "bad.yaml:2: m4: ", "first on line 1" },
        { "m4 = \n", "bad.yaml:1: ", "end of the line" },
        { "m4 = 0.1 0.2\n", "bad.yaml:1: ", "end of the line after the value of m4" },
        { "m4 = 0.1\nmzprime: 0.03\n", "bad.yaml:2: ", "= after mzprime" },
        { "m4 = unknown * 2\n", "bad.yaml:1: ", "\"unknown\"" },
        { "m4 = 1/0\n", "bad.yaml:1: ", "finite" },
        { "m4 = (0.1\n", "bad.yaml:", "closing parenthesis" },
        { "m4 = log(2)\n", "bad.yaml:1: ", "\"log\"" },
        { "HNLtype = \"dirac\nm4 = 0.1\n", "bad.yaml:1: ", "closing quote" },
        { "HNLtype = dirac\n", "bad.yaml:1: ", "\"dirac\"" },
        { "HNLtype = \"weyl\"\n", "bad.yaml:1: HNLtype: ", "majorana" },
        { "HNLtype = 4\n", "bad.yaml:1: HNLtype: ", "string" },
        { "m4 = \"0.1\"\n", "bad.yaml:1: m4: ", "a number" },
        { "m4 = -0.1\n", "bad.yaml:1: m4: ", "above 0" },
        { "m4 = 0.2\nm5 = 0.1\n", "bad.yaml:2: m5: ", "m5 above m4" },
        { "m4 = 0.1\nm6 = 0.3\n", "bad.yaml:2: m6: ", "not supported" },
        { "m4 = 0.1\nUtau4 = 1e-3\n", "bad.yaml:2: Utau4: ", "not supported" },
        { "m4 = 0.1\nd_mu4 = 1e-3\n", "bad.yaml:2: d_mu4: ", "three-portal" },
        { "m4 = 0.1\nnoHF = True\nnoHC = True\n", "bad.yaml:2: noHF: ", "one helicity" },
        { "m4 = 0.1\nenforce_prompt = True\n", "bad.yaml:2: enforce_prompt: ", "not supported" },
        { "exp = \"minerva_le_fhc\"\n", "bad.yaml:1: exp: ", "microboone" },
        { "decay_product = \"mu+mu-\"\n", "bad.yaml:1: decay_product: ", "e+e-" },
        { "nu_flavors = [\"nu_e\"]\n", "bad.yaml:1: nu_flavors: ", "nu_mu" },
        { "nu_flavors = [\"nu_mu\",\n", "bad.yaml:", "end of the file" },
        { "nocoh = True\nnopelastic = True\n", "bad.yaml:2: nopelastic: ", "at least one" },
        { "nocoh = 1\n", "bad.yaml:1: nocoh: ", "True or False" },
        { "seed = 1.5\n", "bad.yaml:1: seed: ", "whole number" },
    };

    [Theory]
    [MemberData(nameof(Cards))]
    [MemberData(nameof(Parameters))]
    public void Is_refused_in_one_line(string text, string start, string part)
    {
        UserErrorException error = Should.Throw<UserErrorException>(() => CardReader.Parse("bad.yaml", Encoding.UTF8.GetBytes(text)));

        error.Message.ShouldStartWith(start);
        error.Message.ShouldContain(part, Case.Sensitive);
        error.Message.ShouldNotContain("\n");
        error.Message.Length.ShouldBeLessThanOrEqualTo(600);
    }

    [Fact]
    public void Files_that_cannot_be_read_are_named()
    {
        using TemporaryFolder scratch = new();
        string missing = Path.Combine(scratch.Path, "none.yaml");
        Should.Throw<UserErrorException>(() => CardReader.Read(missing)).Message.ShouldBe($"{missing}: no such file");
        Should.Throw<UserErrorException>(() => CardReader.Read(scratch.Path)).Message.ShouldContain("is a directory");
        string large = scratch.Write("large.yaml", new string('#', CardReader.MaximumBytes + 1));
        Should.Throw<UserErrorException>(() => CardReader.Read(large)).Message.ShouldContain("1024 KiB");
        string binary = Path.Combine(scratch.Path, "b.yaml");
        File.WriteAllBytes(binary, [0x6D, 0xC3, 0x28]);
        Should.Throw<UserErrorException>(() => CardReader.Read(binary)).Message.ShouldContain("UTF-8");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused_quickly(string piece)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));

        Should.CompleteIn(() => Should.Throw<UserErrorException>(() => CardReader.Parse("deep.yaml", text)), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Deep_expressions_are_refused()
    {
        Should.Throw<UserErrorException>(() => CardReaderTests.Parse("m4 = " + new string('(', 100_000))).Message.ShouldContain("deep");
        Should.Throw<UserErrorException>(() => CardReaderTests.Parse("m4 = " + new string('[', 100_000))).Message.ShouldContain("deep");
        Should.Throw<UserErrorException>(() => CardReaderTests.Parse("m4 = " + string.Concat(Enumerable.Repeat("2^", 100_000)) + "2")).Message.ShouldContain("deep");
    }
}

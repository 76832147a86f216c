using Umbriel.Core;
using Umbriel.Formats.Limits;

namespace Umbriel.Formats.Tests;

public class OlderLimitsTests
{
    private static readonly IReadOnlyList<OlderLimitSource> Sources = OlderLimits.Load(Inputs.Limits, OlderLimits.All);

    private static OlderLimitSource Source(string name) => Sources.Single(source => source.Name == name);

    /// <summary>
    /// Rows, range and strongest value of every file, counted when the points were collected (five digits), apart from
    /// the rows of the combination: 16 of its 3001 are 1 (no limit), and it then starts at 1.0504 MeV.
    /// </summary>
    [Theory]
    [InlineData("hayano1982", 46, 0.068338, 0.33276, 8.6876e-07)]
    [InlineData("daum1987", 335, 0.0010006, 0.019538, 8.0924e-06)]
    [InlineData("pienu2019", 26 + 43, 0.015665, 0.033809, 1.707e-06)]
    [InlineData("na62_2021", 187, 0.19982, 0.3824, 3.2523e-09)]
    [InlineData("e949_2015", 75, 0.17804, 0.29906, 1.1908e-09)]
    [InlineData("degouvea2015_universality", 44, 0.036241, 85201, 0.0020648)]
    [InlineData("degouvea2015_decay", 29, 0.0010582, 0.096918, 0.00051879)]
    [InlineData("blennow2023", 1001, 1.777, 1000, 0.000169)]
    [InlineData("fernandez2023", 3001 - 16, 0.0010504, 9.9991, 4.0979e-09)]
    public void Every_file_is_read_whole(string name, int rows, double lowest, double highest, double strongest)
    {
        IReadOnlyList<LimitPiece> pieces = Source(name).Pieces;

        pieces.Sum(piece => piece.MassGeV.Count).ShouldBe(rows);
        pieces.Min(piece => piece.MassGeV[0]).ShouldBe(lowest, 2e-4 * lowest);
        pieces.Max(piece => piece.MassGeV[^1]).ShouldBe(highest, 2e-4 * highest);
        pieces.SelectMany(piece => piece.U2).Min().ShouldBe(strongest, 1e-4 * strongest);
    }

    [Fact]
    public void The_default_is_references_54_to_59_of_the_letter()
    {
        OlderLimits.Letter.ShouldBe(["hayano1982", "pienu2019", "daum1987", "na62_2021", "e949_2015", "fernandez2023"]);
        Sources.Take(6).Select(source => source.CitationKey).ShouldBe(
            ["Hayano:1982wu", "PIENU:2019usb", "Daum:1987bg", "NA62:2021bji", "E949:2014gsn", "Fernandez-Martinez:2023phj"]);
        Source("pienu2019").Pieces.Count.ShouldBe(2);
    }

    [Fact]
    public void Limits_are_straight_in_log_log_and_a_step_takes_its_stronger_end()
    {
        LimitPiece piece = new([0.01, 0.1, 0.1, 1.0], [1e-6, 1e-8, 1e-4, 1e-2]);

        piece.At(Math.Sqrt(1e-3))!.Value.ShouldBe(1e-7, 1e-20); // half way in both logarithms
        piece.At(0.1).ShouldBe(1e-8);
        piece.At(0.5)!.Value.ShouldBe(1e-4 * 25, 1e-15); // slope 2
        piece.At(0.009).ShouldBeNull();
        piece.At(1.1).ShouldBeNull();
    }

    /// <summary>
    /// The combination against the sources it was made of, range by range. Ratios of the two were computed for this
    /// project with another program when the points were collected: median 1.000 (0.987 for NA62). Half of the points
    /// must lie within the tolerance: the combination has a coarser grid, so it clips wiggles (8.5% in the median for
    /// NA62) and smears steps.
    /// </summary>
    [Theory]
    [InlineData(0.0012, 0.0156, "daum1987", 0.002)]
    [InlineData(0.0158, 0.0336, "pienu2019", 0.008)]
    [InlineData(0.034, 0.0678, "degouvea2015_decay", 1e-4)]
    [InlineData(0.0693, 0.198, "hayano1982", 1e-4)]
    [InlineData(0.2002, 0.382, "na62_2021", 0.1)]
    [InlineData(0.388, 9.9, "degouvea2015_universality", 1e-4)]
    public void The_combination_is_the_envelope_of_what_it_was_made_of(double low, double high, string name, double tolerance)
    {
        LimitPiece combination = Source("fernandez2023").Pieces.Single();
        double[] ratios = [.. Enumerable.Range(0, combination.MassGeV.Count)
            .Where(i => combination.MassGeV[i] > low && combination.MassGeV[i] < high)
            .Select(i => combination.U2[i] / Source(name).At(combination.MassGeV[i])!.Value).Order()];

        ratios.Length.ShouldBeGreaterThan(200);
        ratios[ratios.Length / 2].ShouldBe(1.0, name == "na62_2021" ? 0.02 : 0.006);
        ratios.Select(ratio => Math.Abs(ratio - 1.0)).Order().ElementAt(ratios.Length / 2).ShouldBeLessThan(tolerance);
    }

    [Fact]
    public void E949_is_not_in_the_combination_and_improves_it()
    {
        // Read off the two files: about 1e-6 at 0.18 to 0.2 GeV (Hayano's), 1e-8 to 1e-7 with E949.
        Source("fernandez2023").At(0.19)!.Value.ShouldBeInRange(5e-7, 2e-6);
        Source("e949_2015").At(0.19)!.Value.ShouldBeInRange(1e-8, 1e-7);
    }

    [Theory]
    [InlineData("hayano1892", "did you mean \"hayano1982\"")]
    [InlineData("zzzzzzzzzzzzzzzz", "one of hayano1982, pienu2019")]
    public void An_unknown_source_is_refused(string name, string part) =>
        Should.Throw<UserErrorException>(() => OlderLimits.Load(Inputs.Limits, [name])).Message.ShouldContain(part);

    [Theory]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1e-6\n0.2,1e-6,3\n", ":3: found \"0.2,1e-6,3\"")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1e-6\n0.2\n", ":3: found \"0.2\"")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1e-6\n0.2,-1e-6\n", ":3: Umu4_sq_upper_limit: found \"-1e-6\"")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1e-6\n0.2,1.5\n", "at most 1")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1e-6\nNaN,1e-6\n", ":3: m4_GeV: found \"NaN\"")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1e-6\nInfinity,1e-6\n", ":3: m4_GeV: found \"Infinity\"")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.2,1e-6\n# later\n0.1,1e-6\n", ":4: m4_GeV: found 0.1; expected a mass not below the one before, 0.2")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1\n0.2,1e-6\n0.3,1\n", "single mass 0.2")]
    [InlineData("m4_GeV,Umu4_sq_upper_limit\n0.1,1\n0.2,1\n", "found no limit")]
    [InlineData("mass,limit\n0.1,1e-6\n", ":1: header: found \"mass,limit\"")]
    [InlineData("", "found no limit")]
    public void A_damaged_file_is_refused_in_one_line(string text, string part)
    {
        using TemporaryFolder scratch = new();
        scratch.Write("hayano1982_Kmunu.csv", text);

        UserErrorException error = Should.Throw<UserErrorException>(() => OlderLimits.Load(scratch.Path, ["hayano1982"]));

        error.Message.ShouldContain("hayano1982_Kmunu.csv");
        error.Message.ShouldContain(part, Case.Sensitive);
        error.Message.ShouldNotContain("\n");
        Should.Throw<UserErrorException>(() => OlderLimits.Load(scratch.Path, ["daum1987"])).Message.ShouldContain("no such file");
        Should.Throw<UserErrorException>(() => OlderLimits.Load(scratch.Path + "/none", [])).Message.ShouldContain("no such directory");
    }
}

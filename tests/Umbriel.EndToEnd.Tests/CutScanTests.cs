using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

/// <summary>A scan that cuts MiniBooNE's region, or has none, says so and draws neither a star on its border nor a filled plane.</summary>
public sealed class CutScanTests : IDisposable
{
    /// <summary>
    /// At 1.25 GeV no |U|² up to 1e-6 makes events in MiniBooNE (its region is at 1e-3): χ² falls by 0.0016 to the border. At
    /// 0.03 GeV the region is cut at both ends of |U|².
    /// </summary>
    private const string Narrow = """
        m4: 0.106
        mzprime: 0.03
        scan:
          scenarios: [single]
          mzprime: [0.03, 1.25]
          mass: {low: 0.01, high: 3, points: 9}
          coupling: {low: 1e-8, high: 1e-6, points: 60}
        response: {mixture: single}
        olderLimits: []
        miniboone: {release: 2020, mode: fhc}

        """;

    /// <summary>Masses that no neutrino of the booster beam can make on argon or carbon.</summary>
    private const string Heavy = """
        m4: 5
        mzprime: 0.03
        scan:
          scenarios: [single]
          mzprime: [0.03]
          mass: {low: 5, high: 20, points: 4}
        response: {mixture: single}

        """;

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_best_fit_at_the_border_is_flagged_and_has_no_star()
    {
        Search(Narrow);
        string[][] fits = Table("bestfits.csv");
        fits[0][^3..].ShouldBe(["preference", "region_edges", "best_fit_edges"]);
        fits[1][^3..].ShouldBe(["true", "low-U2+high-U2", ""]);
        fits[2][^3].ShouldBe("false");
        fits[2][^1].ShouldBe("high-U2");

        (string Layer, string Mass)[] drawn = Drawn();
        drawn.ShouldContain(("region", "0.03"));
        drawn.ShouldContain(("best fit", "0.03"));
        drawn.ShouldNotContain(("region", "1.25"));
        drawn.ShouldNotContain(("best fit", "1.25"));

        // Nothing is said of how much of a region is excluded where there is none.
        string[][] verdicts = Table("verdict.csv");
        Cell(verdicts, 1, "excluded_area").ShouldNotBeEmpty();
        Cell(verdicts, 2, "excluded_area").ShouldBeEmpty();
        Cell(verdicts, 2, "tolerant_U2").ShouldBeEmpty();
        Cell(verdicts, 2, "covers").ShouldBe("false");

        File.ReadAllText(sandbox["out/figures/limits_single.gp"]).ShouldContain("MiniBooNE: no preference at {/:Italic m}_{{/:Italic Z}′} = 1.25 GeV");
        string report = File.ReadAllText(sandbox["out/report.html"]);
        report.ShouldContain("region at low-U2, high-U2");
        report.ShouldContain("no preference; best fit at high-U2");
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(sandbox["out/summary.json"]));
        JsonElement plane = summary.RootElement.GetProperty("miniboone")[1];
        plane.GetProperty("preference").GetBoolean().ShouldBeFalse();
        plane.GetProperty("best_fit_edges")[0].GetString().ShouldBe("high-U2");
    }

    [Fact]
    public void A_plane_without_signal_is_empty_with_a_note()
    {
        Outcome outcome = Search(Heavy);
        outcome.Output.ShouldContain("no preference");
        Drawn().Select(row => row.Layer).ShouldNotContain("region");
        string script = File.ReadAllText(sandbox["out/figures/limits_single.gp"]);
        script.ShouldContain("no limit at any");
        script.ShouldContain("no preference at any");
        script.ShouldNotContain("MiniBooNE, 95% C.L.");
        script.ShouldNotContain("MiniBooNE best fit");
        string[][] fits = Table("bestfits.csv");
        fits[1][^3].ShouldBe("false");
        fits[1][^1].ShouldBeEmpty("there is no best fit with a signal");
    }

    private Outcome Search(string card)
    {
        sandbox.Write("card.yaml", card);
        Outcome outcome = sandbox.Umbriel("search", "card.yaml", "-o", "out", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome;
    }

    private string[][] Table(string name) => [.. File.ReadAllLines(sandbox["out/" + name]).Select(line => line.Split(','))];

    private static string Cell(string[][] table, int row, string column) => table[row][Array.IndexOf(table[0], column)];

    private (string Layer, string Mass)[] Drawn() =>
        [.. File.ReadAllLines(sandbox["out/figures/limits_single.csv"]).Skip(1).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')).Select(cells => (cells[0], cells[1])).Distinct()];
}

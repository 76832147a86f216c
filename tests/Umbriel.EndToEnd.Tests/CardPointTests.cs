using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Figures, spectra, headline and summary of a search are of the card's own point; the letter's example is drawn where it belongs.</summary>
public sealed class CardPointTests(SmallSearch letter) : IDisposable
{
    private const string Mine = """
        m4: 0.2
        mzprime: 0.06
        Umu4: 1.0e-5
        epsilon: 1.0e-3
        alphaD: 0.4
        POT: 1.0e+21
        scan:
          scenarios: [single]
          mzprime: [0.06]
          mass: {low: 0.1, high: 0.4, points: 3}
          coupling: {low: 1.0e-12, high: 1.0e-4, points: 60}
        response: {mixture: single}
        olderLimits: []

        """;

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_search_shows_its_cards_point()
    {
        sandbox.Write("card.yaml", Mine);
        Outcome outcome = sandbox.Umbriel("search", "card.yaml", "-o", "out", "--quiet", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);

        string[] plane = File.ReadAllLines(sandbox["out/figures/limits_single.csv"]);
        plane.Where(line => line.StartsWith("example", StringComparison.Ordinal)).ShouldBeEmpty();
        string[] point = plane.Single(line => line.StartsWith("card", StringComparison.Ordinal)).Split(',');
        double.Parse(point[2]).ShouldBe(0.2, 1e-12);
        double.Parse(point[3]).ShouldBe(1e-10, 1e-20);

        // The data's exposure is the letter's; the signal's is the card's.
        string spectrum = File.ReadAllText(sandbox["out/figures/spectrum_energy.gp"]);
        spectrum.ShouldContain("= 200 MeV");
        spectrum.ShouldContain("6.87\u00A0×\u00A010^{20} POT");
        spectrum.ShouldContain("1\u00A0×\u00A010^{21} POT");
        spectrum.ShouldNotContain("106 MeV");
        spectrum.ShouldNotContain("Signal, published");

        string report = File.ReadAllText(sandbox["out/report.html"]);
        report.ShouldContain("Limit at the card&#x27;s masses");
        report.ShouldNotContain("Limit at the example masses");

        // Symbols are set as such, and the factor to the other axis is of this card's coupling: 4 pi 0.4.
        string words = report[..report.IndexOf("<!-- vega", StringComparison.Ordinal)];
        words.ShouldNotContain("m_Z", Case.Sensitive);
        words.ShouldNotContain("U_", Case.Sensitive); // the card has nu_flavors
        words.ShouldContain("4&#x3C0;<i>&#x3B1;</i><sub>D</sub> = 5.03 times that");
        words.ShouldContain("<i>m</i><sub><i>Z</i>&#x2032;</sub> = 60 MeV");

        using JsonDocument summary = JsonDocument.Parse(outcome.Output);
        JsonElement own = summary.RootElement.GetProperty("point");
        own.GetProperty("mass_GeV").GetDouble().ShouldBe(0.2);
        own.GetProperty("U2").GetDouble().ShouldBe(1e-10, 1e-20);

        // What `rate` and `limit` say of the same card; rate has other events of the same number and 1% or less of statistical error.
        using JsonDocument rate = JsonDocument.Parse(sandbox.Umbriel("rate", "card.yaml", "--json").Output);
        double selected = rate.RootElement.GetProperty("selected").GetDouble();
        own.GetProperty("selected_signal").GetDouble().ShouldBe(selected, 0.03 * selected);
        using JsonDocument limit = JsonDocument.Parse(sandbox.Umbriel("limit", "card.yaml", "--json").Output);
        own.GetProperty("observed_U2").GetDouble().ShouldBe(limit.RootElement.GetProperty("observed_U2").GetDouble());
        own.GetProperty("expected_U2").GetDouble().ShouldBe(limit.RootElement.GetProperty("expected_U2").GetDouble());
    }

    [Fact]
    public void The_letters_example_is_drawn_in_its_own_plane()
    {
        string[] plane = File.ReadAllLines(Path.Combine(letter.Folder, "figures", "limits_single.csv"));
        plane.ShouldContain(line => line.StartsWith("example", StringComparison.Ordinal));
        plane.ShouldNotContain(line => line.StartsWith("card", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(letter.Folder, "figures", "spectrum_score.gp")).ShouldContain("Signal, published");
    }
}

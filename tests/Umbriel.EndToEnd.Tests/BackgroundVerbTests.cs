using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

/// <summary><c>umbriel background</c>: topologies and expected interactions.</summary>
public sealed class BackgroundVerbTests
{
    [Fact]
    public void Topologies_agree_with_measurements_and_sum_to_the_total()
    {
        Outcome outcome = Shell.Umbriel("background", "--site", "microboone", "--neutrino", "nu_mu", "--topologies", "-n", "4000", "--threads", "1", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement[] rows = [.. JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray()];
        rows.Length.ShouldBe(10);
        double Sigma(string topology) => rows.Single(row => row.GetProperty("topology").GetString() == topology).GetProperty("sigma_cm2").GetDouble();

        // MicroBooNE: NC 1pi0 (1.243 +- 0.185 +- 0.076)e-38 cm2/Ar (arXiv:2205.07943). 4000 events: 4.4%.
        Sigma("nc1pi0").ShouldBe(1.243e-38, 0.200e-38);

        // What a pair of currents leaves out is the share with other mesons, a few thousandths.
        double total = JsonDocument.Parse(Shell.Umbriel("xsec", "--process", "total", "--current", "cc", "--flux-averaged", "--json").Output).RootElement[0].GetProperty("sigma_cm2").GetDouble();
        double charged = rows.Where(row => row.GetProperty("topology").GetString()!.StartsWith("cc", StringComparison.Ordinal)).Sum(row => row.GetProperty("sigma_cm2").GetDouble());
        (charged / total).ShouldBeInRange(0.985, 1.0);

        Shell.Umbriel("background", "--topologies", "-n", "4000", "--threads", "2", "--json").Output.ShouldBe(outcome.Output);
    }

    [Fact]
    public void Rates_add_up_to_the_total_cross_section_times_flux_and_nuclei()
    {
        Outcome outcome = Shell.Umbriel("background", "--site", "microboone", "--rates", "-n", "50", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement[] rows = [.. JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray()];
        double Events(Func<JsonElement, bool> of) => rows.Where(of).Sum(row => row.GetProperty("events").GetDouble());
        double sigma = new[] { "cc", "nc" }.Sum(current =>
            JsonDocument.Parse(Shell.Umbriel("xsec", "--process", "total", "--current", current, "--flux-averaged", "--json").Output).RootElement[0].GetProperty("sigma_cm2").GetDouble());

        // data/flux/bnb_microboone_fhc.csv: nu_mu summed over its bins, 0.05 GeV wide, / cm2 / POT; 61.9 m3 of 1.38 g/cm3, 39.95 u a nucleus.
        string[][] cells = [.. File.ReadLines(Repository.PathOf("data/flux/bnb_microboone_fhc.csv")).Where(line => !line.StartsWith('#')).Select(line => line.Split(','))];
        int column = Array.IndexOf(cells[0], "nu_mu");
        double flux = cells.Skip(1).Sum(row => (Number(row[1]) - Number(row[0])) * Number(row[column]));
        double nuclei = 256.35 * 233.0 * 1036.8 * 1.38 / 39.962383 * 6.02214076e23;
        double expected = flux * 6.87e20 * nuclei * sigma;
        Events(row => row.GetProperty("region").GetString() == "tpc" && row.GetProperty("neutrino_pdg").GetInt32() == 14 && row.GetProperty("category").GetString() != "nu-e").ShouldBe(expected, 2e-3 * expected);
        Events(row => row.GetProperty("region").GetString() == "cryostat").ShouldBeGreaterThan(0.0);
    }

    [Theory]
    [InlineData]
    [InlineData("--topologies", "--rates")]
    [InlineData("--topologies", "-n", "0")]
    [InlineData("--rates", "--site", "nowhere")]
    public void Refuses_what_means_nothing(params string[] options)
    {
        Outcome outcome = Shell.Umbriel(["background", .. options]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.Trim().Split('\n').Length.ShouldBe(1);
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

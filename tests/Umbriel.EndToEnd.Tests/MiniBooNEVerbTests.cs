using System.Globalization;

namespace Umbriel.EndToEnd.Tests;

/// <summary><c>umbriel miniboone</c> as scripts use it.</summary>
public sealed class MiniBooNEVerbTests(SmallRegions regions)
{
    private static readonly string[] Modes = ["fhc", "rhc", "combined"];

    [Fact]
    public void Tables_have_the_columns_scripts_rely_on()
    {
        Header("regions.csv").ShouldBe("scenario,release,mode,mzprime_GeV,mass_GeV,level,U2_low,U2_high");
        Header("bestfits.csv").ShouldStartWith("scenario,release,mode,mzprime_GeV,mass_GeV,U2,");
        Header("points.csv").ShouldBe("scenario,release,mode,mzprime_GeV,mass_GeV,U2,chi2,selected");
        regions.Rows("points.csv").Count.ShouldBe(2 * 3 * 3 * 30);
        regions.Rows("bestfits.csv").Select(r => $"{r["scenario"]} {r["mode"]}").ShouldBe(from s in new[] { "single", "dual" } from m in Modes select $"{s} {m}");
        File.Exists(Path.Combine(regions.Folder, "report.html")).ShouldBeTrue();
        File.Exists(Path.Combine(regions.Folder, "figures", "regions_dual_2020_fhc.pdf")).ShouldBeTrue();
        File.Exists(Path.Combine(regions.Folder, "figures", "best_dual_visible_energy.svg")).ShouldBeTrue();
        regions.Outcome.Output.ShouldContain("background only");
    }

    [Theory]
    [InlineData("fhc", 31.80203112)]
    [InlineData("rhc", 22.88802012)]
    [InlineData("combined", 69.23341168)]
    public void Without_signal_chi2_is_the_released_one(string mode, double expected)
    {
        // Null values of an independent implementation: validation/reference/miniboone, design/miniboone-fit.md 5.
        foreach (Dictionary<string, string> row in regions.Rows("bestfits.csv").Where(r => r["mode"] == mode))
        {
            Number(row, "chi2_background").ShouldBe(expected, 1e-5);
            Number(row, "chi2").ShouldBeLessThan(expected);
        }

        // At the smallest coupling next to nothing is selected: χ² falls by 2 r F⁻¹ S, about 0.02 per event.
        Dictionary<string, string> small = regions.Rows("points.csv").Where(r => r["mode"] == mode).MinBy(r => Number(r, "selected"))!;
        Number(small, "selected").ShouldBeLessThan(4.0);
        Number(small, "chi2").ShouldBe(expected, 0.4);
    }

    [Fact]
    public void Intervals_are_nested_and_the_best_fit_is_the_lowest()
    {
        IReadOnlyList<Dictionary<string, string>> rows = regions.Rows("regions.csv");
        rows.Select(r => r["level"]).Distinct().Order(StringComparer.Ordinal).ShouldBe(["0.68", "0.95", "0.997"]);
        foreach (Dictionary<string, string> row in rows)
        {
            Number(row, "U2_low").ShouldBeLessThan(Number(row, "U2_high"));
            if (row["level"] != "0.997")
            {
                string wider = row["level"] == "0.68" ? "0.95" : "0.997";
                rows.ShouldContain(r => Plane(r) == Plane(row) && r["mass_GeV"] == row["mass_GeV"] && r["level"] == wider
                    && Number(r, "U2_low") <= Number(row, "U2_low") && Number(r, "U2_high") >= Number(row, "U2_high"));
            }
        }

        foreach (Dictionary<string, string> best in regions.Rows("bestfits.csv"))
        {
            Dictionary<string, string>[] nodes = [.. regions.Rows("points.csv").Where(r => Plane(r) == Plane(best))];
            Number(best, "chi2").ShouldBeLessThanOrEqualTo(nodes.Min(r => Number(r, "chi2")) + 1e-6);

            // A node is inside an interval of its mass exactly where its χ² says so.
            foreach (Dictionary<string, string> node in nodes)
            {
                bool inside = rows.Any(r => Plane(r) == Plane(best) && r["level"] == "0.95" && r["mass_GeV"] == node["mass_GeV"]
                    && Number(node, "U2") > Number(r, "U2_low") && Number(node, "U2") < Number(r, "U2_high"));
                inside.ShouldBe(Number(node, "chi2") - Number(best, "chi2") < -2.0 * Math.Log(0.05), $"{Plane(node)} {node["mass_GeV"]} {node["U2"]}");
            }
        }
    }

    [Fact]
    public void Regions_that_the_scan_cuts_are_flagged_at_every_border()
    {
        string[] cut = [];
        foreach (Dictionary<string, string> best in regions.Rows("bestfits.csv"))
        {
            Dictionary<string, string>[] region = [.. regions.Rows("regions.csv").Where(r => Plane(r) == Plane(best) && r["level"] == "0.95")];
            string[] edges = best["region_edges"].Split('+', StringSplitOptions.RemoveEmptyEntries);
            Flagged("low-mass", region.Any(r => Number(r, "mass_GeV") < 0.0601));
            Flagged("high-mass", region.Any(r => Number(r, "mass_GeV") > 0.2399));
            Flagged("low-U2", region.Any(r => Number(r, "U2_low") < 1.001e-11));
            Flagged("high-U2", region.Any(r => Number(r, "U2_high") > 0.999e-6));
            best["preference"].ShouldBe(Number(best, "chi2_background") - Number(best, "chi2") >= -2.0 * Math.Log(0.05) ? "true" : "false");
            cut = [.. cut, .. edges];

            void Flagged(string edge, bool touches)
            {
                if (touches)
                {
                    edges.ShouldContain(edge, Plane(best));
                }
            }
        }

        // The regions of validation/verdict.md go on below these masses.
        cut.ShouldContain("low-mass");
    }

    [Fact]
    public void A_prompt_dual_signal_is_proportional_to_the_mixing()
    {
        foreach (IGrouping<string, Dictionary<string, string>> mass in regions.Rows("points.csv").Where(r => r["scenario"] == "dual" && r["mode"] == "fhc").GroupBy(r => r["mass_GeV"]))
        {
            double[] ratios = [.. mass.Select(r => Number(r, "selected") / Number(r, "U2"))];
            ratios.Max().ShouldBe(ratios.Min(), 1e-6 * ratios.Max());
        }
    }

    [Fact]
    public void One_thread_and_an_empty_cache_give_the_same_bytes()
    {
        SortedDictionary<string, string> first = Results.Hashes(regions.Folder);
        Outcome again = regions.Again("again");
        again.ExitCode.ShouldBe(0, again.Error);
        Results.Hashes(regions.Place("again")).ShouldBe(first);
    }

    [Theory]
    [InlineData("miniboone: {release: 2019}", "card.yaml:3: miniboone.release", "2018 or 2020")]
    [InlineData("miniboone: {mode: [fhc, fhc]}", "card.yaml:3: miniboone.mode", "each entry once")]
    [InlineData("miniboone: {efficiency: none}", "card.yaml:3: miniboone.efficiency", "head or legacy")]
    [InlineData("miniboone: {eficiency: head}", "card.yaml:3: miniboone.eficiency", "efficiency")]
    [InlineData("miniboone: {regimes: []}", "card.yaml:3: miniboone.regimes", "p-el")]
    [InlineData("miniboone: off", "card.yaml:3: miniboone", "release")]
    [InlineData("helicity: left", "card.yaml:3: helicity", "conserving")]
    public void A_mistake_in_the_section_is_one_line(string line, string place, string expected)
    {
        using Sandbox sandbox = new();
        sandbox.Write("card.yaml", $"m4: 0.1\nmzprime: 0.03\n{line}\n");
        Outcome outcome = sandbox.Umbriel("miniboone", "card.yaml", "-o", "out");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.TrimEnd().ShouldNotContain("\n");
        outcome.Error.ShouldContain(place);
        outcome.Error.ShouldContain(expected);
        Directory.Exists(sandbox["out"]).ShouldBeFalse();
    }

    private string Header(string file) => File.ReadLines(Path.Combine(regions.Folder, file)).First();

    private static string Plane(Dictionary<string, string> row) => $"{row["scenario"]},{row["release"]},{row["mode"]},{row["mzprime_GeV"]}";

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}

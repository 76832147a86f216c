using System.Globalization;
using Umbriel.Cards;
using Umbriel.DarkSector;
using Umbriel.Formats.HepData;
using Umbriel.Reports.Tables;

namespace Umbriel.EndToEnd.Tests;

/// <summary>The HEPData record of a search: its layout, and that its tables say what they hold for.</summary>
public sealed class HepDataRecordTests(SmallSearch search)
{
    private string Folder => Path.Combine(search.Folder, "hepdata");

    [Fact]
    public void TheRecordHasHepDatasLayoutAndEveryTable() => HepDataLayout.Check(Folder).Keys.ShouldBe(
        ["limits_single.yaml", "limits_single_fixed.yaml", "regions_single.yaml", "spectrum_energy.yaml", "spectrum_angle.yaml", "spectrum_score.yaml", "covariance.yaml"]);

    [Theory]
    [InlineData("limits_single.yaml", "is relative to the whole prediction")]
    [InlineData("limits_single_fixed.yaml", "stays what it is in events")]
    public void LimitsSayOfWhichModelExposureAndFitTheyAre(string file, string scaling)
    {
        HepDataTable table = HepDataTable.Read(Path.Combine(Folder, file), allowMissing: true);
        (table.Independent[0].Name, table.Independent[0].Units, table.Rows).ShouldBe(("$m_4$", "GeV", 5));
        table.Dependent.Select(column => column.Name).ShouldBe(["Observed $|U_{\\mu4}|^2$", "Expected $|U_{\\mu4}|^2$"]);
        foreach (HepDataDependent column in table.Dependent)
        {
            column.Qualifiers.ShouldBe(
            [
                new("$m_{Z'}$", "0.03", "GeV"),
                new("C.L.", "95", "%"),
                new("interval", "Delta chi2 < 5.99, Wilks, two parameters", ""),
                new("scenario", "single dark neutrino", ""),
                new("type", "Dirac", ""),
                new("$\\varepsilon$", "0.0008", ""),
                new("$\\alpha_D$", "0.25", ""),
                new("normalisation", "|V_mu4(5)| = |U_mu4(5)|, |V_54| = 1", ""),
                new("e", "g sin(theta_W)", ""),
                new("exposure", "6.87E+20", "protons on target"),
                new("statistic", "cnp", ""),
                new("covariance", "drawn-minus-poisson", ""),
                new("background's error", scaling, ""),
            ]);
        }
    }

    /// <summary>A point has its own masses; the scan's mass gap and Z' masses are the planes' alone.</summary>
    [Fact]
    public void WhatHoldsForAPlaneIsNotSaidOfThePoint()
    {
        Card card = CardReader.Parse("card.yaml", """
            model: dual
            m4: 0.1
            m5: 0.15
            mzprime: 0.5
            HNLtype: majorana
            epsilon: 5.0e-4
            alphaD: 0.1
            UD4: 0.6
            UD5: 0.8
            POT: 1.0e+21
            scan: {delta: 1.5}
            """u8);
        string[] plane = [.. RecordText.Plane(card, Scenario.Dual).Select(q => $"{q.Name}: {q.Value} {q.Units}".TrimEnd())];
        plane.ShouldBe(
        [
            "scenario: two dark neutrinos", "type: Majorana", "$\\varepsilon$: 0.0005", "$\\alpha_D$: 0.1", "normalisation: three-portal vertices, |U_D4| = 0.6, |U_D5| = 0.8",
            "e: g sin(theta_W)", "exposure: 1E+21 protons on target", "$\\Delta = (m_5 - m_4)/m_4$: 1.5",
        ]);
        RecordText.Model(card, Scenario.Dual).Select(q => $"{q.Name}: {q.Value} {q.Units}".TrimEnd()).ShouldBe(plane[..^1]);
        RecordText.Plane(card, Scenario.Single).Select(q => q.Name).ShouldNotContain(name => name.Contains("Delta"));
    }

    [Fact]
    public void RegionsAreThoseOfTheTable()
    {
        HepDataTable table = HepDataTable.Read(Path.Combine(Folder, "regions_single.yaml"));
        table.Independent.Select(column => (column.Name, column.Units)).ShouldBe([("$m_{Z'}$", "GeV"), ("C.L.", "%"), ("$m_4$", "GeV")]);
        string[][] rows = [.. File.ReadAllLines(Path.Combine(search.Folder, "regions.csv")).Skip(1).Select(line => line.Split(','))];
        table.Rows.ShouldBe(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            table.Independent[2].Bins[i].Low.ShouldBe(Number(rows[i][4]));
            table.Independent[1].Bins[i].Low.ShouldBe(100.0 * Number(rows[i][5]), 1e-12);
            table.Dependent[0].Values[i].Value.ShouldBe(Number(rows[i][6]));
            table.Dependent[1].Values[i].Value.ShouldBe(Number(rows[i][7]));
        }
    }

    [Fact]
    public void SpectraAndCovarianceAreThoseOfTheFit()
    {
        HepDataTable score = HepDataTable.Read(Path.Combine(Folder, "spectrum_score.yaml"));
        score.Edges().ShouldBe([0.772, 0.85, 0.9, 0.95, 1.0]);
        score.Find("Data").Values.Sum(value => value.Value).ShouldBe(95); // the letter
        score.Find("Background, constrained").Values[0].Value.ShouldBe(14.444); // the published table, as the next
        score.Find("Background, constrained").Values[0].Errors.ShouldBe([new HepDataError("as drawn", 10.688, 10.688)]);
        HepDataDependent signal = score.Find("Signal");
        signal.Units.ShouldBe("events");
        signal.Qualifiers.ShouldContain(new HepDataQualifier("$m_4$", "0.106", "GeV"));
        signal.Qualifiers.ShouldContain(q => q.Name == "$|U_{\\mu4}|^2$");

        // Drawn error squared less the expected counts, by hand; relative to the whole prediction once there is a signal.
        HepDataTable covariance = HepDataTable.Read(Path.Combine(Folder, "covariance.yaml"));
        covariance.Rows.ShouldBe(16);
        double background = (10.688 * 10.688) - 14.444;
        covariance.Find("Covariance, background").Values[0].Value.ShouldBe(background, 1e-9);
        covariance.Find("Covariance, background").Values[1].Value.ShouldBe(0.0);
        double grown = background * Math.Pow((14.444 + signal.Values[0].Value) / 14.444, 2);
        covariance.Find("Covariance, background and signal").Values[0].Value.ShouldBe(grown, 1e-9 * grown);
    }

    [Fact]
    public void ThumbnailsAreSmallPicturesThatAnotherProgramReads()
    {
        foreach (string thumbnail in Directory.EnumerateFiles(Folder, "thumb_*.png"))
        {
            byte[] picture = File.ReadAllBytes(thumbnail.Replace("thumb_", "", StringComparison.Ordinal));
            Width(File.ReadAllBytes(thumbnail)).ShouldBeInRange(100, 240);
            Width(picture).ShouldBeGreaterThan(240);
            Outcome gnuplot = Shell.Run("/usr/bin/gnuplot", ["-e", $"set terminal dumb; plot '{thumbnail}' binary filetype=png with rgbimage"]);
            gnuplot.ExitCode.ShouldBe(0, gnuplot.Error);
            gnuplot.Error.ShouldBeEmpty();
        }
    }

    private static int Width(byte[] png) => (png[18] << 8) + png[19];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

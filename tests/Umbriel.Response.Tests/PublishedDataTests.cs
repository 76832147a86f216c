using Umbriel.Core;
using Umbriel.Formats.HepData;
using Umbriel.Response.Published;

namespace Umbriel.Response.Tests;

/// <summary>Expected numbers are the ones printed in the .csv files beside the YAML tables (read by eye).</summary>
public class PublishedDataTests
{
    private static readonly PublishedData Data = PublishedData.Load(Inputs.Published);

    [Fact]
    public void Spectra_have_the_published_bins_and_counts()
    {
        Data.Score.Edges.ShouldBe([0.772, 0.85, 0.9, 0.95, 1.0]);
        Data.Score.Data.ShouldBe([20, 19, 26, 30]);
        Data.Score.Data.Sum().ShouldBe(95); // the letter's abstract
        Data.Score.Background[0].ShouldBe(14.444);
        Data.Score.BackgroundError[0].ShouldBe(10.688);
        Data.Score.ExampleSignal.Sum().ShouldBe(67.352, 1e-9); // 3.02 + 4.588 + 12.268 + 47.476
        Data.Score.BackgroundReading[0].ShouldBe(0.041);
        Data.Energy.Edges.ShouldBe([0, 200, 400, 600, 800, 1000, 1600]);
        Data.Energy.Units.ShouldBe("MeV");
        Data.Energy.Data.ShouldBe([15, 33, 27, 9, 5, 6]);
        Data.Angle.Edges.ShouldBe([0, 5, 10, 15, 20, 25]);
        Data.Angle.Data.ShouldBe([19, 31, 22, 14, 6]);
        Data.Angle.ExampleSignal[1].ShouldBe(26.992);
    }

    [Fact]
    public void Counts_are_those_of_the_letters_text()
    {
        // "we observe 52, 26, and 17 data events with constrained background predictions of 47.7 ± 11.7, 15.5 ± 7.9, and 9.5 ± 4.6";
        // 95 against 69.7 ± 17.3, 1.5 σ.
        Data.Counts!.ByTopology.ShouldBe([new PublishedCount(52, 47.7, 11.7), new PublishedCount(26, 15.5, 7.9), new PublishedCount(17, 9.5, 4.6)]);
        Data.Counts.Total.ShouldBe(new PublishedCount(95, 69.7, 17.3));
        Data.Counts.Total.Pull.ShouldBe(1.5, 0.05);
        Data.Counts.ByTopology.Sum(count => count.Data).ShouldBe(Data.Score.Data.Sum());
    }

    [Theory]
    [InlineData("two_showers: {data: 17, background: 9.5, error: 4.6}", "two_showers: {data: 17.5, background: 9.5, error: 4.6}", "counts.yaml:5: two_showers.data: ")]
    [InlineData("total: {data: 95, background: 69.7, error: 17.3}\n", "", "total: found no value")]
    [InlineData("total:", "totals:", "counts.yaml:6: totals: ")]
    public void Damaged_counts_are_named(string from, string to, string named)
    {
        using TemporaryFolder folder = new();
        foreach (string file in Directory.EnumerateFiles(Inputs.Published))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        File.WriteAllText(folder["counts.yaml"], File.ReadAllText(folder["counts.yaml"]).Replace(from, to, StringComparison.Ordinal));
        Should.Throw<UserErrorException>(() => PublishedData.Load(folder.Path)).Message.ShouldContain(named);
        File.Delete(folder["counts.yaml"]);
        PublishedData.Load(folder.Path).Rate.ShouldBeNull();
    }

    [Fact]
    public void Efficiencies_are_told_apart_although_their_files_are_named_confusingly()
    {
        Data.EnergyEfficiency.Edges.Count.ShouldBe(16);
        Data.EnergyEfficiency.Total[5].ShouldBe(0.40859);
        Data.EnergyEfficiency.OneShowerNoTrack[5].ShouldBe(0.26079);
        Data.EnergyEfficiency.TwoShowersNoTrack[5].ShouldBe(0.04483);
        Data.EnergyEfficiency.OneShowerOneTrack[5].ShouldBe(0.10297);
        Data.ThetaEfficiency.Name.ShouldContain("theta");
        Data.ThetaEfficiency.Edges[1].ShouldBe(2.5);
        Data.ThetaEfficiency.Total[0].ShouldBe(0.28544);
        Data.OpeningAngleEfficiency.Name.ShouldContain("Opening");
        Data.OpeningAngleEfficiency.Total[0].ShouldBe(0.36160);
        Data.AsymmetryEfficiency.Name.ShouldContain("Asymmetry");
        Data.AsymmetryEfficiency.Total[0].ShouldBe(0.24422);
    }

    [Fact]
    public void Topologies_add_up_to_the_total_within_the_reading()
    {
        // The relation holds in every bin (README of the tables); 0.002 is four reading uncertainties.
        foreach (EfficiencyMarginal marginal in (EfficiencyMarginal[])[Data.EnergyEfficiency, Data.ThetaEfficiency, Data.OpeningAngleEfficiency, Data.AsymmetryEfficiency])
        {
            for (int i = 0; i < marginal.Total.Count; i++)
            {
                (marginal.OneShowerNoTrack[i] + marginal.OneShowerOneTrack[i] + marginal.TwoShowersNoTrack[i]).ShouldBe(marginal.Total[i], 0.002);
            }
        }
    }

    [Fact]
    public void Sidebands_and_matrix_belong_together()
    {
        Data.TwoPhotonNoProton.Data[2].ShouldBe(64);
        Data.TwoPhotonOneProton.Data[1].ShouldBe(32);
        Data.FractionalCovariance.Count.ShouldBe(1024);
        Data.FractionalCovariance[0].ShouldBe(0.130001);
        Data.FractionalCovariance[1].ShouldBe(0.00229);
        Data.FractionalCovariance[32].ShouldBe(0.00229);

        // MC_err = MC sqrt(F_ii) for the sidebands, in this order (README: 0.4%).
        for (int i = 0; i < 14; i++)
        {
            int k = 4 + i;
            (Data.TwoPhotonNoProton.Prediction[i] * Math.Sqrt(Data.FractionalCovariance[(k * 32) + k])).ShouldBe(Data.TwoPhotonNoProton.PredictionError[i], 0.03 * Data.TwoPhotonNoProton.PredictionError[i]);
        }
    }

    [Fact]
    public void A_missing_table_is_named()
    {
        using TemporaryFolder scratch = new();
        foreach (string file in PublishedData.FileNames.Where(f => f != "covariance_matrix.yaml"))
        {
            File.Copy(Path.Combine(Inputs.Published, file), Path.Combine(scratch.Path, file));
        }

        UserErrorException error = Should.Throw<UserErrorException>(() => PublishedData.Load(scratch.Path));
        error.Message.ShouldContain("covariance_matrix.yaml");
        error.Message.ShouldContain("no such file");
        Should.Throw<UserErrorException>(() => PublishedData.Load(scratch.Path + "/nowhere")).Message.ShouldContain("no such directory");
    }

    /// <summary>File of the published set, replacement, and what the message must contain.</summary>
    public static TheoryData<string, string, string, string> Published => new()
    {
        { "dark_portal_ncpi0rejection.yaml", "value: 20}", "value: 20.5}", "a count" },
        { "dark_portal_ncpi0rejection.yaml", "value: 14.444", "value: -14.444", "above 0" },
        { "dark_portal_ncpi0rejection.yaml", "name: Sig", "name: Signal", "\"Sig\"" },
        { "dark_portal_ncpi0rejection.yaml", "{low: 0.85, high: 0.9}", "{low: 0.86, high: 0.9}", "starts at 0.85" },
        { "dark_portal_energy.yaml", "value: 0.03143", "value: 1.03143", "an efficiency" },
        { "dark_portal_2g0p.yaml", "name: Data (2g0p)", "name: Data", "Data (2g0p)" },
        { "covariance_matrix.yaml", "value: 0.00229}", "value: 0.00230}", "symmetric" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Published_tables_are_checked_for_meaning(string file, string old, string changed, string part)
    {
        using TemporaryFolder scratch = new();
        foreach (string name in PublishedData.FileNames)
        {
            string text = File.ReadAllText(Path.Combine(Inputs.Published, name));
            if (name == file)
            {
                int at = text.IndexOf(old, StringComparison.Ordinal);
                at.ShouldBeGreaterThan(0);
                text = text[..at] + changed + text[(at + old.Length)..];
            }

            scratch.Write(name, text);
        }

        UserErrorException error = Should.Throw<UserErrorException>(() => PublishedData.Load(scratch.Path));
        error.Message.ShouldContain(file);
        error.Message.ShouldContain(part, Case.Sensitive);
    }
}

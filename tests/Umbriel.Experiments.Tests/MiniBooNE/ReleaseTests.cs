using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE.Tests;

public sealed class ReleaseTests
{
    private const string Nue = "nue_like_spectra.csv";
    private const string Numu = "numu_ccqe_spectra.csv";
    private const string Matrix = "fractional_covariance_fhc.csv";

    [Fact]
    public void The_release_of_2020_as_published()
    {
        // arXiv:2006.16883: 18.75e20 POT, 2870 events at 200-1250 MeV; 1805.12028: 11.27e20 POT and 478 events in antineutrino mode.
        MiniBooNERelease release = Reference.Release2020;
        release.Which.ShouldBe(MiniBooNEDataRelease.Release2020);
        release.Fhc.ProtonsOnTarget.ShouldBe(18.75e20);
        release.Rhc.ProtonsOnTarget.ShouldBe(11.27e20);
        release.Fhc.NueData.Take(9).Sum().ShouldBe(2870.0);
        release.Rhc.NueData.Take(9).Sum().ShouldBe(478.0);
        release.EnergyEdges.ToArray().ShouldBe([0.2, 0.3, 0.375, 0.475, 0.55, 0.675, 0.8, 0.95, 1.1, 1.25, 1.5, 3.0], 1e-15);
        release.ReferenceSignalEdges[9].ShouldBe(1.3, 1e-15);
    }

    [Fact]
    public void The_release_of_2018_as_published()
    {
        // arXiv:1805.12028: 12.84e20 POT, 1959 events at 200-1250 MeV.
        Reference.Release2018.Fhc.ProtonsOnTarget.ShouldBe(12.84e20);
        Reference.Release2018.Fhc.NueData.Take(9).Sum().ShouldBe(1959.0);
        Reference.Release2018.Rhc.NueData.ShouldBe(Reference.Release2020.Rhc.NueData);
    }

    [Fact]
    public void Statistics_are_part_of_the_background_rows()
    {
        // Only statistics changed from 2018 to 2020: on the diagonal the difference is that of 1/N, to 1e-3.
        (MiniBooNERelease early, MiniBooNERelease late) = (Reference.Release2018, Reference.Release2020);
        for (int i = 0; i < MiniBooNERelease.NueBins; i++)
        {
            int row = MiniBooNERelease.NueBins + i;
            double difference = early.Covariance(BeamMode.Fhc)[row, row] - late.Covariance(BeamMode.Fhc)[row, row];
            difference.ShouldBe((1.0 / early.Fhc.NueBackground[i]) - (1.0 / late.Fhc.NueBackground[i]), (1e-3 * difference) + 2e-6);
            (early.Covariance(BeamMode.Fhc)[i, i] - late.Covariance(BeamMode.Fhc)[i, i]).ShouldBe(0.0, 1e-6);
        }
    }

    [Theory]
    [InlineData("a negative count", Nue, "426,", "-426,", "nue_like_spectra.csv:3: fhc_data")]
    [InlineData("no background", Nue, "53.077595", "0", "nue_like_spectra.csv:3: rhc_bkg")]
    [InlineData("a gap", Nue, "2,375,475", "2,380,475", "nue_like_spectra.csv:4: EnuQE_low_MeV")]
    [InlineData("swapped edges", Nue, "0,200,300", "0,300,200", "nue_like_spectra.csv:2: EnuQE_high_MeV")]
    [InlineData("a missing column", Nue, "rhc_bkg", "rhc_background", "rhc_bkg")]
    [InlineData("not a number", Numu, "54472", "many", "numu_ccqe_spectra.csv:2: fhc_data: found 'many'")]
    [InlineData("a missing row", Numu, "7,3773,4090.676535,380,336.987112\n", "", "7 rows")]
    [InlineData("another order of columns", Matrix, "fhc_sig0,fhc_sig1", "fhc_sig1,fhc_sig0", "header, column 1")]
    [InlineData("an asymmetric matrix", Matrix, "0.119896,0.131021", "0.3,0.131021", "symmetric")]
    [InlineData("a matrix that is no covariance", Matrix, "\n0.155611", "\n0.001", "eigenvalue")]
    public void Bad_files_are_refused_in_one_line(string what, string file, string old, string changed, string named)
    {
        using TemporaryFolder folder = new();
        string path = Copy(folder, file);
        string text = File.ReadAllText(path);
        text.ShouldContain(old, Case.Sensitive, what);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length)));
        string message = Should.Throw<UserErrorException>(() => MiniBooNERelease.Load(folder.Path, MiniBooNEDataRelease.Release2020), what).Message;
        message.ShouldContain(named);
        message.ShouldContain(file);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using TemporaryFolder folder = new();
        File.Delete(Copy(folder, Matrix));
        Should.Throw<UserErrorException>(() => MiniBooNERelease.Load(folder.Path, MiniBooNEDataRelease.Release2020)).Message.ShouldContain(Matrix);
    }

    [Theory]
    [InlineData("kelly_kopp_r_cuts.csv", "0.2,0.22,0.247", "0.2,0.1,0.247", "bins in ascending order")]
    [InlineData("kelly_kopp_r_cuts.csv", "0.352,0.541", "0.352,-1", "above zero")]
    [InlineData("single_gamma_electron_efficiency_2012release.csv", "150,0.089", "150,1.2", "between 0 and 1")]
    [InlineData("single_gamma_electron_efficiency_2012release.csv", "100,200,150", "100,200,50", "ascending")]
    public void Bad_response_tables_are_refused_in_one_line(string file, string old, string changed, string named)
    {
        using TemporaryFolder folder = new();
        string target = Directory.CreateDirectory(Path.Combine(folder.Path, "miniboone", "efficiency")).FullName;
        foreach (string source in Directory.GetFiles(Path.Combine(Reference.DataDirectory, "miniboone", "efficiency")))
        {
            File.Copy(source, Path.Combine(target, Path.GetFileName(source)));
        }

        _ = ElectronLikeReconstruction.Load(folder.Path);
        string path = Path.Combine(target, file);
        string text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
        string message = Should.Throw<UserErrorException>(() => ElectronLikeReconstruction.Load(folder.Path)).Message;
        message.ShouldContain(named);
        message.ShouldContain(file + ":");
    }

    /// <summary>Copies the release of 2020 and returns the path of one of its files.</summary>
    private static string Copy(TemporaryFolder folder, string file)
    {
        string target = Directory.CreateDirectory(Path.Combine(folder.Path, "miniboone", "release_2020_18p75e20")).FullName;
        foreach (string source in Directory.GetFiles(Path.Combine(Reference.DataDirectory, "miniboone", "release_2020_18p75e20")))
        {
            File.Copy(source, Path.Combine(target, Path.GetFileName(source)));
        }

        return Path.Combine(target, file);
    }
}

using Umbriel.Core;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Csv;
using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE.Tests;

public sealed class ObservablesTests
{
    private static readonly MiniBooNEObservables Observables = MiniBooNEObservables.Load(Reference.DataDirectory);

    [Fact]
    public void Both_projections_hold_the_same_events()
    {
        Observables.VisibleEnergy.Data.ToArray().Sum().ShouldBe(2881.0); // sum of the file's column, counted apart
        Observables.CosTheta.Data.ToArray().Sum().ShouldBe(2881.0);
        Observables.VisibleEnergy.Sum().ShouldBe(Observables.CosTheta.Sum(), 1e-9);
        Observables.VisibleEnergy.Subchannels.Select(s => s.Name).ShouldBe(["intrinsic nue", "pi0", "delta", "dirt", "numu", "other"]);
        Observables.ProtonsOnTarget.ShouldBe(18.75e20);
    }

    [Fact]
    public void Edges_are_those_of_the_figures()
    {
        ReadOnlySpan<double> energy = Observables.VisibleEnergy.Binning.Channels[0].Edges;
        (energy.Length, energy[0], energy[^1]).ShouldBe((24, 0.1, 1.25));
        ReadOnlySpan<double> angle = Observables.CosTheta.Binning.Channels[0].Edges;
        (angle.Length, angle[0], angle[10], angle[^1]).ShouldBe((21, -1.0, 0.0, 1.0));
    }

    [Theory]
    [InlineData("evis_2006.16883_digitised.csv", "Evis", true)]
    [InlineData("costheta_2006.16883_digitised.csv", "cosTheta", false)]
    public void Data_and_backgrounds_are_those_of_the_published_figures(string file, string column, bool energy)
    {
        // The figures of arXiv:2006.16883 as digitised by others, to one or two events.
        CsvTable figure = Reference.Csv(file);
        Spectrum spectrum = energy ? Observables.VisibleEnergy : Observables.CosTheta;
        double[] data = figure.Column(column + "_data");
        double[] background = figure.Column(column + "_bkg");
        data.Length.ShouldBe(spectrum.Binning.BinCount);
        for (int i = 0; i < data.Length; i++)
        {
            spectrum.Data[i].ShouldBe(data[i], 1.5);
            spectrum.Total[i].ShouldBe(background[i], 2.5);
        }
    }

    [Fact]
    public void The_backgrounds_sum_to_the_release()
    {
        Observables.VisibleEnergy.Sum().ShouldBe(Reference.Release2020.Fhc.NueBackground.Take(9).Sum(), 1e-9);
        Observables.BackgroundScale.ShouldBe(2322.6756 / 2539.604, 1e-5); // sums of the two files' columns, counted apart
    }

    [Fact]
    public void Quasi_elastic_energy_is_the_release()
    {
        Spectrum fhc = MiniBooNEObservables.NeutrinoEnergy(Reference.Release2020, BeamMode.Fhc);
        fhc.Data[0].ShouldBe(732.0);
        fhc.Total[0].ShouldBe(527.164624);
        Spectrum rhc = MiniBooNEObservables.NeutrinoEnergy(Reference.Release2018, BeamMode.Rhc);
        rhc.Data[10].ShouldBe(43.0);
        rhc.Binning.Channels[0].Edges[^1].ShouldBe(3.0, 1e-15);
        Should.Throw<ArgumentOutOfRangeException>(() => MiniBooNEObservables.NeutrinoEnergy(Reference.Release2020, BeamMode.Combined));
    }

    [Theory]
    [InlineData("150,200,-1.0,-0.9", "150,200,-0.9,-0.8", "a second time")]
    [InlineData("150,200,-1.0,-0.9", "150,210,-1.0,-0.9", "where the next bin begins")]
    [InlineData("150,200,-1.0,-0.9,16", "150,200,-1.0,-0.9,-16", "zero or more")]
    public void Bad_tables_are_refused_in_one_line(string old, string changed, string named)
    {
        using TemporaryFolder folder = new();
        foreach (string part in (string[])["release_2020_18p75e20", "evis_costheta_oct19"])
        {
            string target = Directory.CreateDirectory(Path.Combine(folder.Path, "miniboone", part)).FullName;
            foreach (string source in Directory.GetFiles(Path.Combine(Reference.DataDirectory, "miniboone", part)))
            {
                File.Copy(source, Path.Combine(target, Path.GetFileName(source)));
            }
        }

        _ = MiniBooNEObservables.Load(folder.Path);
        string path = Path.Combine(folder.Path, "miniboone", "evis_costheta_oct19", "evis_costheta_2d.csv");
        string text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
        string message = Should.Throw<UserErrorException>(() => MiniBooNEObservables.Load(folder.Path)).Message;
        message.ShouldContain("evis_costheta_2d.csv:");
        message.ShouldContain(named);
    }
}

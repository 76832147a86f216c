using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Reconstruction.Calorimetry;

namespace Umbriel.Reconstruction.Tests;

public sealed class ShowerCalibrationTests
{
    /// <summary>Makes data/reconstruction/shower-calibration-microboone.yaml: see the README there.</summary>
    [Fact]
    [Trait("Category", "Validation")]
    public void The_calibration_is_that_of_simulated_photons_and_electrons()
    {
        List<(double Energy, double[] Raw)> medians = [];
        ulong seed = 1000;
        foreach (double energy in new[] { 0.1, 0.2, 0.3, 0.5, 0.8 })
        {
            List<MeasuredParticle> both = [];
            foreach (ParticleKind kind in new[] { ParticleKind.Electron, ParticleKind.Photon })
            {
                both.AddRange(MeasuredParticle.Of(Detectors.Alive, kind, energy, MeasuredParticle.Fiducial, seed++, 150, MeasuredParticle.Raw).Where(static m => m.Contained));
            }

            medians.Add((energy, [.. Enumerable.Range(0, 3).Select(plane => Spread.Of(both.Select(m => m.Shower.RawEnergies[plane] ?? 0.0)).Median)]));
        }

        (double Offset, double Slope)[] lines = [.. Enumerable.Range(0, 3).Select(plane => Line([.. medians.Select(m => (m.Raw[plane], m.Energy))]))];
        StringBuilder text = new("""
            # Calibration of shower energies in MicroBooNE, E = offset + slope * energy of the charge in the plane's view. Made by the test
            # ShowerCalibrationTests; see README.md. offset: MeV. Planes in the card's order: U, V, Y.
            planes:

            """);
        foreach ((double offset, double slope) in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {{offset: {1000.0 * offset:F2}, slope: {slope:F4}}}\n");
        }

        string path = Repository.PathOf("data/reconstruction/shower-calibration-microboone.yaml");
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, text.ToString());
        }

        ShowerCalibration committed = ShowerCalibration.Read(path);
        for (int plane = 0; plane < 3; plane++)
        {
            committed.Planes[plane].Slope.ShouldBe(lines[plane].Slope, 0.01 * lines[plane].Slope);
            committed.Planes[plane].Offset.ShouldBe(lines[plane].Offset, 1e-3);
        }
    }

    [Fact]
    public void A_calibration_is_read()
    {
        ShowerCalibration read = Read("planes:\n- {offset: 5, slope: 1.25}\n- {offset: -1.5, slope: 1}\n");
        read.Planes.ShouldBe([new CalibrationLine(5e-3, 1.25), new CalibrationLine(-1.5e-3, 1.0)]);
        read.Planes[0].Energy(0.2).ShouldBe(0.255, 1e-12);
    }

    [Theory]
    [InlineData("[1, 2]", "planes")]
    [InlineData("plains: []", "plains")]
    [InlineData("planes: []", "planes")]
    [InlineData("planes:\n- 3", "planes")]
    [InlineData("planes:\n- {offset: 5}", "planes[0].slope")]
    [InlineData("planes:\n- {offset: 5, slope: 40}", "planes[0].slope")]
    [InlineData("planes:\n- {offset: five, slope: 1}", "planes[0].offset")]
    public void What_is_no_calibration_is_refused(string text, string named) =>
        Should.Throw<UserErrorException>(() => Read(text)).Message.ShouldContain(named);

    private static ShowerCalibration Read(string text)
    {
        using TemporaryFolder folder = new();
        return ShowerCalibration.Read(folder.Write("calibration.yaml", text));
    }

    /// <summary>Least squares of E = a + b · raw with relative errors that are the same at all energies.</summary>
    private static (double Offset, double Slope) Line((double Raw, double Energy)[] points)
    {
        double s = 0.0, x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;
        foreach ((double raw, double energy) in points)
        {
            double w = 1.0 / (energy * energy);
            s += w;
            x += w * raw;
            y += w * energy;
            xx += w * raw * raw;
            xy += w * raw * energy;
        }

        double slope = ((s * xy) - (x * y)) / ((s * xx) - (x * x));
        return ((y - (slope * x)) / s, slope);
    }
}
